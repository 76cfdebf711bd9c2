import { array, assert, asyncProperty, constantFrom, integer, nat, oneof, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLimiter, type Limiter } from '../../src/http/limiter.ts';
import { connectRedis } from '../../src/http/redis.ts';
import { clock } from './clock.ts';
import { closedPort } from './server.ts';
import { meetings, room } from './stores.ts';

const windowMs = 60_000;
const sixty = { windowSeconds: 60, marginSeconds: 0 };
const steps = array(record({ waitMs: oneof(integer({ min: 0, max: 70_000 }), constantFrom(0, 0, 1, 59_999, 60_000)), replica: nat({ max: 1 }) }), { maxLength: 40 });

async function takes(limiter: Limiter, times: number): Promise<number[]> {
  const told: number[] = [];
  for (let i = 0; i < times; i += 1) told.push(await limiter.take());
  return told;
}

/** Whether some stretch of time as long as the window holds more than the limit. */
function holdsTooMany(takenAt: readonly number[], points: number): boolean {
  return takenAt.some((at, index) => (takenAt[index + points] ?? Number.POSITIVE_INFINITY) < at + windowMs);
}

test('the property of these tests is one that can be broken', () => {
  expect(holdsTooMany([0, 59_999], 1)).toBe(true);
  expect(holdsTooMany([0, 60_000], 1)).toBe(false);
});

describe.each(meetings)('a limiter in $name', ({ name, connect }) => {
  test('never gives more slots than its points in any stretch as long as its window, and always those', async () => {
    const own = room();
    const shared = await connect(own);
    let run = 0;
    await assert(
      asyncProperty(integer({ min: 1, max: 4 }), steps, async (points, moves) => {
        run += 1;
        const time = clock(1_790_000_000_000);
        const one = createLimiter({ key: `a${run}`, points, ...sixty, shared, now: time.now });
        // In memory a second replica counts for itself, so that there is only one.
        const two = shared === undefined ? one : createLimiter({ key: `a${run}`, points, ...sixty, shared, now: time.now });
        const takenAt: number[] = [];
        for (const { waitMs, replica } of moves) {
          time.move(waitMs);
          const told = await (replica === 0 ? one : two).take();
          const recent = takenAt.filter((at) => at > time.now() - windowMs);
          expect(told === 0).toBe(recent.length < points);
          expect(told).toBe(recent.length < points ? 0 : (recent.at(-points) ?? 0) + windowMs - time.now());
          if (told === 0) takenAt.push(time.now());
        }
        expect(holdsTooMany(takenAt, points)).toBe(false);
      }),
      { numRuns: name === 'memory' ? 300 : 40 },
    );
    await shared?.close();
  });

  test('gives one slot at the end of a window that began with one call, where windows that are fixed would give all', async () => {
    const shared = await connect(room());
    const time = clock(1_790_000_000_000);
    const limiter = createLimiter({ key: 'a', points: 200, ...sixty, shared, now: time.now });
    const takeAll = async (): Promise<number> => {
      for (let taken = 0; ; taken += 1) if ((await limiter.take()) > 0) return taken;
    };
    expect(await limiter.take()).toBe(0);
    time.move(59_000);
    expect(await takeAll()).toBe(199);
    time.move(1000);
    expect(await takeAll()).toBe(1);
    time.move(59_000);
    expect(await takeAll()).toBe(199);
    await shared?.close();
  });

  test('is closed for as long as it is told, then gives what it has', async () => {
    const shared = await connect(room());
    const time = clock(1_790_000_000_000);
    const limiter = createLimiter({ key: 'a', points: 2, ...sixty, shared, now: time.now });
    await limiter.take();
    await limiter.block(30);
    expect(limiter.state()).toMatchObject({ remaining: 0, resetsAt: time.now() + 60_000 });
    expect(await limiter.take()).toBe(30_000);
    await limiter.block(5);
    expect(await limiter.take()).toBe(30_000);
    time.move(30_000);
    expect([await limiter.take(), await limiter.take()]).toEqual([0, 30_000]);
    await shared?.close();
  });

  test('tells when all its slots are free again', async () => {
    const shared = await connect(room());
    const time = clock(1_790_000_000_000);
    const limiter = createLimiter({ key: 'a', points: 3, windowSeconds: 60, marginSeconds: 1, shared, now: time.now });
    await limiter.take();
    time.move(10_000);
    await limiter.take();
    expect(limiter.state()).toEqual({ limit: 3, windowSeconds: 60, remaining: 1, resetsAt: time.now() + 61_000 });
    time.move(61_000);
    expect(limiter.state()).toEqual({ limit: 3, windowSeconds: 60, remaining: 3, resetsAt: time.now() });
    await shared?.close();
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('replicas on $name', ({ connect }) => {
  test('go by the clock of Redis, whatever their own say', async () => {
    const shared = await connect(room());
    const replicas = [1, 2].map(() => createLimiter({ key: 'a', points: 2, ...sixty, shared }));
    expect(await Promise.all(replicas.map((replica) => replica.take()))).toEqual([0, 0]);
    const told = await replicas[0]?.take();
    expect(told).toBeGreaterThan(50_000);
    expect(told).toBeLessThanOrEqual(60_000);
    await shared?.close();
  });

  test('that ask at once get no more than the limit', async () => {
    const name = room();
    const connections = await Promise.all([connect(name), connect(name)]);
    const replicas = connections.map((shared) => createLimiter({ key: 'a', points: 50, ...sixty, shared }));
    const asked = await Promise.all(replicas.flatMap((replica) => Array.from({ length: 60 }, () => replica.take())));
    expect(asked.filter((told) => told === 0)).toHaveLength(50);
    await Promise.all(connections.map((connection) => connection?.close()));
  });

  test('that lose Redis go on with what they took themselves', async () => {
    const shared = await connect(room());
    const time = clock(Date.now());
    const limiter = createLimiter({ key: 'a', points: 3, ...sixty, shared, now: time.now });
    const other = createLimiter({ key: 'a', points: 3, ...sixty, shared, now: time.now });
    expect([await limiter.take(), await limiter.take(), await other.take(), await limiter.take()]).toEqual([0, 0, 0, windowMs]);
    await shared?.close();
    expect([await limiter.take(), await limiter.take()]).toEqual([0, windowMs]);
  });

  test('leave nothing behind once their window has passed', async () => {
    const name = room();
    const shared = await connect(name);
    await createLimiter({ key: 'a', points: 2, ...sixty, shared }).take();
    const key = `test:${name}:limit:{a}`;
    const leftMs = (await shared?.client.pTTL(key)) ?? 0;
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(windowMs);
    await shared?.close();
  });
});

describe('a limiter of one process', () => {
  test('is not held up for an hour by a clock that is set back by one', async () => {
    const time = clock(1_790_000_000_000);
    const limiter = createLimiter({ key: 'a', points: 2, ...sixty, now: time.now });
    expect(await takes(limiter, 2)).toEqual([0, 0]);
    time.move(-3_600_000);
    expect(await takes(limiter, 1)).toEqual([windowMs]);
    time.move(windowMs);
    expect(await takes(limiter, 3)).toEqual([0, 0, windowMs]);
  });

  test('is what is left of one whose Redis is away', async () => {
    const shared = await connectRedis({ url: `redis://127.0.0.1:${await closedPort()}`, connectTimeoutMs: 40 });
    const time = clock(1_790_000_000_000);
    const limiter = createLimiter({ key: 'a', points: 2, ...sixty, shared, now: time.now });
    expect(await takes(limiter, 3)).toEqual([0, 0, windowMs]);
    await limiter.block(90);
    expect(await takes(limiter, 1)).toEqual([90_000]);
    await shared.close();
  });
});
