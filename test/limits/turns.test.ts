import { expect, test } from 'vitest';
import { createTurns } from '../../src/limits/turns.ts';

/** Turns whose rounds of the event loop come when they are told to. */
function byHand() {
  const rounds: (() => void)[] = [];
  const served: string[] = [];
  const turns = createTurns((run) => void rounds.push(run));
  const take = (whose: string, what: string) => void turns.take(whose).then(() => served.push(what));
  async function round(): Promise<void> {
    rounds.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  }
  return { take, round, served, rounds };
}

test('the first goes at once, the others one a round', async () => {
  const { take, round, served } = byHand();
  for (const what of ['a1', 'a2', 'a3']) take('a', what);
  await Promise.resolve();
  expect(served).toEqual(['a1']);
  await round();
  expect(served).toEqual(['a1', 'a2']);
  await round();
  expect(served).toEqual(['a1', 'a2', 'a3']);
});

test('who sends one piece does not wait for all of who sends many', async () => {
  const { take, round, served } = byHand();
  for (let count = 1; count <= 16; count += 1) take('attacker', `x${count}`);
  take('another', 'one');
  for (let rounds = 0; rounds < 3; rounds += 1) await round();
  expect(served.indexOf('one')).toBeLessThan(4);
  expect(served).toHaveLength(4);
});

test('when all are served nothing goes on, and the next goes at once again', async () => {
  const { take, round, served, rounds } = byHand();
  take('a', 'first');
  await round();
  expect(rounds).toEqual([]);
  take('a', 'second');
  await Promise.resolve();
  expect(served).toEqual(['first', 'second']);
});

test('nobody is left waiting, however many there are', async () => {
  const turns = createTurns();
  await Promise.all(Array.from({ length: 200 }, (_, index) => turns.take(String(index % 7))));
  expect(await turns.take('later')).toBeUndefined();
});
