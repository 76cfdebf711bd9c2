import { expect, test } from 'vitest';
import { compare, deviation } from '../../bench/quotas/check.ts';

/** Where replicas meet, in tests that need it. */
const redisUrl = process.env['TEST_REDIS_URL'] || null;

/** Freshness varies by chance at the gateway: of some 150 calls a few are more or less. */
const tolerance = 0.1;

test('gateways ask the upstream as often as the simulation says', { timeout: 300_000 }, async () => {
  const compared = await compare({ operations: 240, minutes: 30, seed: 'measured', redisUrl });
  expect(compared.map(({ name }) => name)).toEqual(['one process', 'two replicas, each by itself', ...(redisUrl === null ? [] : ['two replicas on one Redis'])]);
  expect(compared.filter(({ measured: { pages, rows } }) => pages < 20 || rows < 20)).toEqual([]);
  expect(compared.filter((one) => Math.abs(deviation(one)) > tolerance)).toEqual([]);
  const [alone, apart, together] = compared.map(({ measured: { pages, rows } }) => pages + rows);
  expect(apart).toBeGreaterThan(alone ?? 0);
  expect(together ?? 0).toBeLessThan(apart ?? 0);
});
