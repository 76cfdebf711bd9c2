import type { RedisConnection } from '../../http/redis.ts';
import type { Buckets, BucketSize, Spent } from './bucket.ts';
import { memoryBuckets } from './memory-buckets.ts';
import { sharedBuckets } from './shared-buckets.ts';

const windowSeconds = 60;

/** Points a minute; 0 is without limit. */
export interface RateLimits {
  /** Requests from one address, whoever they are of. */
  readonly addressRequests: number;
  /** Requests of one client. */
  readonly clientRequests: number;
  /** Requests without a key from one address. */
  readonly anonymousRequests: number;
  /** Cost of the operations of one client. */
  readonly clientCost: number;
  readonly anonymousCost: number;
  /** Keys and tokens from one address that were none. */
  readonly failedKeys: number;
}

/** Of what there was too much, or how much of it is left. */
export interface Rate extends Spent {
  readonly name: 'requests' | 'cost';
  readonly size: BucketSize;
}

/** Whose points are spent. The address stands here as a name that nothing can be read from. */
export interface Payer {
  readonly kind: 'client' | 'anonymous';
  readonly key: string;
}

/** The points of callers and addresses. Null: there is no limit. */
export interface Rates {
  fromAddress(address: string): Promise<Rate | null>;
  request(payer: Payer): Promise<Rate | null>;
  cost(payer: Payer, points: number): Promise<Rate | null>;
  /** For what was refused: it took its time too. */
  chargeCost(payer: Payer, points: number): Promise<void>;
  /** Whether another key from this address is looked at. */
  mayTryKey(address: string): Promise<Rate | null>;
  keyFailed(address: string): Promise<void>;
}

export interface RatesOptions {
  readonly limits: RateLimits;
  readonly shared?: RedisConnection | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createRates({ limits, shared, now }: RatesOptions): Rates {
  function bucketsOf(name: string, points: number): Buckets | null {
    const size = { points, windowSeconds };
    if (points === 0) return null;
    return shared === undefined ? memoryBuckets(size, now) : sharedBuckets(size, { name, shared });
  }
  const addresses = bucketsOf('address', limits.addressRequests);
  const requests = { client: bucketsOf('client', limits.clientRequests), anonymous: bucketsOf('anonymous', limits.anonymousRequests) };
  const costs = { client: bucketsOf('client-cost', limits.clientCost), anonymous: bucketsOf('anonymous-cost', limits.anonymousCost) };
  const failed = bucketsOf('failed-keys', limits.failedKeys);

  return {
    fromAddress: (address) => spend(addresses, 'requests', address, 1),
    request: ({ kind, key }) => spend(requests[kind], 'requests', key, 1),
    cost: ({ kind, key }, points) => spend(costs[kind], 'cost', key, points),
    chargeCost: async ({ kind, key }, points) => costs[kind]?.charge(key, points),
    mayTryKey: (address) => spend(failed, 'requests', address, 0),
    keyFailed: async (address) => failed?.charge(address, 1),
  };
}

async function spend(buckets: Buckets | null, name: Rate['name'], key: string, points: number): Promise<Rate | null> {
  return buckets === null ? null : { ...(await buckets.spend(key, points)), name, size: buckets.size };
}
