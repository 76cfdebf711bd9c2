import { describe, expect, test } from 'vitest';
import { sharedWork, type Work } from '../../../src/server/graphql/known/shared-work.ts';

/** Work that ends when the test says so. */
function byHand() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { begun: 0, ended: 0, resolve, reject };
  const begin = (): Work<string> => {
    state.begun += 1;
    return { outcome: promise, end: () => void (state.ended += 1) };
  };
  return { state, begin };
}

function place({ joinableMs = 1000 } = {}) {
  const clock = { now: 0, changes: 0 };
  return { clock, shared: sharedWork<string>({ joinableMs, changes: () => clock.changes, now: () => clock.now }) };
}

describe('work of one key', () => {
  test('is done once for all who come while it is under way', async () => {
    const { shared } = place();
    const { state, begin } = byHand();
    const parts = [shared.join('a', begin), shared.join('a', begin), shared.join('a', begin)];
    state.resolve('done');
    expect(await Promise.all(parts.map(({ outcome }) => outcome))).toEqual(['done', 'done', 'done']);
    expect(parts.map(({ joined }) => joined)).toEqual([false, true, true]);
    expect(state.begun).toBe(1);
  });

  test('is not that of another key', () => {
    const { shared } = place();
    const [one, other] = [byHand(), byHand()];
    shared.join('a', one.begin);
    expect(shared.join('b', other.begin).joined).toBe(false);
    expect(other.state.begun).toBe(1);
  });

  test('is begun anew once it is done, also where it failed', async () => {
    const { shared } = place();
    const [one, other, third] = [byHand(), byHand(), byHand()];
    const first = shared.join('a', one.begin);
    one.state.resolve('first');
    await first.outcome;
    const second = shared.join('a', other.begin);
    other.state.reject(new Error('no'));
    await expect(second.outcome).rejects.toThrow('no');
    expect(shared.join('a', third.begin).joined).toBe(false);
  });

  test('goes on when the one who began it leaves, and is broken off when all have left', () => {
    const { shared } = place();
    const { state, begin } = byHand();
    const [first, second] = [shared.join('a', begin), shared.join('a', begin)];
    first.leave();
    first.leave();
    expect(state.ended).toBe(0);
    second.leave();
    expect(state.ended).toBe(1);
    expect(shared.join('a', byHand().begin).joined).toBe(false);
  });

  test('is not joined behind a change: who comes then is to see it', () => {
    const { shared, clock } = place();
    const [before, behind] = [byHand(), byHand()];
    shared.join('a', before.begin);
    clock.changes += 1;
    expect(shared.join('a', behind.begin).joined).toBe(false);
    expect(shared.join('a', byHand().begin).joined).toBe(true);
  });

  test('is not joined when it began too long ago, and does not end what was begun in its place', async () => {
    const { shared, clock } = place({ joinableMs: 1000 });
    const [old, young] = [byHand(), byHand()];
    const first = shared.join('a', old.begin);
    clock.now = 1000;
    expect(shared.join('a', old.begin).joined).toBe(true);
    clock.now = 1001;
    expect(shared.join('a', young.begin).joined).toBe(false);
    old.state.resolve('old');
    await first.outcome;
    expect(shared.join('a', byHand().begin).joined).toBe(true);
  });
});
