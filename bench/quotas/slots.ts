import { SlotLog } from '../../src/http/slot-log.ts';
import type { Quota } from './model.ts';

/** The upstream sees a call later than we send it: as much as `src/http/limiter.ts` adds to a window. */
const marginMs = 1000;

/**
 * When calls get their turn, first come first served. Who comes later never goes before, so that a turn is known as soon as it is asked for.
 * The counting is the gateway's own.
 */
export class Slots {
  readonly #log: SlotLog;
  readonly #patienceMs: number;
  /** Where the log's clock stands: no slot is free before. */
  #at = 0;

  constructor({ points, windowMs, patienceMs }: Quota) {
    this.#log = new SlotLog({ points, windowMs: windowMs + marginMs, now: () => this.#at });
    this.#patienceMs = patienceMs;
  }

  /** When a call that is asked for now may leave; null where that is not within its patience. @param now not before that of the last one */
  take(now: number): number | null {
    this.#at = Math.max(this.#at, now);
    while (this.#at < now + this.#patienceMs) {
      const { waitMs } = this.#log.take();
      if (waitMs === 0) return this.#at;
      this.#at += waitMs;
    }
    return null;
  }
}
