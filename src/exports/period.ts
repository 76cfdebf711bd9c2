import { isIsoDate, lengthOf } from '../domain/days.ts';
import { BadInput } from '../domain/errors.ts';
import type { Period } from '../domain/insight.ts';

/** Longest period, days. */
const maxDays = 3660;

/**
 * The period of a file of figures: both days have to be stated, so that a file says what it is of.
 * @throws BadInput naming the parameter
 */
export function periodOf(from: string | null, to: string | null): Period {
  const period = { from: dayOf(from, 'from'), to: dayOf(to, 'to') };
  const days = lengthOf(period);
  if (days < 1) throw new BadInput(['to'], 'lies before "from"');
  if (days > maxDays) throw new BadInput(['to'], `lies more than ${maxDays} days after "from"`);
  return period;
}

/** @throws BadInput where it is no day */
export function dayOf(text: string | null, name: string): string {
  if (text === null || text === '') throw new BadInput([name], 'is to be stated: a day as YYYY-MM-DD');
  if (!isIsoDate(text)) throw new BadInput([name], 'is no day of the calendar: write it as YYYY-MM-DD');
  return text;
}
