import type { Cache, Served } from './cache.ts';
import type { CachePolicy, Lasting } from './call.ts';

/** What a batch call brought for one id: its value, or why it has none. */
export type Loaded<T> = { readonly value: T; readonly fetchedAt: number } | Error;

export interface ManyToRead<T> {
  readonly ids: readonly string[];
  readonly keyOf: (id: string) => string;
  readonly life: Omit<CachePolicy, 'key'>;
  /** Loads what is missing in as few calls as the upstream allows; an error is one id's own. */
  readonly load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Loaded<T>>>;
  /** Told until when all of it is fresh: 0 where some is not, or could not be loaded. */
  readonly lasting?: Lasting | undefined;
}

/**
 * Many values at once, each kept under a key of its own: the fresh ones from the cache, the others in one load. Where that
 * fails for an id, what is kept past its freshness is served as stale; without any, the error is its result.
 */
export async function readMany<T>(cache: Cache, { ids, keyOf, life, load, lasting }: ManyToRead<T>): Promise<Map<string, Served<T> | Error>> {
  const distinct = [...new Set(ids)];
  const known = await cache.getMany<T>(distinct.map(keyOf));
  const results = new Map<string, Served<T> | Error>();
  const wanted: string[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const [index, id] of distinct.entries()) {
    const one = known[index];
    if (one !== undefined) results.set(id, { value: one.value, fetchedAt: one.fetchedAt, stale: !one.fresh });
    if (one?.fresh === true) end = Math.min(end, one.freshUntil);
    else wanted.push(id);
  }
  lasting?.until(end);
  if (wanted.length === 0) return results;

  const mark = await cache.mark();
  const loaded = await load(wanted).catch((error: unknown) => {
    lasting?.until(0);
    throw error;
  });
  const fetched: (readonly [key: string, value: T])[] = [];
  for (const [id, found] of loaded) {
    if (!(found instanceof Error)) {
      results.set(id, { value: found.value, fetchedAt: found.fetchedAt, stale: false });
      fetched.push([keyOf(id), found.value]);
    } else if (!results.has(id)) results.set(id, found);
  }
  const kept = fetched.length === 0 ? 0 : await cache.setMany(fetched, life, mark);
  lasting?.until(fetched.length < wanted.length ? 0 : kept);
  return results;
}
