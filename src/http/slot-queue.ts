import type { HttpRequest } from './call.ts';
import { AbortedError, LimitError } from './errors.ts';
import type { Limiter } from './limiter.ts';
import type { Sleep } from './waiting.ts';

interface Waiter {
  readonly request: HttpRequest;
  /** Epoch milliseconds after which a slot is of no use. */
  readonly until: number;
  readonly grant: () => void;
  readonly refuse: (error: unknown) => void;
}

/** Calls waiting for a slot of every limiter: first come first served, interactive before bulk. */
export class SlotQueue {
  readonly #limiters: readonly Limiter[];
  readonly #now: () => number;
  readonly #sleep: Sleep;
  readonly #waiting = { interactive: new Set<Waiter>(), bulk: new Set<Waiter>() };
  #closedUntil = 0;
  #nap: AbortController | undefined;
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
    if (this.#closedUntil > this.#now() && this.#closedUntil >= until) throw this.#refusal(request);
    const queue = this.#waiting[request.priority ?? 'interactive'];
    let leave: (() => void) | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const waiter = { request, until, grant: resolve, refuse: reject };
        leave = () => {
          queue.delete(waiter);
          if (this.#first() === undefined) this.#nap?.abort();
          reject(new AbortedError(request, { sent: false, cause: signal?.reason }));
        };
        signal?.addEventListener('abort', leave);
        queue.add(waiter);
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
      while (this.#first() !== undefined) {
        const waitMs = await this.#takeFromAll();
        if (waitMs === 0) this.#next()?.grant();
        else await this.#close(waitMs);
      }
    } catch (error) {
      for (let waiter = this.#next(); waiter !== undefined; waiter = this.#next()) waiter.refuse(error);
    } finally {
      this.#running = false;
    }
  }

  /** A slot of one limiter is lost when another has none: better a call too few in a window than one too many. */
  async #takeFromAll(): Promise<number> {
    for (const limiter of this.#limiters) {
      const waitMs = await limiter.take();
      if (waitMs > 0) return waitMs;
    }
    return 0;
  }

  async #close(waitMs: number): Promise<void> {
    this.#closedUntil = this.#now() + waitMs;
    for (const queue of [this.#waiting.interactive, this.#waiting.bulk]) {
      for (const waiter of queue) {
        if (waiter.until > this.#closedUntil) continue;
        queue.delete(waiter);
        waiter.refuse(this.#refusal(waiter.request));
      }
    }
    if (this.#first() === undefined) return;
    this.#nap = new AbortController();
    // Woken early when nobody waits any more, so that no timer is left behind.
    await this.#sleep(waitMs, this.#nap.signal).catch(() => undefined);
    this.#nap = undefined;
  }

  #refusal(request: HttpRequest): LimitError {
    return new LimitError(request, Math.max(1, Math.ceil((this.#closedUntil - this.#now()) / 1000)));
  }

  #first(): Waiter | undefined {
    const [waiter] = this.#waiting.interactive.size > 0 ? this.#waiting.interactive : this.#waiting.bulk;
    return waiter;
  }

  #next(): Waiter | undefined {
    const waiter = this.#first();
    if (waiter !== undefined) this.#waiting[waiter.request.priority ?? 'interactive'].delete(waiter);
    return waiter;
  }
}
