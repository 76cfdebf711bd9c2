import { expect, test } from 'vitest';
import { runChaos } from './run.ts';

/** How long it runs: a minute is enough to see every kind of fault, 600 is the long run. */
const seconds = Number(process.env['CHAOS_SECONDS'] ?? 60);
if (!(seconds > 0)) throw new Error('CHAOS_SECONDS is to be a number of seconds');
/** `CHAOS_SEED` repeats what is asked and what happens, as far as time lets it. */
const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const redisUrl = process.env['TEST_REDIS_URL'];

test('whatever fails, every answer is right or names what is missing, nothing is posted twice or lost, and all is well again within seconds', { timeout: (seconds * 2 + 400) * 1000 }, async () => {
  const { wrong, summary } = await runChaos(seconds, seed, redisUrl === '' ? undefined : redisUrl);
  process.stdout.write(`chaos, seed ${seed}: ${summary}\n`);
  expect(wrong, `CHAOS_SEED=${seed} repeats it`).toEqual([]);
});
