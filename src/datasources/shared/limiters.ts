import { createLimiter, type Limiter, type LimiterOptions } from '../../http/limiter.ts';
import type { RedisConnection } from '../../http/redis.ts';

/** The limiter of a key. Whoever asks for a key gets the same one, so that credentials behind one address share its window. */
export type Limiters = (options: Omit<LimiterOptions, 'shared'>) => Limiter;

/** The limiters of a process, in memory or, where shared, of all its replicas together. */
export function createLimiters(shared?: RedisConnection): Limiters {
  const known = new Map<string, Limiter>();
  return (options) => {
    const limiter = known.get(options.key) ?? createLimiter({ ...options, shared });
    known.set(options.key, limiter);
    return limiter;
  };
}
