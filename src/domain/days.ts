import type { Period } from './insight.ts';

const dayMs = 86_400_000;

/** A date `YYYY-MM-DD` (ISO 8601) that the calendar has. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  // A day that does not exist rolls over into the next month.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** The day `YYYY-MM-DD` so many days on; negative goes back. A calendar has no hours, so that no clock change touches it. */
export function addDays(day: string, count: number): string {
  return dayOf(numberOf(day) + count);
}

/** How many days a period has; 0 and less where it ends before it begins. */
export function lengthOf({ from, to }: Period): number {
  return numberOf(to) - numberOf(from) + 1;
}

/** The days of a period, in their order. */
export function daysOf(period: Period): readonly string[] {
  const first = numberOf(period.from);
  return Array.from({ length: Math.max(0, lengthOf(period)) }, (_, index) => dayOf(first + index));
}

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: string): string {
  // 1970-01-01 was a Thursday.
  return addDays(day, -((numberOf(day) + 3) % 7));
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}
