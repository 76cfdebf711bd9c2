/** What became of asking for a slot. */
export interface Taken {
  /** Milliseconds until the next may be free; 0: it was taken. */
  readonly waitMs: number;
  readonly remaining: number;
  /** Milliseconds until all slots are free again. */
  readonly wholeInMs: number;
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

  take(): Taken {
    const now = this.#look();
    const waitMs = this.#waitMs(now);
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
    return this.#taken(now, this.#waitMs(now));
  }

  /** A clock that was set back must not keep slots taken for as long as it was. */
  #look(): number {
    const now = this.#now();
    if ((this.#takenAt.at(-1) ?? now) > now) this.#takenAt = this.#takenAt.map((at) => Math.min(at, now));
    const firstWithin = this.#takenAt.findIndex((at) => at > now - this.#windowMs);
    this.#takenAt.splice(0, firstWithin === -1 ? this.#takenAt.length : firstWithin);
    return now;
  }

  #waitMs(now: number): number {
    const full = this.#takenAt.length >= this.#points;
    const freeAt = full ? (this.#takenAt.at(-this.#points) ?? now) + this.#windowMs : now;
    return Math.max(0, freeAt - now, this.#closedUntil - now);
  }

  #taken(now: number, waitMs: number): Taken {
    const remaining = this.#closedUntil > now ? 0 : Math.max(0, this.#points - this.#takenAt.length);
    const last = this.#takenAt.at(-1);
    return { waitMs, remaining, wholeInMs: Math.max(0, last === undefined ? 0 : last + this.#windowMs - now, this.#closedUntil - now) };
  }
}
