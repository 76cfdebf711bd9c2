import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../../src/http/call.ts';
import { createLimiter, type Limiter } from '../../src/http/limiter.ts';
import { connectRedis } from '../../src/http/redis.ts';
import { throttle } from '../../src/http/throttle.ts';
import type { Sleep } from '../../src/http/waiting.ts';
import { closedPort, failure, get, json, upstream } from './server.ts';
import { meetings, room } from './stores.ts';

/** The limiter's clock is the machine's: sleeping moves it, everything else is real. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const slept: number[] = [];
beforeEach(() => {
  slept.length = 0;
});
const sleep: Sleep = async (ms) => {
  slept.push(ms);
  vi.setSystemTime(Date.now() + ms);
};
/** Sleeps until it is told to go on. */
function held(): { sleep: Sleep; go(): void } {
  let wake: (() => void) | undefined;
  let napMs = 0;
  return {
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        napMs = ms;
        wake = resolve;
        signal?.addEventListener('abort', () => reject(new Error('woken')));
      }),
    go() {
      vi.setSystemTime(Date.now() + napMs);
      wake?.();
    },
  };
}

const window = { windowSeconds: 60, marginSeconds: 1 };

function limiter(points: number, name = 'account'): Limiter {
  return createLimiter({ key: name, points, ...window });
}

const open = (): ReturnType<typeof upstream> => upstream((response, { url }) => json(response, url));

async function drain(call: Call<unknown>, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await call(get('/drain'));
}

describe('calls within the limit', () => {
  test('go at once', async () => {
    await using server = await open();
    await drain(throttle({ limiters: [limiter(5)], sleep })(server.transport().json), 5);
    expect(slept).toEqual([]);
    expect(server.seen).toHaveLength(5);
  });
});

describe('a call past the limit', () => {
  test('waits for the window to end, and a second more for the journey', async () => {
    await using server = await open();
    const call = throttle({ limiters: [limiter(2)], sleep })(server.transport().json);
    await drain(call, 2);
    vi.setSystemTime(Date.now() + 20_000);
    await call(get('/', { deadline: Date.now() + 60_000 }));
    expect(slept).toEqual([41_000]);
  });

  test('that cannot be sent in time is refused at once, unsent, with the seconds to wait', async () => {
    await using server = await open();
    const call = throttle({ limiters: [limiter(2)], sleep })(server.transport().json);
    await drain(call, 2);
    const error = await failure(call(get('/a?b=c')));
    expect(error).toMatchObject({ name: 'LimitError', sent: false, retryAfterSeconds: 61 });
    expect(server.seen).toHaveLength(2);
    expect(slept).toEqual([]);
  });

  test('waits eight seconds when it has no deadline', async () => {
    await using server = await open();
    const call = throttle({ limiters: [limiter(1)], sleep })(server.transport().json);
    await drain(call, 1);
    vi.setSystemTime(Date.now() + 53_500);
    await call(get('/'));
    expect(slept).toEqual([7500]);
  });

  test('whose caller has left before is not sent and takes no slot', async () => {
    await using server = await open();
    const own = limiter(1);
    const call = throttle({ limiters: [own], sleep })(server.transport().json);
    expect(await failure(call(get('/', { signal: AbortSignal.abort() })))).toMatchObject({ name: 'AbortedError', sent: false });
    expect(own.state().remaining).toBe(1);
  });

  test('that comes while others already wait is refused at once when it has less time than the wait', async () => {
    const nap = held();
    await using server = await open();
    const call = throttle({ limiters: [limiter(1)], sleep: nap.sleep })(server.transport().json);
    await drain(call, 1);
    const waiting = call(get('/waiting', { deadline: Date.now() + 100_000 }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await failure(call(get('/hasty')))).toMatchObject({ name: 'LimitError', retryAfterSeconds: 61 });
    nap.go();
    await waiting;
    expect(server.seen.map(({ url }) => url)).toEqual(['/drain', '/waiting']);
  });

  test('that leaves the queue is not sent and takes no slot', async () => {
    const nap = held();
    await using server = await open();
    const call = throttle({ limiters: [limiter(1)], sleep: nap.sleep })(server.transport().json);
    await drain(call, 1);
    const controller = new AbortController();
    const deadline = Date.now() + 120_000;
    const leaving = failure(call(get('/leaving', { deadline, signal: controller.signal })));
    const staying = call(get('/staying', { deadline }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError', sent: false });
    nap.go();
    await staying;
    expect(server.seen.map(({ url }) => url)).toEqual(['/drain', '/staying']);
  });

  test('that is the last to leave wakes the queue, so that nothing waits for nobody', async () => {
    let woken = false;
    const nap: Sleep = (_ms, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          woken = true;
          reject(new Error('woken'));
        });
      });
    await using server = await open();
    const call = throttle({ limiters: [limiter(1)], sleep: nap })(server.transport().json);
    await drain(call, 1);
    const controller = new AbortController();
    const leaving = failure(call(get('/', { deadline: Date.now() + 120_000, signal: controller.signal })));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await leaving;
    expect(woken).toBe(true);
  });
});

describe('the queue', () => {
  test('is first come first served, the interactive before the bulk', async () => {
    const nap = held();
    await using server = await open();
    const call = throttle({ limiters: [limiter(5)], sleep: nap.sleep })(server.transport({ connections: 1 }).json);
    await drain(call, 5);
    const deadline = Date.now() + 120_000;
    const calls = [
      call(get('/bulk1', { deadline, priority: 'bulk' })),
      call(get('/bulk2', { deadline, priority: 'bulk' })),
      call(get('/person1', { deadline })),
      call(get('/person2', { deadline, priority: 'interactive' })),
    ];
    await new Promise((resolve) => setImmediate(resolve));
    nap.go();
    await Promise.all(calls);
    expect(server.seen.slice(5).map(({ url }) => url)).toEqual(['/person1', '/person2', '/bulk1', '/bulk2']);
  });

  test('never lets more through in a window than the limit, however many come', async () => {
    await using server = await open();
    const call = throttle({ limiters: [limiter(10)], sleep })(server.transport().json);
    const deadline = Date.now() + 200_000;
    const sentAt: number[] = [];
    const note: Call<unknown> = (request) => {
      sentAt.push(Date.now());
      return call(request);
    };
    await Promise.all(Array.from({ length: 35 }, () => note(get('/', { deadline }))));
    expect(server.seen).toHaveLength(35);
    expect(slept).toEqual([61_000, 61_000, 61_000]);
    expect(sentAt).toHaveLength(35);
  });

  test('lets those go that have no time for the next window, and keeps the others', async () => {
    await using server = await open();
    const call = throttle({ limiters: [limiter(1)], sleep })(server.transport().json);
    await drain(call, 1);
    const short = failure(call(get('/short', { deadline: Date.now() + 10_000 })));
    const long = call(get('/long', { deadline: Date.now() + 100_000 }));
    expect(await short).toMatchObject({ name: 'LimitError', retryAfterSeconds: 61 });
    await long;
    expect(server.seen.map(({ url }) => url)).toEqual(['/drain', '/long']);
  });

  test('minds every limiter', async () => {
    await using server = await open();
    const address = limiter(3, 'address');
    const { json: transport } = server.transport();
    const one = throttle({ limiters: [limiter(2, 'one'), address], sleep })(transport);
    const two = throttle({ limiters: [limiter(2, 'two'), address], sleep })(transport);
    await drain(one, 2);
    await drain(two, 1);
    expect(await failure(two(get('/')))).toMatchObject({ name: 'LimitError' });
    expect(server.seen).toHaveLength(3);
  });
});

describe('a 429 of the upstream', () => {
  test('closes the limit for as long as it says', async () => {
    await using server = await upstream((response, _seen, count) =>
      json(response, {}, count === 1 ? 429 : 200, { 'retry-after': '5' }),
    );
    const own = limiter(100);
    const call = throttle({ limiters: [own], sleep })(server.transport().json);
    expect(await failure(call(get('/')))).toMatchObject({ status: 429 });
    expect(own.state()).toMatchObject({ remaining: 0 });
    await call(get('/'));
    expect(slept).toEqual([5000]);
  });

  test('that says nothing closes it for a second', async () => {
    await using server = await upstream((response, _seen, count) => json(response, {}, count === 1 ? 429 : 200));
    const call = throttle({ limiters: [limiter(100)], sleep })(server.transport().json);
    await failure(call(get('/')));
    await call(get('/'));
    expect(slept).toEqual([1000]);
  });
});

describe.each(meetings)('the state of a limiter in $name', ({ connect }) => {
  test('tells the limit, what is left of it and when it is whole again', async () => {
    const shared = await connect(room());
    const own = createLimiter({ key: 'a', points: 3, ...window, shared });
    expect(own.state()).toEqual({ limit: 3, windowSeconds: 60, remaining: 3, resetsAt: Date.now() });
    expect([await own.take(), await own.take()]).toEqual([0, 0]);
    expect(own.state()).toMatchObject({ remaining: 1 });
    expect(own.state().resetsAt).toBeGreaterThan(Date.now() + 60_000);
    await own.take();
    expect(await own.take()).toBeGreaterThan(60_000);
    expect(own.state().remaining).toBe(0);
    vi.setSystemTime(Date.now() + 61_001);
    expect(own.state()).toMatchObject({ remaining: 3, resetsAt: Date.now() });
    await shared?.close();
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('replicas on $name', ({ connect }) => {
  test('share one window', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)];
    const [one, two] = connections.map((shared) => createLimiter({ key: 'a', points: 2, ...window, shared }));
    expect([await one?.take(), await two?.take()]).toEqual([0, 0]);
    expect(await one?.take()).toBeGreaterThan(0);
    await Promise.all(connections.map((connection) => connection?.close()));
  });
});

test('a limiter whose Redis is away counts for itself', async () => {
  vi.useRealTimers();
  const shared = await connectRedis({ url: `redis://127.0.0.1:${await closedPort()}`, connectTimeoutMs: 40 });
  const own = createLimiter({ key: 'a', points: 2, ...window, shared });
  expect([await own.take(), await own.take()]).toEqual([0, 0]);
  expect(await own.take()).toBeGreaterThan(0);
  await shared.close();
});

test('a limiter that breaks fails its calls instead of letting them hang', async () => {
  await using server = await open();
  const broken: Limiter = { ...limiter(1), take: () => Promise.reject(new Error('out of order')) };
  const call = throttle({ limiters: [broken], sleep })(server.transport().json);
  expect(await failure(call(get('/')))).toMatchObject({ message: 'out of order' });
  expect(server.seen).toHaveLength(0);
});
