import { describe, expect, test } from 'vitest';
import { breaker } from '../../src/http/breaker.ts';
import { bulkhead } from '../../src/http/bulkhead.ts';
import { type Answer, type Call, compose, type HttpRequest } from '../../src/http/call.ts';
import { retry } from '../../src/http/retry.ts';
import { failure, get, json, timers, until, upstream, watchedSignal } from './server.ts';

/** A call that is answered when the test says so, in the order in which it began. */
function held() {
  const begun: HttpRequest[] = [];
  const waiting: ((answer: Answer<string>) => void)[] = [];
  const call: Call<string> = (request) => {
    begun.push(request);
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };
  return {
    call,
    paths: () => begun.map(({ path }) => path),
    async answer(calls = 1) {
      for (const resolve of waiting.splice(0, calls)) resolve({ status: 200, headers: {}, body: '', fetchedAt: 0, stale: false });
      // What waited is let in by what ends, a few turns of promises later.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('calls beyond the room', () => {
  test('wait, first come first served, and go as others end', async () => {
    const { call: inner, paths, answer } = held();
    const call = bulkhead({ atOnce: 2 })(inner);
    const calls = ['a', 'b', 'c', 'd'].map((path) => call(get(path)));
    expect(paths()).toEqual(['a', 'b']);
    await answer();
    expect(paths()).toEqual(['a', 'b', 'c']);
    await answer();
    expect(paths()).toEqual(['a', 'b', 'c', 'd']);
    await answer(2);
    await Promise.all(calls);
  });

  test('are refused at once where as many wait as may, and told when to come back', async () => {
    const { call: inner, paths, answer } = held();
    const call = bulkhead({ atOnce: 1, waiting: 1 })(inner);
    const calls = [call(get('a')), call(get('b'))];
    expect(await failure(call(get('/c?secret')))).toMatchObject({ name: 'LimitError', limit: 'crowd', sent: false, retryAfterSeconds: 1, message: 'GET /c: too many calls wait already' });
    await answer();
    await answer();
    await Promise.all(calls);
    expect(paths()).toEqual(['a', 'b']);
    const again = call(get('d'));
    await answer();
    await again;
  });

  test('give their room back when they fail', async () => {
    const call = bulkhead({ atOnce: 1 })(async () => {
      throw new Error('broken');
    });
    for (let i = 0; i < 3; i += 1) expect(await failure(call(get('a')))).toMatchObject({ message: 'broken' });
  });
});

describe('a call that waits', () => {
  test('is not sent when its caller leaves, and leaves nothing behind', async () => {
    const { call: inner, paths, answer } = held();
    const call = bulkhead({ atOnce: 1, waiting: 1 })(inner);
    const first = call(get('a'));
    const { signal, listeners } = watchedSignal();
    const waiting = call(get('b', { signal }));
    expect(listeners()).toBe(1);
    const controller = new AbortController();
    await failure(call(get('none')));
    await answer();
    await answer();
    await Promise.all([first, waiting]);
    expect(listeners()).toBe(0);

    const second = call(get('c'));
    const leaving = failure(call(get('d', { signal: controller.signal })));
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError', sent: false });
    expect(await failure(call(get('e', { signal: controller.signal })))).toMatchObject({ name: 'AbortedError', sent: false });
    const third = call(get('f'));
    await answer();
    await answer();
    await Promise.all([second, third]);
    expect(paths()).toEqual(['a', 'b', 'c', 'f']);
  });

  test('ends at its deadline, unsent', async () => {
    const { call: inner, paths, answer } = held();
    const now = 1_000_000;
    const call = bulkhead({ atOnce: 1, now: () => now })(inner);
    const first = call(get('a'));
    expect(await failure(call(get('b', { deadline: now + 20 })))).toMatchObject({ name: 'TimeoutError', sent: false });
    const endless = call(get('c', { deadline: Number.MAX_SAFE_INTEGER }));
    await answer();
    await answer();
    await Promise.all([first, endless]);
    expect(paths()).toEqual(['a', 'c']);
  });

  test('leaves no timer behind once it is let in', async () => {
    const { call: inner, answer } = held();
    const call = bulkhead({ atOnce: 1 })(inner);
    const before = timers();
    const calls = Array.from({ length: 30 }, () => call(get('a', { deadline: Date.now() + 600_000 })));
    expect(timers()).toBeGreaterThan(before + 20);
    for (let i = 0; i < calls.length; i += 1) await answer();
    await Promise.all(calls);
    expect(timers()).toBeLessThan(before + 10);
  });
});

describe('bulk', () => {
  test('has a quarter of the room at most, and who is waited for finds the rest', async () => {
    const { call: inner, paths, answer } = held();
    const call = bulkhead({ atOnce: 8 })(inner);
    const bulk = Array.from({ length: 6 }, (_, index) => call(get(`bulk${index}`, { priority: 'bulk' })));
    expect(paths()).toEqual(['bulk0', 'bulk1']);
    const interactive = Array.from({ length: 7 }, (_, index) => call(get(`${index}`)));
    expect(paths()).toEqual(['bulk0', 'bulk1', '0', '1', '2', '3', '4', '5']);
    // Whoever ends, those who are waited for go first.
    await answer();
    expect(paths().at(-1)).toBe('6');
    for (let i = 0; i < 12; i += 1) await answer();
    await Promise.all([...bulk, ...interactive]);
  });

  test('fills no place in which others wait', async () => {
    const { call: inner, answer } = held();
    const call = bulkhead({ atOnce: 4, waiting: 1 })(inner);
    const bulk = Array.from({ length: 2 }, () => call(get('bulk', { priority: 'bulk' })));
    expect(await failure(call(get('bulk', { priority: 'bulk' })))).toMatchObject({ limit: 'crowd' });
    const interactive = Array.from({ length: 4 }, () => call(get('a')));
    for (let i = 0; i < 6; i += 1) await answer();
    await Promise.all([...bulk, ...interactive]);
  });
});

test('a refusal says nothing of the upstream and is not repeated, and what waited while the circuit opened is not sent', async () => {
  let answerAll: (() => void) | undefined;
  const open = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  await using server = await upstream(async (response) => {
    await open;
    json(response, {}, 500);
  });
  const circuit = breaker({ threshold: 2 });
  const call = compose(bulkhead({ atOnce: 2, waiting: 3 }), circuit, retry({ sleep: async () => undefined, maxAttempts: 1 }))(server.transport().json);
  const calls = Array.from({ length: 5 }, () => failure(call(get('/'))));
  for (let i = 0; i < 10; i += 1) expect(await failure(call(get('/')))).toMatchObject({ limit: 'crowd' });
  await until(() => server.seen.length === 2);
  expect(circuit.isHealthy()).toBe(true);
  answerAll?.();
  const names = (await Promise.all(calls)).map((error) => (error instanceof Error ? error.name : ''));
  // Of two that end at once, the first lets one in before the second opens the circuit.
  expect(names.filter((name) => name === 'CircuitOpenError').length).toBeGreaterThanOrEqual(2);
  expect(server.seen.length).toBeLessThanOrEqual(3);
});
