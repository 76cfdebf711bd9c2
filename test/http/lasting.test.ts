import { describe, expect, test } from 'vitest';
import { createCache } from '../../src/http/cache.ts';
import { cache } from '../../src/http/cached.ts';
import type { CachePolicy } from '../../src/http/call.ts';
import { coalesce } from '../../src/http/coalesce.ts';
import { type Loaded, readMany } from '../../src/http/read-many.ts';
import { clock } from './clock.ts';
import { get, json, until, upstream, type Respond } from './server.ts';

const policy: CachePolicy = { key: 'me:/a', freshMs: 1000, staleMs: 5000 };
/** In the middle: the jitter is nil. */
const random = (): number => 0.5;
const start = 1_000_000;

/** Keeps all that it is told. */
function told() {
  const ends: number[] = [];
  return { ends, lasting: { until: (end: number) => void ends.push(end) } };
}

async function reading(respond: Respond = (response, _seen, count) => json(response, count)) {
  const time = clock(start);
  const server = await upstream(respond);
  const call = cache(createCache({ ...time, random }))(coalesce(time)(server.transport(time).json));
  const ends = async (request = get('/a', { cache: policy, key: policy.key })) => {
    const { ends: heard, lasting } = told();
    await call({ ...request, lasting }).catch(() => undefined);
    return heard;
  };
  return { time, server, ends, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('a reader of the cache is told', () => {
  test('until when what was loaded is fresh, and the same end while it is', async () => {
    await using given = await reading();
    expect(await given.ends()).toEqual([start + 1000]);
    given.time.move(999);
    expect(await given.ends()).toEqual([start + 1000]);
    expect(given.server.seen).toHaveLength(1);
  });

  test('the end that has passed where it gets what is past it, and the new one behind', async () => {
    await using given = await reading();
    await given.ends();
    given.time.move(1500);
    expect(await given.ends()).toEqual([start + 1000]);
    await until(() => given.server.seen.length === 2);
    await expect.poll(() => given.ends()).toEqual([start + 2500]);
  });

  test('that nothing lasts where loading fails, also where it makes do without', async () => {
    await using given = await reading((response) => json(response, {}, 500));
    expect(await given.ends()).toEqual([0]);
  });

  test('that nothing lasts where it asks for what is not kept, as is who joins it', async () => {
    const held: (() => void)[] = [];
    await using given = await reading((response) => void held.push(() => json(response, {})));
    const uncached = get('/a', { key: policy.key });
    const both = [given.ends(uncached), given.ends(uncached)];
    await until(() => held.length === 1);
    held[0]?.();
    for (const heard of await Promise.all(both)) expect(Math.max(...heard)).toBe(0);
    expect(given.server.seen).toHaveLength(1);
  });

  test('the same as who loads what it waits for', async () => {
    const held: (() => void)[] = [];
    await using given = await reading((response) => void held.push(() => json(response, {})));
    const both = [given.ends(), given.ends()];
    await until(() => held.length === 1);
    held[0]?.();
    expect(await Promise.all(both)).toEqual([[start + 1000], [start + 1000]]);
  });
});

test('what was deleted while it was loaded lasts for nobody', async () => {
  const time = clock(start);
  const store = createCache({ ...time, random });
  const { ends, lasting } = told();
  const read = await store.read(policy, async () => {
    await store.delete(policy.key);
    return 'old';
  }, { method: 'GET', path: '/a', lasting });
  expect([read.value, ends]).toEqual(['old', [0]]);
});

test('a call without a cache above it lasts for nobody', async () => {
  await using server = await upstream((response) => json(response, {}));
  const { ends, lasting } = told();
  await server.transport().json(get('/a', { lasting }));
  expect(ends).toEqual([0]);
});

function every(ids: readonly string[]): ReadonlyMap<string, Loaded<string>> {
  return new Map(ids.map((id) => [id, { value: id, fetchedAt: 0 }]));
}

describe('many values last', () => {
  const life = { freshMs: 1000, staleMs: 5000 };

  function reader(load: (ids: readonly string[]) => ReadonlyMap<string, Loaded<string>> = every) {
    const time = clock(start);
    const store = createCache({ ...time, random });
    const end = async (...ids: string[]) => {
      const { ends, lasting } = told();
      await readMany(store, { ids, keyOf: (id) => id, life, load: async (missing) => load(missing), lasting }).catch(() => undefined);
      return Math.min(...ends);
    };
    return { time, store, end };
  }

  test('as long as the one that ends first, kept or loaded', async () => {
    const { time, end } = reader();
    expect(await end('a', 'b')).toBe(start + 1000);
    time.move(400);
    expect(await end('a', 'c')).toBe(start + 1000);
    expect(await end('c')).toBe(start + 1400);
  });

  test('as long as nothing that could not be loaded is among them', async () => {
    const broken = reader((ids) => new Map(ids.map((id) => [id, id === 'a' ? { value: id, fetchedAt: 0 } : new Error('gone')])));
    expect(await broken.end('a')).toBe(start + 1000);
    expect(await broken.end('a', 'b')).toBe(0);
  });

  test('for nobody where one is served past its freshness', async () => {
    let works = true;
    const { time, end } = reader((ids) => (works ? every(ids) : new Map(ids.map((id) => [id, new Error('down')]))));
    await end('a');
    works = false;
    time.move(1500);
    expect(await end('a')).toBe(0);
  });

  test('for nobody where something was deleted while they were loaded', async () => {
    const { store, end } = reader((ids) => {
      void store.delete('x');
      return every(ids);
    });
    expect(await end('a')).toBe(0);
  });

  test('for nobody where loading them throws', async () => {
    const { end } = reader(() => {
      throw new Error('down');
    });
    expect(await end('a')).toBe(0);
  });
});
