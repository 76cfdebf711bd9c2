import { dayInAmsterdam } from '../amsterdam.ts';
import { isIsoDate } from '../days.ts';

const hourMs = 60 * 60 * 1000;

/** The last second of a date `YYYY-MM-DD` in the Netherlands; null for what is no date. */
export function endOfDayInAmsterdam(date: string): Date | null {
  if (!isIsoDate(date)) return null;
  const utcMs = Date.parse(`${date}T23:59:59Z`);
  // One hour before UTC in winter, two in summer: the later that is still the same day.
  return [1, 2].map((hours) => new Date(utcMs - hours * hourMs)).find((instant) => dayInAmsterdam(instant) === date) ?? null;
}
