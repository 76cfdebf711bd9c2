import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from './redis.ts';

export interface LimiterState {
  /** Calls in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Epoch milliseconds; now when no window is running. */
  readonly resetsAt: number;
}

/** One window of an upstream's rate limit. */
export interface Limiter {
  /** Takes a slot: 0 when there was one, else milliseconds until the next may be free. A slot cannot be given back. */
  take(): Promise<number>;
  /** No slot for so many seconds: the upstream said so. */
  block(seconds: number): Promise<void>;
  /** As of this process's last call: other replicas may have taken slots since. */
  state(): LimiterState;
}

export interface LimiterOptions {
  /** Who is limited: an account, an address. Limiters of one key share its window across replicas. */
  readonly key: string;
  readonly points: number;
  readonly windowSeconds: number;
  /**
   * Added to the window: the upstream's begins when it sees the first call, which is later than ours, and calls travel at
   * different speeds.
   */
  readonly marginSeconds?: number;
  readonly shared?: RedisConnection | undefined;
}

/** A limiter in memory or, where shared, in Redis; when Redis is away each replica counts for itself. */
export function createLimiter({ key, points, windowSeconds, marginSeconds = 1, shared }: LimiterOptions): Limiter {
  const keyPrefix = `${shared?.prefix ?? ''}limit`;
  const window = { points, duration: windowSeconds + marginSeconds, keyPrefix };
  const memory = new RateLimiterMemory(window);
  const limiter =
    shared === undefined
      ? memory
      : new RateLimiterRedis({
          ...window,
          storeClient: shared.client,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
          insuranceLimiter: memory,
        });

  let last = { remaining: points, resetsAt: 0 };
  function note(seen: RateLimiterRes): void {
    last = { remaining: Math.max(0, seen.remainingPoints), resetsAt: Date.now() + seen.msBeforeNext };
  }

  return {
    async take() {
      try {
        note(await limiter.consume(key));
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        note(refusal);
        return Math.max(1, refusal.msBeforeNext);
      }
    },
    async block(seconds) {
      note(await limiter.block(key, Math.max(1, Math.ceil(seconds))));
    },
    state() {
      const now = Date.now();
      const running = last.resetsAt > now;
      return {
        limit: points,
        windowSeconds,
        remaining: running ? last.remaining : points,
        resetsAt: running ? last.resetsAt : now,
      };
    },
  };
}
