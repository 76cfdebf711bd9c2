import type { RedisConnection } from './redis.ts';
import { SharedSlotLog } from './shared-slot-log.ts';
import { type Priority, SlotLog, type Taken } from './slot-log.ts';

export interface LimiterState {
  /** Calls in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Epoch milliseconds at which all are free again; now when all are. */
  readonly resetsAt: number;
}

/** One rate limit of an upstream: so many calls in any stretch of time as long as its window. */
export interface Limiter {
  /**
   * Takes a slot: 0 when there was one, else milliseconds until the next may be free. A slot cannot be given back. Bulk finds one only
   * where enough are left for whoever is waited for.
   */
  take(priority?: Priority): Promise<number>;
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
  /** Added to the window: the upstream sees a call later than we send it, and calls travel at different speeds. */
  readonly marginSeconds?: number;
  readonly shared?: RedisConnection | undefined;
  /** Epoch milliseconds; absent, the machine's clock, or Redis's where shared. */
  readonly now?: () => number;
}

/**
 * A limiter in memory or, where shared, in Redis; when Redis is away each replica counts for itself. It keeps when each slot was
 * taken: counting by fixed windows would let twice the limit through where one window meets the next, and an upstream may look at
 * any stretch of time.
 */
export function createLimiter({ key, points, windowSeconds, marginSeconds = 1, shared, now }: LimiterOptions): Limiter {
  const windowMs = (windowSeconds + marginSeconds) * 1000;
  const clock = now ?? (() => Date.now());
  const own = new SlotLog({ points, windowMs, now: clock });
  const common = shared === undefined ? undefined : new SharedSlotLog(shared, key, { points, windowMs, now });

  let last = { remaining: points, resetsAt: 0 };
  function note({ remaining, wholeInMs }: Taken): void {
    last = { remaining, resetsAt: clock() + wholeInMs };
  }

  /** What this process took is known here too, in case that Redis goes away. */
  async function takeAnywhere(priority: Priority): Promise<Taken> {
    const taken = await common?.take(priority).catch(() => undefined);
    if (taken === undefined) return own.take(priority);
    if (taken.waitMs === 0) own.note();
    return taken;
  }

  return {
    async take(priority = 'interactive') {
      const taken = await takeAnywhere(priority);
      note(taken);
      return taken.waitMs;
    },
    async block(seconds) {
      const ms = Math.max(1, Math.ceil(seconds)) * 1000;
      const closed = own.close(ms);
      note((await common?.close(ms).catch(() => undefined)) ?? closed);
    },
    state() {
      const at = clock();
      const running = last.resetsAt > at;
      return { limit: points, windowSeconds, remaining: running ? last.remaining : points, resetsAt: running ? last.resetsAt : at };
    },
  };
}
