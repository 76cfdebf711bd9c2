import { createConnection, type Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { type Cache, createCache } from '../../src/http/cache.ts';
import { CacheTier, type KeyedEntry } from '../../src/http/cache-tier.ts';
import { cache } from '../../src/http/cached.ts';
import type { CachePolicy, Call } from '../../src/http/call.ts';
import { StatusError } from '../../src/http/errors.ts';
import { ShapeError } from '../../src/http/parse.ts';
import { connectRedis, type RedisConnection } from '../../src/http/redis.ts';
import { roughBytes } from '../../src/http/rough-size.ts';
import { clock } from './clock.ts';
import { closedPort, failure, get, json, post, tcpPeer, until, upstream, type Respond } from './server.ts';
import { meetings, room } from './stores.ts';

const policy: CachePolicy = { key: 'me:/a', freshMs: 1000, staleMs: 5000 };
/** In the middle: the jitter is nil. */
const random = (): number => 0.5;

const counting: Respond = (response, _seen, count) => json(response, count);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a tier is given to keep. */
function kept(key: string, value: string): readonly KeyedEntry[] {
  return [{ key, entry: { value, fetchedAt: 0, freshUntil: 60_000, staleUntil: 60_000 } }];
}

/** The values of what is kept and fresh. */
async function fresh(store: Cache, keys: readonly string[]): Promise<unknown[]> {
  const kept = await store.getMany(keys);
  return kept.map((entry) => (entry?.fresh === true ? entry.value : undefined));
}

/** Lets what runs behind the readers come to its end. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i += 1) await turn();
}

describe('an answer', () => {
  test('is served from the cache while it is fresh', async () => {
    const time = clock();
    await using server = await upstream(counting);
    const call = cache(createCache({ ...time, random }))(server.transport(time).json);
    const first = await call(get('/a', { cache: policy }));
    time.move(999);
    expect(await call(get('/a', { cache: policy }))).toEqual(first);
    expect(first).toMatchObject({ body: 1, fetchedAt: 1_000_000, stale: false });
    expect(server.seen).toHaveLength(1);
  });

  test('past its freshness is served at once and fetched anew behind, once for many', async () => {
    const time = clock();
    await using server = await upstream(counting);
    const call = cache(createCache({ ...time, random }))(server.transport(time).json);
    await call(get('/a', { cache: policy }));
    time.move(1000);
    const many = await Promise.all(Array.from({ length: 20 }, () => call(get('/a', { cache: policy }))));
    expect(new Set(many.map(({ body, stale }) => `${String(body)} ${stale}`))).toEqual(new Set(['1 false']));
    await until(() => server.seen.length === 2);
    await settle();
    expect(await call(get('/a', { cache: policy }))).toMatchObject({ body: 2, stale: false, fetchedAt: 1_001_000 });
    expect(server.seen).toHaveLength(2);
  });

  test('past its staleness is not served', async () => {
    const time = clock();
    await using server = await upstream(counting);
    const call = cache(createCache({ ...time, random }))(server.transport(time).json);
    await call(get('/a', { cache: policy }));
    time.move(6000);
    expect((await call(get('/a', { cache: policy }))).body).toBe(2);
  });

  test('is fresh for a tenth more or less, so that not all end together', async () => {
    for (const [value, freshMs] of [
      [0, 900],
      [1, 1100],
    ] as const) {
      const time = clock();
      await using server = await upstream(counting);
      const call = cache(createCache({ ...time, random: () => value }))(server.transport(time).json);
      await call(get('/a', { cache: policy }));
      time.move(freshMs - 1);
      await call(get('/a', { cache: policy }));
      await settle();
      expect(server.seen).toHaveLength(1);
      time.move(1);
      await call(get('/a', { cache: policy }));
      await until(() => server.seen.length === 2);
    }
  });

  test('without a policy is never kept', async () => {
    await using server = await upstream(counting);
    const call = cache(createCache())(server.transport().json);
    await call(get('/a'));
    expect((await call(get('/a'))).body).toBe(2);
  });

  test('of another key is not served: the credential is part of the key', async () => {
    await using server = await upstream(counting);
    const call = cache(createCache())(server.transport().json);
    await call(get('/a', { cache: policy }));
    expect((await call(get('/a', { cache: { ...policy, key: 'you:/a' } }))).body).toBe(2);
  });

  test('of a POST that only reads is kept like any other', async () => {
    await using server = await upstream(counting);
    const call = cache(createCache())(server.transport().json);
    await call(post('/a', { cache: policy }));
    expect((await call(post('/a', { cache: policy }))).body).toBe(1);
  });

  test('that is a refusal is not kept', async () => {
    await using server = await upstream((response, _seen, count) => json(response, count, count === 1 ? 404 : 200));
    const call = cache(createCache())(server.transport().json);
    expect(await failure(call(get('/a', { cache: policy })))).toMatchObject({ status: 404 });
    expect((await call(get('/a', { cache: policy }))).body).toBe(2);
  });
});

describe('when the upstream fails', () => {
  test.each([500, 503, 429])(
    'with %i the old answer is served, and says that it is stale, until it works again',
    async (status) => {
      const time = clock();
      let now = 200;
      await using server = await upstream((response, _seen, count) => json(response, count, now));
      const call = cache(createCache({ ...time, random }))(server.transport(time).json);
      await call(get('/a', { cache: policy }));
      now = status;
      time.move(1000);
      await call(get('/a', { cache: policy }));
      await until(() => server.seen.length === 2);
      await settle();
      expect(await call(get('/a', { cache: policy }))).toMatchObject({ body: 1, stale: true, fetchedAt: 1_000_000 });
      await settle();
      now = 200;
      await call(get('/a', { cache: policy }));
      await settle();
      expect(await call(get('/a', { cache: policy }))).toMatchObject({ stale: false });
      expect((await call(get('/a', { cache: policy }))).body).toBeGreaterThan(1);
      time.move(1000);
      expect(await call(get('/a', { cache: policy }))).toMatchObject({ stale: false });
    },
  );

  test('with an answer of another shape the old one is served, and says so', async () => {
    const time = clock();
    await using server = await upstream((response, _seen, count) => json(response, count === 1 ? 1 : 'one'));
    const { json: transport } = server.transport(time);
    const asNumber: Call<unknown> = async (request) => {
      const answer = await transport(request);
      if (typeof answer.body !== 'number') throw new ShapeError('', 'a number');
      return answer;
    };
    const call = cache(createCache({ ...time, random }))(asNumber);
    await call(get('/a', { cache: policy }));
    time.move(1000);
    await call(get('/a', { cache: policy }));
    await until(() => server.seen.length === 2);
    await settle();
    expect(await call(get('/a', { cache: policy }))).toMatchObject({ body: 1, stale: true, fetchedAt: 1_000_000 });
  });

  test('by being gone the old answer is served and says so', async () => {
    const time = clock();
    const server = await upstream(counting);
    const transport = server.transport(time);
    const call = cache(createCache({ ...time, random }))(transport.json);
    await call(get('/a', { cache: policy }));
    await server[Symbol.asyncDispose]();
    time.move(1000);
    await call(get('/a', { cache: policy }));
    await settle();
    expect(await call(get('/a', { cache: policy }))).toMatchObject({ body: 1, stale: true });
  });

  test('and nothing old is known the error is the answer', async () => {
    await using server = await upstream((response) => json(response, {}, 500));
    expect(await failure(cache(createCache())(server.transport().json)(get('/a', { cache: policy })))).toBeInstanceOf(
      StatusError,
    );
  });

  test('with a refusal that will stay the old answer goes', async () => {
    const time = clock();
    await using server = await upstream((response, _seen, count) => json(response, count, count === 1 ? 200 : 404));
    const call = cache(createCache({ ...time, random }))(server.transport(time).json);
    await call(get('/a', { cache: policy }));
    time.move(1000);
    await call(get('/a', { cache: policy }));
    await until(() => server.seen.length === 2);
    await settle();
    expect(await failure(call(get('/a', { cache: policy })))).toMatchObject({ status: 404 });
  });
});

describe('callers that leave', () => {
  test('do not take the answer from those who wait with them', async () => {
    const waiting: (() => void)[] = [];
    await using server = await upstream((response, _seen, count) => {
      waiting.push(() => json(response, count));
    });
    const call = cache(createCache())(server.transport().json);
    const controller = new AbortController();
    const leaving = failure(call(get('/a', { cache: policy, signal: controller.signal })));
    const staying = call(get('/a', { cache: policy }));
    await until(() => waiting.length === 1);
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError' });
    waiting[0]?.();
    expect((await staying).body).toBe(1);
    expect(server.seen).toHaveLength(1);
  });

  test('all, end the call', async () => {
    await using server = await upstream(() => undefined);
    const call = cache(createCache())(server.transport().json);
    const controller = new AbortController();
    const leaving = failure(call(get('/a', { cache: policy, signal: controller.signal })));
    await until(() => server.seen.length === 1);
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError' });
    await until(() => server.sockets.size === 0);
  });

  test('after a served answer do not stop its renewal behind', async () => {
    const time = clock();
    await using server = await upstream(counting);
    const call = cache(createCache({ ...time, random }))(server.transport(time).json);
    await call(get('/a', { cache: policy }));
    time.move(1000);
    const controller = new AbortController();
    await call(get('/a', { cache: policy, signal: controller.signal, deadline: time.now() + 1 }));
    controller.abort();
    await until(() => server.seen.length === 2);
    await settle();
    expect((await call(get('/a', { cache: policy }))).body).toBe(2);
  });
});

describe.each(meetings)('values by key, in $name', ({ connect }) => {
  async function withCache(work: (store: Cache) => Promise<void>): Promise<void> {
    const shared = await connect(room());
    await work(createCache({ shared }));
    await shared?.close();
  }

  test('are read once by two hundred at once', () =>
    withCache(async (store) => {
      let loads = 0;
      const load = async (): Promise<string> => {
        loads += 1;
        await turn();
        return 'value';
      };
      const served = await Promise.all(Array.from({ length: 200 }, () => store.read(policy, load)));
      expect(new Set(served.map(({ value }) => value))).toEqual(new Set(['value']));
      expect(loads).toBe(1);
    }));

  test('come back in the order of the keys, undefined where there is none', () =>
    withCache(async (store) => {
      await store.setMany(
        [
          ['v:1', { id: 1 }],
          ['v:3', { id: 3 }],
        ],
        { freshMs: 1000, staleMs: 0 },
      );
      expect(await fresh(store, ['v:3', 'v:2', 'v:1', 'v:3'])).toEqual([{ id: 3 }, undefined, { id: 1 }, { id: 3 }]);
      expect(await fresh(store, [])).toEqual([]);
    }));

  test('are gone once deleted, one by one or by what they begin with', () =>
    withCache(async (store) => {
      const entries = ['v:1', 'v:2', 'v*:3', 'w:1'].map((key) => [key, key] as const);
      await store.setMany(entries, { freshMs: 60_000, staleMs: 0 });
      await store.delete('v:1');
      expect(await fresh(store, ['v:1', 'v:2'])).toEqual([undefined, 'v:2']);
      await store.deletePrefix('v*');
      expect(await fresh(store, ['v:2', 'v*:3'])).toEqual(['v:2', undefined]);
      await store.deletePrefix('v');
      expect(await fresh(store, ['v:2', 'w:1'])).toEqual([undefined, 'w:1']);
    }));

  test('that are being loaded when they are deleted are neither kept nor given to later readers', () =>
    withCache(async (store) => {
      let finish: ((value: string) => void) | undefined;
      const before = store.read(policy, () => new Promise<string>((resolve) => (finish = resolve)));
      await until(() => finish !== undefined);
      await store.delete(policy.key);
      expect((await store.read(policy, async () => 'new')).value).toBe('new');
      finish?.('old');
      expect((await before).value).toBe('old');
      expect((await store.read(policy, async () => 'newer')).value).toBe('new');
    }));
});

test('values past their freshness are given as such while they are kept, and then no more', async () => {
  const time = clock();
  const store = createCache({ ...time, random });
  await store.setMany([['a', 1]], { freshMs: 1000, staleMs: 9000 });
  time.move(999);
  expect(await store.getMany(['a'])).toEqual([{ value: 1, fetchedAt: 1_000_000, freshUntil: 1_001_000, fresh: true }]);
  time.move(1);
  expect(await store.getMany(['a'])).toEqual([{ value: 1, fetchedAt: 1_000_000, freshUntil: 1_001_000, fresh: false }]);
  time.move(9000);
  expect(await store.getMany(['a'])).toEqual([undefined]);
});

describe('the memory', () => {
  test('holds so many entries and no more, the oldest go', async () => {
    const store = createCache({ maxEntries: 3 });
    await store.setMany(
      [1, 2, 3, 4].map((n) => [`k${n}`, n] as const),
      { freshMs: 60_000, staleMs: 0 },
    );
    expect(await fresh(store, ['k1', 'k2', 'k3', 'k4'])).toEqual([undefined, 2, 3, 4]);
  });

  test('holds so many bytes and no more, and nothing larger than itself', async () => {
    const store = createCache({ maxBytes: 5000 });
    const life = { freshMs: 60_000, staleMs: 0 };
    await store.setMany([['huge', 'x'.repeat(6000)]], life);
    await store.setMany([['a', 'x'.repeat(2000)]], life);
    await store.setMany([['b', 'x'.repeat(2000)]], life);
    await store.setMany([['c', 'x'.repeat(2000)]], life);
    const kept = await fresh(store, ['huge', 'a', 'b', 'c']);
    expect(kept.map((value) => value !== undefined)).toEqual([false, false, true, true]);
  });

  test('reckons roughly with what a value takes', () => {
    expect(roughBytes('x'.repeat(1000))).toBeGreaterThan(1000);
    expect(roughBytes([{ a: 'x'.repeat(1000) }, null, 1, true])).toBeLessThan(1300);
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('replicas on $name', ({ connect }) => {
  test('serve what another has fetched, from one call to the upstream', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)];
    await using server = await upstream(counting);
    const calls = connections.map((shared) => cache(createCache({ shared }))(server.transport().json));
    const [one, two] = await Promise.all(calls.slice(0, 1).map((call) => call(get('/a', { cache: policy })))).then(
      async ([first]) => [first, await calls[1]?.(get('/a', { cache: policy }))],
    );
    expect(two).toEqual(one);
    expect(server.seen).toHaveLength(1);
    await Promise.all(connections.map((connection) => connection?.close()));
  });

  test('take a renewal over from one another', async () => {
    const name = room();
    const connections = [await connect(name), await connect(name)];
    const time = clock(Date.now());
    await using server = await upstream(counting);
    const [one, two] = connections.map((shared) => cache(createCache({ shared, ...time, random }))(server.transport(time).json));
    const request = get('/a', { cache: { ...policy, staleMs: 600_000 } });
    await one?.(request);
    await two?.(request);
    time.move(1000);
    await one?.(request);
    await until(() => server.seen.length === 2);
    await one?.(request);
    await connections[0]?.client.ping();
    await two?.(request);
    await connections[1]?.client.ping();
    await settle();
    expect((await two?.(request))?.body).toBe(2);
    expect(server.seen).toHaveLength(2);
    await Promise.all(connections.map((connection) => connection?.close()));
  });

  async function replicas(count: number): Promise<{ readonly stores: readonly [Cache, Cache, ...Cache[]]; close(): Promise<void> }> {
    const name = room();
    const connections = await Promise.all(Array.from({ length: count }, () => connect(name)));
    const [one, two, ...more] = connections.map((shared) => createCache({ shared }));
    if (one === undefined || two === undefined) throw new Error('too few');
    await listeners(connections[0], count);
    return { stores: [one, two, ...more], close: async () => void (await Promise.all(connections.map((connection) => connection?.close()))) };
  }

  test('forget at once what another deletes, one by one or by what it begins with, and nothing else', async () => {
    const { stores, close } = await replicas(3);
    const [one] = stores;
    const keys = ['v:1', 'v:2', 'v*:3', 'w:4'];
    await one.setMany(
      keys.map((key) => [key, key] as const),
      { freshMs: 60_000, staleMs: 0 },
    );
    for (const store of stores) expect(await fresh(store, keys)).toEqual(keys);
    await one.delete('v:1');
    await one.deletePrefix('v*');
    const forgotten = async (store: Cache): Promise<boolean> => JSON.stringify(await fresh(store, keys)) === JSON.stringify([undefined, 'v:2', undefined, 'w:4']);
    for (const store of stores) await vi.waitFor(async () => expect(await forgotten(store)).toBe(true));
    await close();
  });

  test('read from another what it loaded anew, where they keep it past its freshness themselves', async () => {
    const time = clock();
    const name = room();
    const connections = await Promise.all([connect(name), connect(name)]);
    const [one, two] = connections.map((shared) => createCache({ shared, now: time.now, random }));
    const life = { freshMs: 1000, staleMs: 60_000 };
    await one?.setMany([['a', 'old']], life);
    expect(await two?.getMany(['a'])).toEqual([{ value: 'old', fetchedAt: 1_000_000, freshUntil: 1_001_000, fresh: true }]);
    time.move(1000);
    await one?.setMany([['a', 'new']], life);
    expect(await two?.getMany(['a'])).toEqual([{ value: 'new', fetchedAt: 1_001_000, freshUntil: 1_002_000, fresh: true }]);
    time.move(1000);
    expect(await two?.getMany(['a'])).toEqual([{ value: 'new', fetchedAt: 1_001_000, freshUntil: 1_002_000, fresh: false }]);
    await Promise.all(connections.map((connection) => connection?.close()));
  });

  test('do not write what they began to load before another deleted it', async () => {
    const { stores, close } = await replicas(2);
    const [one, two] = stores;
    let finish: ((value: string) => void) | undefined;
    const before = two.read(policy, () => new Promise<string>((resolve) => (finish = resolve)));
    await until(() => finish !== undefined);
    const mark = await two.mark();
    await one.delete(policy.key);
    finish?.('old');
    expect((await before).value).toBe('old');
    await two.setMany([['many', 'old']], { freshMs: 60_000, staleMs: 0 }, mark);
    expect((await one.read(policy, async () => 'new')).value).toBe('new');
    expect(await fresh(one, ['many'])).toEqual([undefined]);
    await vi.waitFor(async () => expect((await two.read(policy, async () => 'newer')).value).toBe('new'));
    expect(await fresh(two, ['many'])).toEqual([undefined]);
    await close();
  });

  test('do not write what they began to load before another deleted it, though Redis restarted empty since', async () => {
    const shared = await connect(room());
    if (shared === undefined) throw new Error('there is no Redis');
    // Without a memory of their own, which would have heard of the deletion and of the restart.
    const [one, two] = [new CacheTier(shared, () => undefined), new CacheTier(shared, () => undefined)];
    const since = await two.generation();
    await one.delete('a');
    for await (const keys of shared.client.scanIterator({ MATCH: `${shared.prefix}*` })) if (keys.length > 0) await shared.client.unlink(keys);
    await two.setMany(kept('a', 'old'), 0, since);
    expect(await two.getMany(['a'])).toEqual([undefined]);
    await two.setMany(kept('a', 'new'), 0, await two.generation());
    expect(await two.getMany(['a'])).toMatchObject([{ value: 'new' }]);
    await shared.close();
  });

  test.each<[string, (store: Cache | undefined) => Promise<unknown> | undefined]>([
    ['a key', (store) => store?.delete('a1')],
    ['a prefix', (store) => store?.deletePrefix('a')],
    ['more than is remembered', (store) => Promise.all(Array.from({ length: 1001 }, (_, index) => store?.delete(`a${index}`)))],
  ])('delete %s when Redis is back that they deleted while it was away, before they read anything else', async (_what, deleting) => {
    const name = room();
    const direct = await connect(name);
    await using way = await wayTo(process.env['TEST_REDIS_URL'] ?? '');
    const broken = await connectRedis({ url: way.url, prefix: `test:${name}:` });
    const [one, two] = [createCache({ shared: direct }), createCache({ shared: broken })];
    await listeners(direct, 2);
    await one.setMany([['a1', 'old']], { freshMs: 60_000, staleMs: 0 });
    expect(await fresh(two, ['a1'])).toEqual(['old']);
    way.cut();
    await vi.waitFor(() => expect(broken.client.isReady).toBe(false));
    await deleting(two);
    way.mend();
    await vi.waitFor(() => expect(broken.client.isReady).toBe(true), { timeout: 5000, interval: 1 });
    expect(await fresh(two, ['a1'])).toEqual([undefined]);
    expect(await direct?.client.exists(`test:${name}:cache1:a1`)).toBe(0);
    await vi.waitFor(async () => expect(await fresh(one, ['a1'])).toEqual([undefined]));
    await Promise.all([direct?.close(), broken.close()]);
  });

  test('that did not hear the others for a while begin with an empty memory, and hear them again', async () => {
    const name = room();
    const direct = await connect(name);
    await using way = await wayTo(process.env['TEST_REDIS_URL'] ?? '');
    const broken = await connectRedis({ url: way.url, prefix: `test:${name}:` });
    const [one, two] = [createCache({ shared: direct }), createCache({ shared: broken })];
    await listeners(direct, 2);
    const life = { freshMs: 60_000, staleMs: 0 };
    await two.setMany([['a', 'old']], life);
    way.cut();
    await listeners(direct, 1);
    await one.delete('a');
    way.mend();
    await listeners(direct, 2);
    await vi.waitFor(async () => expect(await fresh(two, ['a'])).toEqual([undefined]));
    await two.setMany([['b', 'old']], life);
    await one.delete('b');
    await vi.waitFor(async () => expect(await fresh(two, ['b'])).toEqual([undefined]));
    await Promise.all([direct?.close(), broken.close()]);
  });

  test('take what they cannot read for a deletion of everything', async () => {
    const shared = await connect(room());
    const store = createCache({ shared });
    await listeners(shared, 1);
    for (const message of ['garbage', 'null', '{"by":"another"}']) {
      await store.setMany([['a', message]], { freshMs: 60_000, staleMs: 0 });
      await shared?.client.unlink(`${shared.prefix}cache1:a`);
      expect(await fresh(store, ['a'])).toEqual([message]);
      await shared?.client.publish(`${shared.prefix}cache-deleted`, message);
      await vi.waitFor(async () => expect(await fresh(store, ['a'])).toEqual([undefined]));
    }
    await shared?.close();
  });

  test('do not serve what is deleted while it is looked up', async () => {
    const shared = await connect(room());
    await createCache({ shared }).read(policy, async () => 'old');
    const store = createCache({ shared });
    const reading = store.read(policy, async () => 'new');
    await store.delete(policy.key);
    expect((await reading).value).toBe('new');
    await shared?.close();
  });

  test('do not read what is no entry', async () => {
    const name = room();
    const shared = await connect(name);
    await shared?.client.set(`test:${name}:cache1:a`, '{"value":{"value":1}}');
    await shared?.client.set(`test:${name}:cache1:b`, 'garbage');
    expect(await fresh(createCache({ shared }), ['a', 'b'])).toEqual([undefined, undefined]);
    await shared?.close();
  });

  test('go on when the connection is lost', async () => {
    const shared = await connect(room());
    const store = createCache({ shared });
    await store.setMany([['a', 1]], { freshMs: 60_000, staleMs: 0 });
    await shared?.close();
    expect(await fresh(store, ['a', 'b'])).toEqual([1, undefined]);
    expect((await store.read(policy, async () => 'loaded')).value).toBe('loaded');
    await store.delete('a');
    await store.deletePrefix('a');
    expect(shared?.client.isOpen).toBe(false);
  });

  test('forget what another has deleted and they had not read, and nothing else', async () => {
    const name = room();
    const shared = await connect(name);
    const store = createCache({ shared });
    const keys = ['v*:1', 'v:2', 'w:3', 'w:4', 'x:5'];
    await store.setMany(
      keys.map((key) => [key, key] as const),
      { freshMs: 60_000, staleMs: 0 },
    );
    await store.deletePrefix('v*');
    await store.deletePrefix('w');
    await store.delete('x:5');
    const later = await connect(name);
    expect(await fresh(createCache({ shared: later }), keys)).toEqual([undefined, 'v:2', undefined, undefined, undefined]);
    await Promise.all([shared?.close(), later?.close()]);
  });
});

test('a Redis that is away fails nothing', async () => {
  const shared = await connectRedis({ url: `redis://127.0.0.1:${await closedPort()}`, connectTimeoutMs: 40 });
  const store = createCache({ shared });
  expect((await store.read(policy, async () => 'loaded')).value).toBe('loaded');
  await store.setMany([['a', 1]], { freshMs: 60_000, staleMs: 0 });
  expect(await fresh(store, ['a', 'b'])).toEqual([1, undefined]);
  await store.delete('a');
  await store.deletePrefix('a');
  await shared.close();
});

/** Resolves when so many hear what is deleted. */
async function listeners(connection: RedisConnection | undefined, count: number): Promise<void> {
  const channel = `${connection?.prefix}cache-deleted`;
  await vi.waitFor(async () => expect(await connection?.client.pubSubNumSub([channel])).toEqual({ [channel]: count }), { timeout: 5000, interval: 1 });
}

/** A way to Redis that can be cut and mended. */
async function wayTo(url: string): Promise<AsyncDisposable & { readonly url: string; cut(): void; mend(): void }> {
  let whole = true;
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const peer = await tcpPeer((socket) => {
    if (!whole) return void socket.destroy();
    const onward = createConnection(Number(port), hostname);
    onward.on('error', () => socket.destroy());
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    socket.pipe(onward).pipe(socket);
    open.add(socket);
  });
  return {
    url: `redis://127.0.0.1:${peer.port}`,
    mend: () => {
      whole = true;
    },
    cut: () => {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  };
}
