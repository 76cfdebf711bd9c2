import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/http/call.ts';
import { coalesce } from '../../src/http/coalesce.ts';
import { createLimiter, type Limiter } from '../../src/http/limiter.ts';
import { StatusError } from '../../src/http/errors.ts';
import { retry } from '../../src/http/retry.ts';
import { throttle } from '../../src/http/throttle.ts';
import type { Sleep } from '../../src/http/waiting.ts';
import { clock } from './clock.ts';
import { get } from './server.ts';
import { meetings, room } from './stores.ts';

const window = { windowSeconds: 60, marginSeconds: 0 };
const start = 1_790_000_000_000;

/** Bulk takes what it can, waiting as long as it is told, until a time; how much that was. */
async function bulkUntil(limiter: Limiter, time: ReturnType<typeof clock>, untilMs: number): Promise<number> {
  let taken = 0;
  while (time.now() < untilMs) {
    const waitMs = await limiter.take('bulk');
    if (waitMs === 0) taken += 1;
    else time.move(Math.min(waitMs, untilMs - time.now()));
  }
  return taken;
}

async function takenAtOnce(limiter: Limiter): Promise<number> {
  for (let taken = 0; ; taken += 1) if ((await limiter.take('interactive')) > 0) return taken;
}

describe.each(meetings)('bulk at a limiter in $name', ({ connect }) => {
  test('leaves a quarter of the window to who is waited for, however long it goes on', async () => {
    const shared = await connect(room());
    const time = clock(start);
    const limiter = createLimiter({ key: 'a', points: 200, ...window, shared, now: time.now });
    expect(await bulkUntil(limiter, time, start + 59_999)).toBe(150);
    expect(await takenAtOnce(limiter)).toBe(50);
    await shared?.close();
  });

  test('comes evenly, so that slots come free all the time', async () => {
    const shared = await connect(room());
    const time = clock(start);
    const limiter = createLimiter({ key: 'a', points: 200, ...window, shared, now: time.now });
    const perThreeSeconds: number[] = [];
    for (let part = 1; part <= 20; part += 1) perThreeSeconds.push(await bulkUntil(limiter, time, start + part * 3000));
    expect(Math.max(...perThreeSeconds)).toBe(8);
    // The window is full to what bulk may have, and whoever takes the rest waits three seconds at most for the next.
    await takenAtOnce(limiter);
    const waitMs = await limiter.take('interactive');
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(3000);
    await shared?.close();
  });

  test('takes nothing of what others keep busy', async () => {
    const shared = await connect(room());
    const time = clock(start);
    const limiter = createLimiter({ key: 'a', points: 200, ...window, shared, now: time.now });
    for (let taken = 0; taken < 150; taken += 1) expect(await limiter.take('interactive')).toBe(0);
    time.move(10_000);
    expect(await limiter.take('bulk')).toBe(50_000);
    expect(await limiter.take('interactive')).toBe(0);
    await shared?.close();
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('bulk of several replicas on $name', ({ connect }) => {
  test('shares what bulk may have', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)];
    const time = clock(start);
    const [one, two] = connections.map((shared) => createLimiter({ key: 'a', points: 200, ...window, shared, now: time.now }));
    if (one === undefined || two === undefined) throw new Error('two replicas');
    expect(await bulkUntil(one, time, start + 59_999)).toBe(150);
    expect(await two.take('bulk')).toBe(1);
    expect(await takenAtOnce(two)).toBe(50);
    await Promise.all(connections.map((connection) => connection?.close()));
  });
});

/** Sleeps until it is woken. */
function napping(): { readonly sleep: Sleep; readonly naps: number[] } {
  const naps: number[] = [];
  const sleep: Sleep = (ms, signal) =>
    new Promise((_resolve, reject) => {
      naps.push(ms);
      signal?.addEventListener('abort', () => reject(new Error('woken')));
    });
  return { sleep, naps };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a queue in which bulk waits', () => {
  test('lets who comes take a free slot at once', async () => {
    const time = clock(start);
    const nap = napping();
    const limiter = createLimiter({ key: 'a', points: 8, ...window, now: time.now });
    const sent: string[] = [];
    const transport: Call<null> = async ({ path }) => {
      sent.push(path);
      return { status: 200, headers: {}, body: null, fetchedAt: time.now(), stale: false };
    };
    const call = throttle({ limiters: [limiter], now: time.now, sleep: nap.sleep })(transport);
    const leaving = new AbortController();
    const bulk = Array.from({ length: 10 }, (_, index) => call(get(`/bulk${index}`, { priority: 'bulk', deadline: start + 600_000, signal: leaving.signal })).catch(() => undefined));
    await settled();
    // As many as bulk may have at once.
    expect(sent).toEqual(['/bulk0', '/bulk1', '/bulk2', '/bulk3']);
    expect(nap.naps).toEqual([3000]);
    const waited: number[] = [];
    await call(get('/person', { deadline: start + 1000, onWaited: (ms) => waited.push(ms) }));
    expect(sent.at(-1)).toBe('/person');
    expect(waited).toEqual([0]);
    leaving.abort();
    await Promise.all(bulk);
    expect(sent).toHaveLength(5);
  });

  test('tells bulk that has no time to wait, and nobody else', async () => {
    const time = clock(start);
    const limiter = createLimiter({ key: 'a', points: 8, ...window, now: time.now });
    for (let taken = 0; taken < 6; taken += 1) await limiter.take();
    const call = throttle({ limiters: [limiter], now: time.now, sleep: time.sleep })(async () => ({ status: 200, headers: {}, body: null, fetchedAt: time.now(), stale: false }));
    await expect(call(get('/', { priority: 'bulk', deadline: start + 1000 }))).rejects.toMatchObject({ name: 'LimitError', retryAfterSeconds: 60 });
    await expect(call(get('/', { deadline: start + 1000 }))).resolves.toMatchObject({ status: 200 });
  });
});

test('who is waited for does not join the call of bulk, which may wait long; bulk joins theirs', async () => {
  const time = clock(start);
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const call = coalesce({ now: time.now })(async ({ priority = 'interactive' }) => {
    asked.push(priority);
    await new Promise<void>((resolve) => answers.push(resolve));
    return { status: 200, headers: {}, body: null, fetchedAt: time.now(), stale: false };
  });
  const calls = [call(get('/a', { key: 'a', priority: 'bulk' })), call(get('/a', { key: 'a' })), call(get('/a', { key: 'a', priority: 'bulk' }))];
  await settled();
  expect(asked).toEqual(['bulk', 'interactive']);
  for (const answer of answers) answer();
  await Promise.all(calls);
});

/** Answers 429 for the next minute. */
function busy(time: ReturnType<typeof clock>): Call<null> {
  const free = time.now() + 60_000;
  return async (request) => {
    if (time.now() < free) throw new StatusError(request, { status: 429, retryAfterSeconds: 60 });
    return { status: 200, headers: {}, body: null, fetchedAt: time.now(), stale: false };
  };
}

describe('an upstream that asks for a minute', () => {
  test('is given it by bulk', async () => {
    const time = clock(start);
    await expect(retry(time)(busy(time))(get('/', { priority: 'bulk', deadline: start + 600_000 }))).resolves.toMatchObject({ status: 200 });
    expect(time.slept).toEqual([60_000]);
  });

  test('is not waited for by who waits for an answer', async () => {
    const time = clock(start);
    await expect(retry(time)(busy(time))(get('/', { deadline: start + 600_000 }))).rejects.toMatchObject({ status: 429 });
    expect(time.slept).toEqual([]);
  });
});

test('bulk asks an upstream that fails more often than who waits for an answer', async () => {
  const time = clock(start);
  const asked = { bulk: 0, interactive: 0 };
  const call = retry(time)<null>(async ({ priority = 'interactive', ...request }) => {
    asked[priority] += 1;
    throw new StatusError(request, { status: 500 });
  });
  for (const priority of ['bulk', 'interactive'] as const) await expect(call(get('/', { priority, deadline: start + 600_000 }))).rejects.toMatchObject({ status: 500 });
  expect(asked).toEqual({ bulk: 5, interactive: 3 });
});
