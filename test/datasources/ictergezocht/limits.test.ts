import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import { createCache } from '../../../src/http/cache.ts';
import type { Sleep } from '../../../src/http/waiting.ts';
import { Board, rejection } from './board.ts';

const board = new Board();
const { switches } = board.sandbox;
const only = { kinds: ['COMPANY_TYPE'], names: null };

/** Sleeping moves the machine's date, which is the limiter's clock and the sandbox's; everything else is real. */
const slept: number[] = [];
const sleep: Sleep = async (ms) => {
  slept.push(ms);
  vi.setSystemTime(Date.now() + ms);
};

beforeAll(() => board.upstream.start());
beforeEach(() => {
  slept.length = 0;
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await board.reset();
});
afterAll(() => board.stop());

/** A process whose cache forgets at once, so that every operation calls. */
function forgetful(changes: Parameters<Board['connect']>[0] = {}, limiters = createLimiters()) {
  const cache = createCache({ maxEntries: 1, maxBytes: 1 });
  return board.connect(changes, board.services({ cache, limiters, sleep }));
}

const refused = () => board.upstream.requests.filter(({ status }) => status === 429).length;

describe('two hundred and one calls in a minute', () => {
  test('are two hundred calls and one that says when to come back, and the board never has to', async () => {
    const upstream = forgetful();
    for (let call = 0; call < 200; call += 1) await board.operation(upstream).enumerations(only);
    expect(board.asked()).toHaveLength(200);
    expect(upstream.rateLimit()).toMatchObject({ limit: 200, windowSeconds: 60, remaining: 0, resetsAt: expect.any(Date) });
    const error = await rejection(board.operation(upstream).enumerations(only));
    expect(error).toMatchObject({ name: 'SourceFailure', code: 'RATE_LIMITED', retryAfterSeconds: 61 });
    expect(board.asked()).toHaveLength(200);
    expect(refused()).toBe(0);
    expect(upstream.healthy()).toBe(true);
  });

  test('all come through where the last may wait for the next window', async () => {
    const upstream = forgetful();
    for (let call = 0; call < 201; call += 1) await board.operation(upstream, { deadline: Date.now() + 120_000 }).enumerations(only);
    expect(board.asked()).toHaveLength(201);
    expect(slept).toEqual([61_000]);
    expect(refused()).toBe(0);
  });
});

describe('the account’s window', () => {
  test('is one for all connections with its key, and another for another account', async () => {
    const limiters = createLimiters();
    const changes = { accountLimit: { requests: 2, windowSeconds: 60 } };
    await board.operation(forgetful(changes, limiters)).enumerations(only);
    const second = forgetful(changes, limiters);
    await board.operation(second).enumerations(only);
    expect(await rejection(board.operation(second).enumerations(only))).toMatchObject({ code: 'RATE_LIMITED' });
    await board.operation(forgetful({ ...changes, apiKey: 'sandbox-ictergezocht-key-2' }, limiters)).enumerations(only);
    expect(board.asked()).toHaveLength(3);
  });

  test('is used by a repeated call too', async () => {
    board.upstream.faults.add({ kind: 'status', status: 503, times: 1 });
    const upstream = forgetful();
    await board.operation(upstream).enumerations(only);
    expect(board.asked()).toHaveLength(2);
    expect(upstream.rateLimit()).toMatchObject({ remaining: 198 });
  });

  test('is not used by an answer from the cache', async () => {
    const upstream = board.connect();
    for (let call = 0; call < 5; call += 1) await board.operation(upstream).enumerations(only);
    expect(upstream.rateLimit()).toMatchObject({ remaining: 199 });
  });

  test('is full at the start, and again when it has ended', async () => {
    const upstream = forgetful();
    expect(upstream.rateLimit()).toMatchObject({ limit: 200, remaining: 200 });
    await board.operation(upstream).enumerations(only);
    vi.setSystemTime(Date.now() + 61_000);
    expect(upstream.rateLimit()).toMatchObject({ remaining: 200 });
  });
});

describe('the address’s window', () => {
  test('is one for all accounts behind it', async () => {
    const limiters = createLimiters();
    const changes = { addressLimit: { requests: 2, windowSeconds: 60 } };
    await board.operation(forgetful(changes, limiters)).enumerations(only);
    const second = forgetful({ ...changes, apiKey: 'sandbox-ictergezocht-key-2' }, limiters);
    await board.operation(second).enumerations(only);
    expect(await rejection(board.operation(second).enumerations(only))).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 61 });
    expect(board.asked()).toHaveLength(2);
  });
});

describe('a board that says 429 all the same', () => {
  test('is obeyed: the call waits as long as it says, and so do the others', async () => {
    switches.accountLimit = 1;
    const upstream = forgetful();
    await board.operation(upstream).enumerations(only);
    const error = await rejection(board.operation(upstream).enumerations(only));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: 60 });
    const asked = board.asked().length;
    expect(await rejection(board.operation(upstream).enumerations(only))).toMatchObject({ code: 'RATE_LIMITED', upstreamStatus: null });
    expect(board.asked()).toHaveLength(asked);
    vi.setSystemTime(Date.now() + 60_000);
    await board.operation(upstream).enumerations(only);
    expect(board.asked()).toHaveLength(asked + 1);
  });
});

describe('calls that come where one minute meets the next', () => {
  test('are never more than the board counts in any sixty seconds', async () => {
    const upstream = forgetful();
    const call = (deadlineMs = 100) => board.operation(upstream, { deadline: Date.now() + deadlineMs }).enumerations(only);
    const whenFull = async (): Promise<number> => {
      for (let count = 0; ; count += 1) {
        const told = await call().then(() => null, (error: unknown) => error);
        if (told !== null) return count;
      }
    };
    await call();
    vi.setSystemTime(Date.now() + 59_000);
    expect(await whenFull()).toBe(199);
    vi.setSystemTime(Date.now() + 2000);
    expect(await whenFull()).toBe(1);
    await call(70_000);
    expect(slept.length).toBeGreaterThan(0);
    expect(refused()).toBe(0);
    expect(board.asked()).toHaveLength(202);
  });
});
