import { LRUCache } from 'lru-cache';
import { type Buckets, type BucketSize, chargeOf, spendOf } from './bucket.ts';

/** Keys that are remembered: who comes back after so many others has a full bucket again. */
const mostKeys = 100_000;

/** Buckets of this process alone. */
export function memoryBuckets(size: BucketSize, now: () => number): Buckets {
  const full = new LRUCache<string, number>({ max: mostKeys });
  return {
    size,
    async spend(key, points) {
      const { full: kept, spent } = spendOf(full.get(key) ?? 0, now(), points, size);
      full.set(key, kept);
      return spent;
    },
    async charge(key, points) {
      full.set(key, chargeOf(full.get(key) ?? 0, now(), points, size));
    },
  };
}
