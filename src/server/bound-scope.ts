import type { OperationScope } from '../context.ts';
import type { Lasting } from '../domain/lasting.ts';

export interface ScopeBounds extends Omit<OperationScope, 'deadline'> {
  readonly lasting: Lasting;
  /** How long a call may take from when it begins, milliseconds. */
  readonly callMs: number;
  /** When the whole ends, milliseconds since the epoch; absent, with its signal alone. */
  readonly endsAt?: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * What the calls of some work are bound by. A call may take its source's budget from the moment it begins, within that of the whole:
 * what an operation waits for at one source is not taken from the others, which need it for a further page or for details.
 */
export class BoundScope implements OperationScope {
  /**
   * One accessor for all: written into an object it would be another one each time, for which V8 makes a hidden class that keeps all it can
   * see until the next full collection. It is the object's own, so that a copy of the scope has the deadline of its moment.
   */
  static readonly #deadline: PropertyDescriptor & ThisType<BoundScope> = {
    enumerable: true,
    get() {
      return Math.min(this.#endsAt, this.#now() + this.#callMs);
    },
  };

  declare readonly deadline: number;
  declare readonly spend?: () => boolean;
  declare readonly priority?: 'interactive' | 'bulk';
  declare readonly onWaited?: (ms: number) => void;
  readonly signal: AbortSignal;
  readonly lasting: Lasting;
  readonly #callMs: number;
  readonly #endsAt: number;
  readonly #now: () => number;

  constructor({ signal, lasting, spend, priority, onWaited, callMs, endsAt = Number.POSITIVE_INFINITY, now }: ScopeBounds) {
    this.signal = signal;
    this.lasting = lasting;
    if (spend !== undefined) this.spend = spend;
    if (priority !== undefined) this.priority = priority;
    if (onWaited !== undefined) this.onWaited = onWaited;
    this.#callMs = callMs;
    this.#endsAt = endsAt;
    this.#now = now;
    Object.defineProperty(this, 'deadline', BoundScope.#deadline);
  }
}
