const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far Amsterdam is ahead of UTC at an instant: two hours in summer time, by the rule of the European Union since 1996. */
export function amsterdamOffsetMs(epochMs: number): number {
  const year = new Date(epochMs).getUTCFullYear();
  const summer = epochMs >= lastSundayAtOne(year, 2) && epochMs < lastSundayAtOne(year, 9);
  return summer ? 2 * hourMs : hourMs;
}

/** Amsterdam wall time, `YYYY-MM-DD HH:MM:SS`. */
export function amsterdamText(epochMs: number): string {
  return new Date(epochMs + amsterdamOffsetMs(epochMs)).toISOString().slice(0, 19).replace('T', ' ');
}

/** ISO 8601 with Amsterdam's offset. */
export function amsterdamIso(epochMs: number): string {
  return `${amsterdamText(epochMs).replace(' ', 'T')}+0${amsterdamOffsetMs(epochMs) / hourMs}:00`;
}

/** The instant of a wall time in Amsterdam that is given as if it were UTC; the later one where it comes twice. */
export function instantOfAmsterdam(wallMs: number): number {
  return wallMs - amsterdamOffsetMs(wallMs - hourMs);
}

/** 01:00 UTC on the last Sunday of a month that has 31 days; `month` counts from 0. */
function lastSundayAtOne(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * dayMs;
}
