import { describe, expect, test } from 'vitest';
import { redisStore } from '../../src/http/redis-store.ts';
import { connectRedis } from '../../src/http/redis.ts';
import { memoryStore, type SharedStore } from '../../src/http/shared.ts';
import { clock } from './clock.ts';
import { closedPort, failure, tcpPeer } from './server.ts';
import { meetings, room } from './stores.ts';

interface Place extends AsyncDisposable {
  readonly store: SharedStore;
}

const awayOptions = { connectTimeoutMs: 40 };

const places: readonly { readonly name: string; open(): Promise<Place> }[] = [
  ...meetings.map(({ name, connect }) => ({
    name,
    open: async () => {
      const connection = await connect(room());
      return {
        store: connection === undefined ? memoryStore() : redisStore(connection),
        [Symbol.asyncDispose]: async () => connection?.close(),
      };
    },
  })),
  {
    name: 'a Redis that is not there',
    open: async () => {
      const connection = await connectRedis({ url: `redis://127.0.0.1:${await closedPort()}`, ...awayOptions });
      return { store: redisStore(connection), [Symbol.asyncDispose]: () => connection.close() };
    },
  },
  {
    name: 'a Redis that never answers',
    open: async () => {
      const peer = await tcpPeer(() => undefined);
      const connection = await connectRedis({ url: `redis://127.0.0.1:${peer.port}`, ...awayOptions });
      return {
        store: redisStore(connection),
        [Symbol.asyncDispose]: async () => {
          await connection.close();
          await peer[Symbol.asyncDispose]();
        },
      };
    },
  },
];

describe.each(places)('a shared store on $name', ({ open }) => {
  test('gives back what was set, until it is deleted', async () => {
    await using place = await open();
    expect(await place.store.get('a')).toBeUndefined();
    await place.store.set('a', '1', 60_000);
    await place.store.set('a', '2', 60_000);
    expect(await place.store.get('a')).toBe('2');
    await place.store.delete('a');
    expect(await place.store.get('a')).toBeUndefined();
  });

  test('forgets after the time to live', async () => {
    await using place = await open();
    await place.store.set('a', '1', 15);
    await place.store.set('b', '1', 60_000);
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
    expect(await place.store.get('a')).toBeUndefined();
    expect(await place.store.get('b')).toBe('1');
  });

  test('lets one hold a lock at a time, and all in the end', async () => {
    await using place = await open();
    let inside = 0;
    const most: number[] = [];
    const work = async (): Promise<void> => {
      inside += 1;
      most.push(inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => place.store.lock('a', 10_000, work)));
    expect(most).toEqual(Array(20).fill(1));
  });

  test('locks keys apart', async () => {
    await using place = await open();
    const value = await place.store.lock('a', 10_000, () => place.store.lock('b', 10_000, async () => 'both'));
    expect(value).toBe('both');
  });

  test('hands on the error of the work, run once, and the lock is free again', async () => {
    await using place = await open();
    let runs = 0;
    const broken = place.store.lock('a', 10_000, async () => {
      runs += 1;
      throw new Error('no key');
    });
    expect(await failure(broken)).toMatchObject({ message: 'no key' });
    expect(await place.store.lock('a', 10_000, async () => 'free')).toBe('free');
    expect(runs).toBe(1);
  });
});

test('the memory store lets go of what has expired', async () => {
  const time = clock();
  const store = memoryStore(time.now);
  await store.set('a', '1', 1000);
  time.move(999);
  expect(await store.get('a')).toBe('1');
  time.move(1);
  expect(await store.get('a')).toBeUndefined();
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('replicas on $name', ({ connect }) => {
  test('see what another has set, and never hold a lock together', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)].filter((connection) => connection !== undefined);
    const [one, two] = connections.map((connection) => redisStore(connection));
    await one?.set('a', '1', 60_000);
    expect(await two?.get('a')).toBe('1');
    let inside = 0;
    const most: number[] = [];
    const work = async (): Promise<void> => {
      inside += 1;
      most.push(inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([one, two, one, two].map((store) => store?.lock('a', 10_000, work)));
    expect(most).toEqual([1, 1, 1, 1]);
    await Promise.all(connections.map((connection) => connection.close()));
  });

  test('take over the lock of one that died, and the dead one cannot release it', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)].filter((connection) => connection !== undefined);
    const [one, two] = connections.map((connection) => redisStore(connection));
    const order: string[] = [];
    let finish: (() => void) | undefined;
    const dead = one?.lock('a', 60, async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      order.push('late');
    });
    await expect.poll(() => connections[1]?.client.exists(`test:${name}:lock:a`)).toBe(1);
    // One that keeps silent is dead to the others; this one comes back.
    connections[0]?.client.destroy();
    await two?.lock('a', 10_000, async () => {
      order.push('second');
      await connections[0]?.client.connect();
      finish?.();
      await dead;
      expect(await connections[1]?.client.exists(`test:${name}:lock:a`)).toBe(1);
    });
    expect(order).toEqual(['second', 'late']);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('a lock on $name', ({ connect }) => {
  test('is held for as long as the work takes, and not a moment longer', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)].filter((connection) => connection !== undefined);
    const [one, two] = connections.map((connection) => redisStore(connection));
    const order: string[] = [];
    const long = one?.lock('a', 150, async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 600);
      });
      order.push('long');
    });
    await expect.poll(() => connections[1]?.client.exists(`test:${name}:lock:a`)).toBe(1);
    await two?.lock('a', 10_000, async () => void order.push('second'));
    await long;
    expect(order).toEqual(['long', 'second']);
    expect(await connections[1]?.client.exists(`test:${name}:lock:a`)).toBe(0);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});

test('a Redis that is away is told to whom it concerns', async () => {
  const errors: Error[] = [];
  const connection = await connectRedis({
    url: `redis://127.0.0.1:${await closedPort()}`,
    onError: (error) => errors.push(error),
    ...awayOptions,
  });
  expect(errors.length).toBeGreaterThan(0);
  await connection.close();
});
