import type { DeliveryFault } from '../domain/delivery.ts';

/** Deliveries at once to one client, in one process. */
const width = 4;
/** So many in a row that say that nobody answers there make the lane rest. */
const tolerated = 5;
/** How long a lane rests, milliseconds: from the first, doubled each time that the one that is tried then fails too, to the second. */
const restMs = { first: 15_000, longest: 10 * 60_000 } as const;

/** What says something of the receiver as a whole, not of the one message. */
const aboutReceiver: ReadonlySet<DeliveryFault> = new Set(['ADDRESS_REFUSED', 'NAME_UNKNOWN', 'UNREACHABLE', 'TLS', 'TIMEOUT', 'BROKEN_OFF', 'NOT_CONFIGURED']);

export interface LaneOutcome {
  /** Null where it was delivered. */
  readonly fault: DeliveryFault | null;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
}

/**
 * The way to one client. A receiver that is dead gets one delivery at a time, ever more seldom: it takes no sockets and no time from
 * others, and its deliveries lose none of their tries. Any answer but an overload opens it again.
 */
export class Lane {
  #inFlight = 0;
  #failedInRow = 0;
  #restsUntil = 0;
  #resting = false;

  /** How many may be begun now. @param now milliseconds since the epoch */
  free(now: number): number {
    if (now < this.#restsUntil) return 0;
    return Math.max(0, (this.#resting ? 1 : width) - this.#inFlight);
  }

  begin(): void {
    this.#inFlight += 1;
  }

  /** @param outcome null where nothing was tried */
  end(outcome: LaneOutcome | null, now: number): void {
    this.#inFlight -= 1;
    if (outcome === null) return;
    const { fault, httpStatus, retryAfterMs } = outcome;
    const overloaded = httpStatus !== null && (httpStatus >= 500 || httpStatus === 429);
    if (fault === null || !(aboutReceiver.has(fault) || overloaded)) {
      this.#failedInRow = 0;
      this.#resting = false;
      this.#restsUntil = 0;
      return;
    }
    this.#failedInRow += 1;
    // What it asks for holds for every message to it, but no longer than a lane rests.
    const askedMs = Math.min(retryAfterMs ?? 0, restMs.longest);
    const ownMs = this.#failedInRow < tolerated ? 0 : Math.min(restMs.first * 2 ** (this.#failedInRow - tolerated), restMs.longest);
    const pauseMs = Math.max(askedMs, ownMs);
    if (pauseMs === 0) return;
    this.#resting = true;
    this.#restsUntil = Math.max(this.#restsUntil, now + pauseMs);
  }
}
