import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { connectRedis, type RedisConnection } from '../../src/http/redis.ts';
import type { Buckets, BucketSize } from '../../src/limits/rate/bucket.ts';
import { memoryBuckets } from '../../src/limits/rate/memory-buckets.ts';
import { sharedBuckets } from '../../src/limits/rate/shared-buckets.ts';

const size: BucketSize = { points: 60, windowSeconds: 60 };
const redisUrl = process.env['TEST_REDIS_URL'];
const connections: RedisConnection[] = [];
afterAll(async () => {
  for (const connection of connections) await connection.close();
});

/** Buckets with a clock that the test moves. Redis forgets by its own clock: its keys live as long as the test. */
function clocked() {
  const clock = { now: 1_800_000_000_000 };
  return { clock, now: () => clock.now };
}

async function redis(): Promise<RedisConnection> {
  const connection = await connectRedis({ url: redisUrl ?? '', prefix: `test-${randomUUID()}:` });
  connections.push(connection);
  return connection;
}

const kinds: readonly (readonly [name: string, make: (now: () => number) => Promise<Buckets>])[] = [
  ['in memory', async (now) => memoryBuckets(size, now)],
  ...(redisUrl === undefined ? [] : [['in Redis', async (now: () => number) => sharedBuckets(size, { name: 'test', shared: await redis(), now })] as const]),
];

describe.each(kinds)('a bucket %s', (_name, make) => {
  test('gives all its points at once, and then one for each that came back', async () => {
    const { clock, now } = clocked();
    const buckets = await make(now);
    expect(await buckets.spend('a', 59)).toEqual({ allowed: true, remaining: 1, resetSeconds: 59, retryAfterSeconds: 0 });
    expect(await buckets.spend('a', 1)).toEqual({ allowed: true, remaining: 0, resetSeconds: 60, retryAfterSeconds: 0 });
    expect(await buckets.spend('a', 1)).toEqual({ allowed: false, remaining: 0, resetSeconds: 60, retryAfterSeconds: 1 });
    clock.now += 1000;
    expect(await buckets.spend('a', 1)).toMatchObject({ allowed: true, remaining: 0 });
    clock.now += 30_000;
    expect(await buckets.spend('a', 30)).toMatchObject({ allowed: true, remaining: 0 });
  });

  test('says how long to wait for as many as are asked for, and takes none meanwhile', async () => {
    const { clock, now } = clocked();
    const buckets = await make(now);
    await buckets.spend('a', 60);
    expect(await buckets.spend('a', 20)).toMatchObject({ allowed: false, retryAfterSeconds: 20 });
    clock.now += 20_000;
    expect(await buckets.spend('a', 20)).toMatchObject({ allowed: true });
  });

  test('holds no more than it holds, however long nobody takes any', async () => {
    const { clock, now } = clocked();
    const buckets = await make(now);
    await buckets.spend('a', 1);
    clock.now += 3_600_000;
    expect(await buckets.spend('a', 60)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await buckets.spend('a', 1)).toMatchObject({ allowed: false });
  });

  test('gives who asks for more than it holds all of it', async () => {
    const buckets = await make(clocked().now);
    expect(await buckets.spend('a', 10_000)).toMatchObject({ allowed: true, remaining: 0 });
  });

  test('tells whether a point is left without taking it', async () => {
    const buckets = await make(clocked().now);
    expect(await buckets.spend('a', 0)).toMatchObject({ allowed: true, remaining: 60 });
    await buckets.spend('a', 60);
    expect(await buckets.spend('a', 0)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
  });

  test('may be overdrawn, by no more than it holds', async () => {
    const { now } = clocked();
    const buckets = await make(now);
    await buckets.charge('a', 90);
    expect(await buckets.spend('a', 1)).toMatchObject({ allowed: false, retryAfterSeconds: 31 });
    await buckets.charge('a', 10_000);
    expect(await buckets.spend('a', 1)).toMatchObject({ allowed: false, retryAfterSeconds: 61 });
  });

  test('is one for each key', async () => {
    const buckets = await make(clocked().now);
    await buckets.spend('a', 60);
    expect(await buckets.spend('b', 60)).toMatchObject({ allowed: true });
  });
});

test.skipIf(redisUrl === undefined)('replicas share a bucket in Redis, each counting for itself while Redis is away', async () => {
  const shared = await redis();
  const { now } = clocked();
  const [here, there] = [sharedBuckets(size, { name: 'r', shared, now }), sharedBuckets(size, { name: 'r', shared, now })];
  await here.spend('a', 60);
  expect(await there.spend('a', 1)).toMatchObject({ allowed: false });
  await shared.close();
  expect(await there.spend('a', 60)).toMatchObject({ allowed: true });
  expect(await there.spend('a', 1)).toMatchObject({ allowed: false });
});
