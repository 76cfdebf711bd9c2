import type { Wrap } from './call.ts';
import { StatusError } from './errors.ts';
import type { Limiter } from './limiter.ts';
import { SlotQueue } from './slot-queue.ts';
import { sleep as realSleep, type Sleep } from './waiting.ts';

export interface ThrottleOptions {
  /** All must have a slot. The narrowest first: a 429 of the upstream closes that one. */
  readonly limiters: readonly [Limiter, ...Limiter[]];
  /** How long a request without a deadline waits for a slot. */
  readonly patienceMs?: number;
  /** Told how long each call that got its slot waited for it, milliseconds. */
  readonly onWaited?: ((ms: number) => void) | undefined;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

/** How long a limiter is closed after a 429 that does not say. */
const unsaidRetryAfterSeconds = 1;

/**
 * Keeps calls within the upstream's rate limit before it has to say 429; what does not fit waits its turn up to its deadline.
 * @throws LimitError, not sent, with the seconds until there is a slot
 */
export function throttle({ limiters, patienceMs = 8000, onWaited, now = Date.now, sleep = realSleep }: ThrottleOptions): Wrap {
  const queue = new SlotQueue(limiters, { now, sleep });
  return (next) => async (request) => {
    const began = now();
    await queue.slot(request, request.deadline ?? began + patienceMs);
    const waitedMs = now() - began;
    request.onWaited?.(waitedMs);
    onWaited?.(waitedMs);
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof StatusError && error.status === 429) {
        await limiters[0].block(error.retryAfterSeconds ?? unsaidRetryAfterSeconds);
      }
      throw error;
    }
  };
}
