import { describe, expect, test } from 'vitest';
import { retry } from '../../src/http/retry.ts';
import { type RetryBudget, retryBudget } from '../../src/http/retry-budget.ts';
import { clock } from './clock.ts';
import { failure, get, json, upstream } from './server.ts';

/** How many repetitions there are at once. */
function left(budget: RetryBudget): number {
  let count = 0;
  while (count < 10_000 && budget.take()) count += 1;
  return count;
}

function noted(budget: RetryBudget, calls: number): RetryBudget {
  for (let call = 0; call < calls; call += 1) budget.note();
  return budget;
}

describe('a budget of retries', () => {
  test('is a tenth of the calls, and ten where there were few', () => {
    expect([0, 5, 100, 1000].map((calls) => left(noted(retryBudget(clock()), calls)))).toEqual([10, 10, 10, 100]);
  });

  test('comes back as what was taken leaves the window, and no sooner', () => {
    const time = clock();
    const budget = noted(retryBudget(time), 50);
    expect(left(budget)).toBe(10);
    time.move(5000);
    expect(left(budget)).toBe(0);
    time.move(5000);
    expect(left(budget)).toBe(10);
  });

  test('shrinks as calls leave the window', () => {
    const time = clock();
    const budget = noted(retryBudget(time), 500);
    time.move(10_000);
    expect(left(budget)).toBe(10);
  });

  test('goes with the calls while they go on', () => {
    const time = clock();
    const budget = retryBudget(time);
    let taken = 0;
    for (let second = 0; second < 60; second += 1) {
      noted(budget, 1000);
      taken += left(budget);
      time.move(1000);
    }
    expect(taken).toBeGreaterThan(60_000 * 0.09);
    expect(taken).toBeLessThanOrEqual(60_000 * 0.1 + 100);
  });

  test('outlives a clock that is set back, and one that leaps', () => {
    const time = clock();
    const budget = noted(retryBudget(time), 500);
    time.move(-3_600_000);
    expect(left(budget)).toBe(10);
    time.move(86_400_000);
    expect(left(budget)).toBe(10);
  });
});

describe('calls to an upstream that fails', () => {
  test('are not multiplied: beyond the budget the failure is told at once', async () => {
    const time = { ...clock(), sleep: async () => undefined };
    await using server = await upstream((response) => json(response, {}, 503));
    // A connection that could not be made would be an attempt that the server does not see.
    const call = retry(time)(server.transport({ connections: 4, connectTimeoutMs: 60_000 }).json);
    const errors = await Promise.all(Array.from({ length: 200 }, () => failure(call(get('/')))));
    expect(server.seen).toHaveLength(220);
    expect(errors.every((error) => error instanceof Error && error.name === 'StatusError')).toBe(true);
  });

  test('share what there is where they share a credential', async () => {
    const time = { ...clock(), sleep: async () => undefined };
    const budget = retryBudget({ now: time.now, least: 3 });
    await using server = await upstream((response) => json(response, {}, 503));
    const { json: transport } = server.transport();
    for (const wrap of [retry({ ...time, budget }), retry({ ...time, budget })]) await failure(wrap(transport)(get('/')));
    expect(server.seen).toHaveLength(2 + 3);
  });

  test('are repeated by bulk when the upstream says when to come back, whatever others took', async () => {
    const time = clock();
    const budget = retryBudget({ now: time.now, least: 0 });
    await using server = await upstream((response, { url }, count) => json(response, {}, count === 3 ? 200 : 503, url === '/said' ? { 'retry-after': '60' } : {}));
    const call = retry({ ...time, budget })(server.transport().json);
    expect(await failure(call(get('/unsaid', { priority: 'bulk' })))).toMatchObject({ status: 503 });
    expect((await call(get('/said', { priority: 'bulk' }))).status).toBe(200);
    expect(time.slept).toEqual([60_000]);
    expect(server.seen.map(({ url }) => url)).toEqual(['/unsaid', '/said', '/said']);
  });
});
