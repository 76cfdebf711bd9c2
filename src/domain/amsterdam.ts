/** Dutch time, by the European Union's rule of summer time since 1996 (directive 2000/84/EC): arithmetic, since clicks come by the million. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far Amsterdam is ahead of UTC at an instant, milliseconds. */
export function amsterdamOffsetMs(epochMs: number): number {
  const year = new Date(epochMs).getUTCFullYear();
  return epochMs >= lastSundayAtOne(year, 2) && epochMs < lastSundayAtOne(year, 9) ? 2 * hourMs : hourMs;
}

/**
 * The instant of an Amsterdam wall time that is written as if it were UTC, milliseconds. A time that comes twice, when summer time
 * ends, is the first of both; one that is passed over, when it begins, is an hour later.
 */
export function instantOfAmsterdamWall(wallMs: number): number {
  const summer = wallMs - 2 * hourMs;
  return amsterdamOffsetMs(summer) === 2 * hourMs ? summer : wallMs - hourMs;
}

/** Behind it years are written in another form, which compares as earlier. */
const lastDay = Date.UTC(9999, 11, 31);

/** The day `YYYY-MM-DD` that it is in Amsterdam, the last of the year 9999 at most. */
export function amsterdamDayOf(epochMs: number): string {
  return new Date(Math.min(epochMs + amsterdamOffsetMs(epochMs), lastDay)).toISOString().slice(0, 10);
}

/** The day `YYYY-MM-DD` that it is in the Netherlands and Flanders, which keep the same time. */
export function dayInAmsterdam(instant: Date): string {
  return amsterdamDayOf(instant.getTime());
}

/** 01:00 UTC on the last Sunday of a month of 31 days; `month` counts from 0. */
function lastSundayAtOne(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * dayMs;
}
