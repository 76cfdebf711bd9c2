import type { Cache, Served } from './cache.ts';
import type { CachePolicy } from './call.ts';

/** What a batch call brought for one id: its value, or why it has none. */
export type Loaded<T> = { readonly value: T; readonly fetchedAt: number } | Error;

export interface ManyToRead<T> {
  readonly ids: readonly string[];
  readonly keyOf: (id: string) => string;
  readonly life: Omit<CachePolicy, 'key'>;
  /** Loads what is missing in as few calls as the upstream allows; an error is one id's own. */
  readonly load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Loaded<T>>>;
}

/**
 * Many values at once, each kept under a key of its own: the fresh ones from the cache, the others in one load. Where that
 * fails for an id, what is kept past its freshness is served as stale; without any, the error is its result.
 */
export async function readMany<T>(cache: Cache, { ids, keyOf, life, load }: ManyToRead<T>): Promise<Map<string, Served<T> | Error>> {
  const distinct = [...new Set(ids)];
  const kept = await cache.getMany<T>(distinct.map(keyOf));
  const known = new Map(distinct.map((id, index) => [id, kept[index]] as const));
  const wanted = distinct.filter((id) => known.get(id)?.fresh !== true);
  const mark = await cache.mark();
  const loaded = wanted.length === 0 ? new Map<string, Loaded<T>>() : await load(wanted);
  const fetched = [...loaded].flatMap(([id, found]) => (found instanceof Error ? [] : [[keyOf(id), found.value] as const]));
  if (fetched.length > 0) await cache.setMany(fetched, life, mark);
  const results = new Map<string, Served<T> | Error>();
  for (const id of distinct) {
    const result = resultOf(known.get(id), loaded.get(id));
    if (result !== undefined) results.set(id, result);
  }
  return results;
}

function resultOf<T>(kept: { value: T; fetchedAt: number; fresh: boolean } | undefined, loaded: Loaded<T> | undefined): Served<T> | Error | undefined {
  if (loaded !== undefined && !(loaded instanceof Error)) return { value: loaded.value, fetchedAt: loaded.fetchedAt, stale: false };
  if (kept !== undefined) return { value: kept.value, fetchedAt: kept.fetchedAt, stale: !kept.fresh };
  return loaded;
}
