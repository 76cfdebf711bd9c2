/** So many points a minute, of which all may be spent at once: what is spent comes back evenly. */
export interface BucketSize {
  readonly points: number;
  readonly windowSeconds: number;
}

/** What became of spending. */
export interface Spent {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Seconds until all points are back. */
  readonly resetSeconds: number;
  /** Seconds until as many points are there as were asked for; 0 where they were. */
  readonly retryAfterSeconds: number;
}

/** Buckets of one size, each with a key of its own. */
export interface Buckets {
  readonly size: BucketSize;
  /** Takes the points where there are as many. None at all: tells whether one is left. */
  spend(key: string, points: number): Promise<Spent>;
  /** Takes the points also where there are fewer: the bucket is then overdrawn, by no more than it holds. */
  charge(key: string, points: number): Promise<void>;
}

/**
 * A bucket is one number (GCRA): the time by which all points are back. `full` in milliseconds since the epoch, as `now`.
 * @returns the number to keep, and what became of it
 */
export function spendOf(full: number, now: number, points: number, { points: limit, windowSeconds }: BucketSize): { readonly full: number; readonly spent: Spent } {
  const windowMs = windowSeconds * 1000;
  const eachMs = windowMs / limit;
  const from = Math.max(full, now);
  const after = from + Math.min(Math.max(points, 0), limit) * eachMs;
  const waitMs = (points === 0 ? after + eachMs : after) - windowMs - now;
  // A float's last digit must not refuse the last point.
  const allowed = waitMs <= 1e-6 * windowMs;
  const kept = allowed ? after : from;
  return { full: kept, spent: spentOf(kept - now, allowed ? 0 : waitMs, limit, windowMs) };
}

/** As `spendOf`, whether or not there are as many. */
export function chargeOf(full: number, now: number, points: number, { points: limit, windowSeconds }: BucketSize): number {
  const windowMs = windowSeconds * 1000;
  return Math.min(Math.max(full, now) + (points * windowMs) / limit, now + 2 * windowMs);
}

/** @param spentMs time until all points are back */
export function spentOf(spentMs: number, waitMs: number, limit: number, windowMs: number): Spent {
  return {
    allowed: waitMs <= 0,
    remaining: Math.max(0, Math.floor(limit * (1 - spentMs / windowMs) + 1e-6)),
    resetSeconds: Math.max(0, Math.ceil(spentMs / 1000)),
    retryAfterSeconds: waitMs <= 0 ? 0 : Math.max(1, Math.ceil(waitMs / 1000)),
  };
}
