import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RateLimits } from '../../sandbox/ictergezocht/rate-limits.ts';
import { ictergezochtSwitches } from '../../sandbox/ictergezocht/switches.ts';
import { MovableClock } from '../../sandbox/kit/clock.ts';
import { Random } from '../../sandbox/kit/random.ts';
import type { Call, HttpRequest } from '../../src/http/call.ts';
import { createLimiter, type Limiter } from '../../src/http/limiter.ts';
import { throttle } from '../../src/http/throttle.ts';
import type { Sleep } from '../../src/http/waiting.ts';
import { get } from './server.ts';

/** Ten minutes go by in a second. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: 1_790_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('woken'));
    });
  });

interface Course {
  readonly refused: number;
  readonly exported: number;
  readonly answered: number;
  readonly longestWaitMs: number;
}

/** Ten minutes of exports that ask as fast as they may and readers who each ask now and then, on clients that share an account's limit. */
async function run({ exports, readers, readerEverySeconds }: { exports: number; readers: number; readerEverySeconds: number }): Promise<Course> {
  const upstream = new RateLimits(new MovableClock(), ictergezochtSwitches());
  const random = new Random('fairness');
  const counts = { refused: 0, bulk: 0, interactive: 0 };
  const waits: number[] = [];
  const transport: Call<null> = async ({ priority = 'interactive' }: HttpRequest) => {
    await sleep(random.int(5, 80));
    if (upstream.refuseAddress('127.0.0.1') !== undefined || upstream.refuseAccount('A') !== undefined) counts.refused += 1;
    counts[priority] += 1;
    await sleep(random.int(5, 80));
    return { status: 200, headers: {}, body: null, fetchedAt: Date.now(), stale: false };
  };
  const limiters: [Limiter, Limiter] = [createLimiter({ key: 'account', points: 200, windowSeconds: 60 }), createLimiter({ key: 'address', points: 1000, windowSeconds: 60 })];
  const clients = Array.from({ length: 2 }, () => throttle({ limiters, sleep })(transport));
  const clientOf = (index: number): Call<null> => clients[index % 2] ?? transport;
  const end = Date.now() + 600_000;

  const exporting = Array.from({ length: exports }, async (_, index) => {
    while (Date.now() < end) await clientOf(index)(get('/click', { priority: 'bulk', deadline: Date.now() + 600_000 }));
  });
  const reading = Array.from({ length: readers }, async (_, index) => {
    // All at once to begin with, in the middle of the exports.
    await sleep(90_000);
    while (Date.now() < end) {
      // Who finds no slot in its time is told so at once, and comes again.
      await clientOf(index)(get('/insight', { deadline: Date.now() + 10_000, onWaited: (ms) => waits.push(ms) })).catch(() => undefined);
      await sleep(random.int(500, readerEverySeconds * 2000 - 500));
    }
  });
  const all = Promise.all([...exporting, ...reading]).then(() => true);
  for (let over = false; !over; ) over = await Promise.race([all, vi.advanceTimersByTimeAsync(1000).then(() => false)]);
  return { refused: counts.refused, exported: counts.bulk, answered: counts.interactive, longestWaitMs: Math.max(0, ...waits) };
}

describe('ten exports and fifty readers of one account', () => {
  test('get no 429 in ten minutes, no reader waits for a slot, and the exports have what is left', async () => {
    const { refused, exported, answered, longestWaitMs } = await run({ exports: 10, readers: 50, readerEverySeconds: 30 });
    expect(refused).toBe(0);
    expect(longestWaitMs).toBeLessThanOrEqual(2000);
    expect(answered).toBeGreaterThan(700);
    // Of 200 a minute, readers take about 100.
    expect(exported).toBeGreaterThan(500);
  });

  test('get no 429 either where the readers want more than there is: then nothing is free, and the exports wait', async () => {
    const { refused, exported, answered } = await run({ exports: 10, readers: 25, readerEverySeconds: 5 });
    expect(refused).toBe(0);
    expect(answered).toBeGreaterThan(1500);
    expect(exported).toBeLessThan(answered / 3);
  });
});

test('exports that are alone have three quarters of the limit, the whole time', async () => {
  const { refused, exported } = await run({ exports: 10, readers: 0, readerEverySeconds: 30 });
  expect(refused).toBe(0);
  expect(exported).toBeGreaterThan(1400);
  expect(exported).toBeLessThanOrEqual(1520);
});
