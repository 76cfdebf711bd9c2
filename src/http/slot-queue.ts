import type { HttpRequest } from './call.ts';
import { AbortedError, LimitError } from './errors.ts';
import type { Limiter } from './limiter.ts';
import type { Priority } from './slot-log.ts';
import type { Sleep } from './waiting.ts';

interface Waiter {
  readonly request: HttpRequest;
  /** Epoch milliseconds after which a slot is of no use. */
  readonly until: number;
  readonly grant: () => void;
  readonly refuse: (error: unknown) => void;
}

/** Calls waiting for a slot of every limiter: first come first served, interactive before bulk, which waits longer and holds nobody up. */
export class SlotQueue {
  readonly #limiters: readonly Limiter[];
  readonly #now: () => number;
  readonly #sleep: Sleep;
  readonly #waiting = { interactive: new Set<Waiter>(), bulk: new Set<Waiter>() };
  /** Epoch milliseconds before which there is no slot. */
  readonly #closedUntil: Record<Priority, number> = { interactive: 0, bulk: 0 };
  #nap: { readonly of: Priority; readonly controller: AbortController } | undefined;
  #running = false;

  constructor(limiters: readonly Limiter[], clock: { readonly now: () => number; readonly sleep: Sleep }) {
    this.#limiters = limiters;
    this.#now = clock.now;
    this.#sleep = clock.sleep;
  }

  /** Resolves when the call may go. @throws LimitError as soon as it is known that no slot comes in time, AbortedError */
  async slot(request: HttpRequest, until: number): Promise<void> {
    const { signal } = request;
    if (signal?.aborted === true) throw new AbortedError(request, { sent: false, cause: signal.reason });
    const priority = priorityOf(request);
    const closedUntil = this.#closedUntil[priority];
    if (closedUntil > this.#now() && closedUntil >= until) throw this.#refusal(request);
    const queue = this.#waiting[priority];
    let leave: (() => void) | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const waiter = { request, until, grant: resolve, refuse: reject };
        leave = () => {
          queue.delete(waiter);
          if (this.#first() === undefined) this.#nap?.controller.abort();
          reject(new AbortedError(request, { sent: false, cause: signal?.reason }));
        };
        signal?.addEventListener('abort', leave);
        queue.add(waiter);
        // What bulk sleeps for, who is waited for may not have to wait for at all.
        if (priority === 'interactive' && this.#nap?.of === 'bulk') this.#nap.controller.abort();
        void this.#run();
      });
    } finally {
      if (leave !== undefined) signal?.removeEventListener('abort', leave);
    }
  }

  /** One at a time, so that slots are taken in the order of the queue. */
  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let first = this.#first(); first !== undefined; first = this.#first()) {
        const priority = priorityOf(first.request);
        const waitMs = await this.#takeFromAll(priority);
        if (waitMs === 0) this.#next()?.grant();
        else await this.#close(priority, waitMs);
      }
    } catch (error) {
      for (let waiter = this.#next(); waiter !== undefined; waiter = this.#next()) waiter.refuse(error);
    } finally {
      this.#running = false;
    }
  }

  /** A slot of one limiter is lost when another has none: better a call too few in a window than one too many. */
  async #takeFromAll(priority: Priority): Promise<number> {
    for (const limiter of this.#limiters) {
      const waitMs = await limiter.take(priority);
      if (waitMs > 0) return waitMs;
    }
    return 0;
  }

  /** Bulk finds nothing where the interactive do not. */
  async #close(priority: Priority, waitMs: number): Promise<void> {
    const until = this.#now() + waitMs;
    for (const one of priority === 'bulk' ? (['bulk'] as const) : (['interactive', 'bulk'] as const)) {
      this.#closedUntil[one] = until;
      const queue = this.#waiting[one];
      for (const waiter of queue) {
        if (waiter.until > until) continue;
        queue.delete(waiter);
        waiter.refuse(this.#refusal(waiter.request));
      }
    }
    const first = this.#first();
    if (first === undefined || (priority === 'bulk' && priorityOf(first.request) === 'interactive')) return;
    const controller = new AbortController();
    this.#nap = { of: priority, controller };
    // Woken early when nobody waits any more, so that no timer is left behind, and when somebody comes who goes before.
    await this.#sleep(waitMs, controller.signal).catch(() => undefined);
    this.#nap = undefined;
  }

  #refusal(request: HttpRequest): LimitError {
    return new LimitError(request, Math.max(1, Math.ceil((this.#closedUntil[priorityOf(request)] - this.#now()) / 1000)));
  }

  #first(): Waiter | undefined {
    const [waiter] = this.#waiting.interactive.size > 0 ? this.#waiting.interactive : this.#waiting.bulk;
    return waiter;
  }

  #next(): Waiter | undefined {
    const waiter = this.#first();
    if (waiter !== undefined) this.#waiting[priorityOf(waiter.request)].delete(waiter);
    return waiter;
  }
}

function priorityOf({ priority = 'interactive' }: HttpRequest): Priority {
  return priority;
}
