import type { Cache } from './cache.ts';
import type { Wrap } from './call.ts';
import { withBudget } from './coalesce.ts';

/** Answers requests that have a cache policy from the cache. A streamed body has one reader: its request has no policy. */
export function cache(store: Cache): Wrap {
  return (next) => async (request) => {
    if (request.cache === undefined) return next(request);
    const { value, stale } = await store.read(request.cache, (budget) => next(withBudget(request, budget)), request);
    return { ...value, stale };
  };
}
