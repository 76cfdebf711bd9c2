import type { Outcome } from './model.ts';

const minuteMs = 60_000;

/** Calls a minute, over the time that was counted. */
export function callsAMinute({ pageCalls, rowCalls }: Outcome, forMs: number): number {
  return ((pageCalls.length + rowCalls.length) * minuteMs) / forMs;
}

/** The part of pages and rows that caused no call. */
export function hitRate({ reads, hits }: Outcome): number {
  return reads === 0 ? Number.NaN : hits / reads;
}

/** The most calls in any stretch of time so long, wherever it begins. */
export function busiest({ pageCalls, rowCalls }: Outcome, windowMs: number): number {
  const times = [...pageCalls, ...rowCalls].toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) <= at - windowMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
