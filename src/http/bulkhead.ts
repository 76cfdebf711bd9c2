import type { HttpRequest, Wrap } from './call.ts';
import { AbortedError, LimitError, TimeoutError } from './errors.ts';
import type { Priority } from './slot-log.ts';

/** How many calls of one upstream and credential there may be. */
export interface Crowd {
  /** Calls under way; bulk has a quarter of them at most. */
  readonly atOnce?: number;
  /** Calls of either priority that wait until they may be under way. */
  readonly waiting?: number;
}

export interface BulkheadOptions extends Crowd {
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** When it makes sense to come back: calls under way end all the time. */
const retryAfterSeconds = 1;
/** A timer set for longer would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Bounds the calls of one upstream and credential, so that a slow upstream holds neither this process's memory nor the work of the others.
 * What finds no room waits up to its deadline, first come first served, interactive before bulk; where too many wait already it is refused.
 * To stand before the breaker and the retries: a refusal says nothing of the upstream and is not repeated here, and what waited while the
 * circuit opened is told so instead of being sent. A credential's own call passes by, for whoever waits for it is in here.
 * @throws LimitError (of the crowd), TimeoutError, AbortedError, all unsent
 */
export function bulkhead({ atOnce = 64, waiting = 1000, now = Date.now }: BulkheadOptions = {}): Wrap {
  const most: Readonly<Record<Priority, number>> = { interactive: atOnce, bulk: Math.max(1, Math.floor(atOnce / 4)) };
  const underWay: Record<Priority, number> = { interactive: 0, bulk: 0 };
  const queues: Readonly<Record<Priority, Set<() => void>>> = { interactive: new Set(), bulk: new Set() };

  function hasRoom(priority: Priority): boolean {
    return underWay.interactive + underWay.bulk < atOnce && underWay[priority] < most[priority];
  }

  function leave(priority: Priority): void {
    underWay[priority] -= 1;
    letIn('interactive');
    letIn('bulk');
  }

  function letIn(priority: Priority): void {
    for (const enter of queues[priority]) {
      if (!hasRoom(priority)) return;
      queues[priority].delete(enter);
      underWay[priority] += 1;
      enter();
    }
  }

  /** Resolves when there is room, which is then taken. */
  function turn(request: HttpRequest, priority: Priority): Promise<void> {
    const { signal, deadline } = request;
    const queue = queues[priority];
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(new AbortedError(request, { sent: false, cause: signal.reason }));
      if (queue.size >= waiting) return reject(new LimitError(request, retryAfterSeconds, 'crowd'));
      const afterMs = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - now();
      const settle = (): void => {
        queue.delete(enter);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const enter = (): void => {
        settle();
        resolve();
      };
      const onAbort = (): void => {
        settle();
        reject(new AbortedError(request, { sent: false, cause: signal?.reason }));
      };
      const onLate = (): void => {
        settle();
        reject(new TimeoutError(request, { afterMs, sent: false }));
      };
      const timer = afterMs > longestTimerMs ? undefined : setTimeout(onLate, Math.max(0, afterMs));
      signal?.addEventListener('abort', onAbort);
      queue.add(enter);
    });
  }

  return (next) => async (request) => {
    const { priority = 'interactive' } = request;
    if (hasRoom(priority)) underWay[priority] += 1;
    else await turn(request, priority);
    try {
      return await next(request);
    } finally {
      leave(priority);
    }
  };
}
