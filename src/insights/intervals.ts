import { addDays, lengthOf, mondayOf } from '../domain/days.ts';
import type { Period } from '../domain/insight.ts';
import type { Interval } from '../domain/insight-figures.ts';

/** A period in days, ISO weeks or months, the first and last clipped to it. */
export function intervalsOf(period: Period, interval: Interval): readonly Period[] {
  const found: Period[] = [];
  for (let from = period.from; lengthOf({ from, to: period.to }) > 0; ) {
    const end = endOf(from, interval);
    const to = end < period.to ? end : period.to;
    found.push({ from, to });
    from = addDays(to, 1);
  }
  return found;
}

/** The last day of the interval that a day lies in. */
function endOf(day: string, interval: Interval): string {
  switch (interval) {
    case 'DAY':
      return day;
    case 'WEEK':
      return addDays(mondayOf(day), 6);
    case 'MONTH':
      // Every month has a 28th; four days on is in the next.
      return addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);
  }
}
