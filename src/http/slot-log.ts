/** What became of asking for a slot. */
export interface Taken {
  /** Milliseconds until the next may be free; 0: it was taken. */
  readonly waitMs: number;
  readonly remaining: number;
  /** Milliseconds until all slots are free again. */
  readonly wholeInMs: number;
}

/** Who asks for a slot: somebody who waits for the answer, or long work that may take its time. */
export type Priority = 'interactive' | 'bulk';

/** A bound on slots: none while so many were taken in so long a time. */
export interface SlotBound {
  readonly points: number;
  readonly ms: number;
}

/** A window is divided so often for bulk, which is to come evenly. */
const parts = 20;
/** What bulk may take at once, however small the limit. */
const smallestBurst = 4;

/**
 * What may be taken, by whom. Bulk leaves a quarter of a window free, so that whoever comes finds a slot, whichever process, replica
 * or client takes the rest. It also comes evenly: a burst of it would come free in a burst a window later, and nothing until then.
 */
export function boundsOf({ points, windowMs }: Pick<SlotLogOptions, 'points' | 'windowMs'>, priority: Priority): readonly SlotBound[] {
  const whole: SlotBound = { points, ms: windowMs };
  if (priority === 'interactive') return [whole];
  const share = points - Math.floor(points / 4);
  return [whole, { points: share, ms: windowMs }, { points: Math.max(smallestBurst, Math.ceil(share / parts)), ms: windowMs / parts }];
}

export interface SlotLogOptions {
  readonly points: number;
  readonly windowMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** When slots were taken, so that no stretch of time as long as the window, wherever it begins, holds more than its points. */
export class SlotLog {
  readonly #points: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** Oldest first, none older than the window as of the last look. */
  #takenAt: number[] = [];
  #closedUntil = 0;

  constructor({ points, windowMs, now }: SlotLogOptions) {
    this.#points = points;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  take(priority: Priority = 'interactive'): Taken {
    const now = this.#look();
    const waitMs = this.#waitMs(now, priority);
    if (waitMs === 0) this.#takenAt.push(now);
    return this.#taken(now, waitMs);
  }

  /** Notes a slot that was taken elsewhere. */
  note(): void {
    this.#takenAt.push(this.#look());
  }

  /** No slot for so long. */
  close(ms: number): Taken {
    const now = this.#look();
    this.#closedUntil = Math.max(this.#closedUntil, now + ms);
    return this.#taken(now, this.#waitMs(now, 'interactive'));
  }

  /** A clock that was set back must not keep slots taken for as long as it was. */
  #look(): number {
    const now = this.#now();
    if ((this.#takenAt.at(-1) ?? now) > now) this.#takenAt = this.#takenAt.map((at) => Math.min(at, now));
    const firstWithin = this.#takenAt.findIndex((at) => at > now - this.#windowMs);
    this.#takenAt.splice(0, firstWithin === -1 ? this.#takenAt.length : firstWithin);
    return now;
  }

  #waitMs(now: number, priority: Priority): number {
    const waits = boundsOf({ points: this.#points, windowMs: this.#windowMs }, priority).map(({ points, ms }) => {
      const taken = this.#takenAt.at(-points);
      return taken === undefined ? 0 : taken + ms - now;
    });
    return Math.max(0, this.#closedUntil - now, ...waits);
  }

  #taken(now: number, waitMs: number): Taken {
    const remaining = this.#closedUntil > now ? 0 : Math.max(0, this.#points - this.#takenAt.length);
    const last = this.#takenAt.at(-1);
    return { waitMs, remaining, wholeInMs: Math.max(0, last === undefined ? 0 : last + this.#windowMs - now, this.#closedUntil - now) };
  }
}
