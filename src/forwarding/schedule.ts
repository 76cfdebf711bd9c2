import type { DeliveryFault } from '../domain/delivery.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Pauses between attempts, milliseconds: the schedule that the Standard Webhooks specification suggests. The last one is repeated. */
const pausesMs = [5 * secondMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs, 10 * hourMs, 14 * hourMs, 20 * hourMs] as const;
const lastPauseMs = 20 * hourMs;
/** From the first attempt to the last. */
export const triedForMs = 72 * hourMs;
/** What a pause grows by at random, so that what failed together does not come back together. */
const jitter = 0.1;

/** An attempt that came to nothing. */
export interface Failed {
  readonly fault: DeliveryFault;
  /** When the attempt was made, milliseconds since the epoch. */
  readonly at: number;
  /** When the first one was. */
  readonly firstTriedAt: number;
  /** Attempts that came to nothing before this one. */
  readonly failures: number;
  /** What the receiver asked for, milliseconds; null where it said nothing. */
  readonly retryAfterMs: number | null;
}

/**
 * When it is tried again, milliseconds since the epoch; null where it is given up: after three days, or at once where the receiver says
 * that it wants no more (410, as the specification has it).
 */
export function nextAttemptAt({ fault, at, firstTriedAt, failures, retryAfterMs }: Failed, random: () => number): number | null {
  const lastAt = firstTriedAt + triedForMs;
  if (fault === 'GONE' || at >= lastAt) return null;
  const pauseMs = (pausesMs[failures] ?? lastPauseMs) * (1 + jitter * random());
  // The last attempt is made at the end of the three days, not at whatever pause falls short of it.
  return Math.min(at + Math.max(pauseMs, retryAfterMs ?? 0), lastAt);
}
