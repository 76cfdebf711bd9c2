import type { Context } from '../../context.ts';
import { lengthOf } from '../../domain/days.ts';
import { BadInput, Forbidden } from '../../domain/errors.ts';
import type { Period } from '../../domain/insight.ts';
import type { InsightDimension, InsightFilter, Interval } from '../../domain/insight-figures.ts';
import type { InsightFilter as InsightFilterInput, PeriodInput } from '../../generated/resolvers.ts';
import { text, texts } from './check.ts';

type Given<T> = T | null | undefined;

/** Days that one series may have, by the length of its points. */
const longestDays: Readonly<Record<Interval, number>> = { DAY: 400, WEEK: 1100, MONTH: 1100 };
const earliest = '2000-01-01';
const latest = '2099-12-31';
/** As the board bounds it where it sends one. */
const longestReference = 255;

/** Null where no period is asked for. @throws BadInput */
export function periodOf(period: Given<PeriodInput>): Period | null {
  if (period === null || period === undefined) return null;
  const { from, to } = period;
  if (from < earliest) throw new BadInput(['period', 'from'], `is before ${earliest}`);
  if (to > latest) throw new BadInput(['period', 'to'], `is after ${latest}`);
  if (to < from) throw new BadInput(['period', 'to'], 'is before "period.from"');
  return { from, to };
}

/** @throws BadInput where it is longer than one answer can be */
export function seriesPeriodOf(input: PeriodInput, interval: Interval): Period {
  const { from, to } = input;
  const period = periodOf(input) ?? { from, to };
  if (lengthOf(period) > longestDays[interval]) throw new BadInput(['period'], `has ${lengthOf(period)} days: a series by ${interval} has at most ${longestDays[interval]}`);
  return period;
}

export function insightFilterOf(filter: Given<InsightFilterInput>): InsightFilter {
  return {
    referenceNumbers: texts(filter?.referenceNumbers, ['filter', 'referenceNumbers']),
    campaigns: texts(filter?.campaigns, ['filter', 'campaigns']),
    functionGroups: texts(filter?.functionGroups, ['filter', 'functionGroups']),
  };
}

/**
 * @throws BadInput where a dimension comes twice
 * @throws Forbidden where it would show people to a caller that may not see them
 */
export function dimensionsOf(groupBy: Given<readonly InsightDimension[]>, { viewer }: Pick<Context, 'viewer'>): readonly InsightDimension[] {
  const dimensions = groupBy ?? [];
  const twice = dimensions.findIndex((dimension, index) => dimensions.indexOf(dimension) !== index);
  if (twice >= 0) throw new BadInput(['groupBy', String(twice)], `repeats ${dimensions[twice]}`);
  if (dimensions.includes('CONTACT') && !viewer.scopes.has('personal:read')) throw new Forbidden('Grouping by CONTACT', ['personal:read']);
  return dimensions;
}

export function referenceNumberOf(value: Given<string>): string | null {
  const found = text(value, ['referenceNumber']);
  if (found !== null && found.length > longestReference) throw new BadInput(['referenceNumber'], `is longer than ${longestReference} characters`);
  return found;
}
