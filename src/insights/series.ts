import type { Context } from '../context.ts';
import { daysOf } from '../domain/days.ts';
import { BadInput } from '../domain/errors.ts';
import type { Insight, Period } from '../domain/insight.ts';
import type { InsightDimension, InsightFilter, InsightKey, InsightPoint, InsightSeries, Interval } from '../domain/insight-figures.ts';
import { chooseSources } from '../federate/choose.ts';
import { meets } from './filter.ts';
import { intervalsOf } from './intervals.ts';
import { todayOf } from './read-days.ts';
import { readSeries, type SourceSeries } from './source-series.ts';
import { nameOf, talliesBy, tallyOf } from './tally.ts';

export interface SeriesQuery {
  readonly period: Period;
  readonly interval: Interval;
  readonly filter: InsightFilter;
  readonly groupBy: readonly InsightDimension[];
}

/** Points that one answer holds at most. */
const maxPoints = 20_000;

/**
 * Figures over time, day by day from the source or from what is kept. A group has a point in every interval.
 * @throws BadInput where there are more groups than an answer holds points of
 */
export async function insightSeries(context: Context, { period, interval, filter, groupBy }: SeriesQuery): Promise<InsightSeries> {
  const { able } = chooseSources(context.sources, null, 'insightPages');
  const people = groupBy.includes('CONTACT');
  const sources = await Promise.all(able.map((source) => readSeries(context, source, period, people)));
  const rowsOn = (day: string): readonly Insight[] => sources.flatMap(({ days }) => days.get(day)?.rows ?? []).filter((row) => meets(row, filter));
  const spans = intervalsOf(period, interval).map((span) => stretchOf(span, sources, todayOf(context), rowsOn));
  const all = spans.flatMap(({ rows }) => rows);
  const groups = groupBy.length === 0 ? [[]] : talliesBy(all, groupBy).map(({ keys }) => keys);
  if (groups.length * spans.length > maxPoints) {
    throw new BadInput(['groupBy'], `makes ${groups.length} groups in ${spans.length} intervals, more than ${maxPoints} points: group by less, filter, or ask for a shorter period or longer intervals`);
  }
  return {
    currency: tallyOf(all).currency,
    points: spans.flatMap((span) => pointsOf(span, groups, groupBy)),
    complete: sources.length > 0 && sources.every(({ complete }) => complete),
    sources: sources.map(({ report }) => report),
  };
}

interface Stretch extends Period {
  readonly rows: readonly Insight[];
  /** Whether any of its days was read, and whether all were. */
  readonly any: boolean;
  readonly complete: boolean;
}

/** Days to come are not waited for, unless there are no others. */
function stretchOf(span: Period, sources: readonly SourceSeries[], today: string, rowsOn: (day: string) => readonly Insight[]): Stretch {
  const days = daysOf(span).filter((day) => day <= today);
  const readings = days.flatMap((day) => sources.map((source) => source.days.get(day)));
  const complete = readings.length > 0 && readings.every((reading) => reading?.complete === true);
  return { ...span, rows: days.flatMap(rowsOn), any: readings.some((reading) => reading !== undefined), complete };
}

function pointsOf({ from, to, rows, any, complete }: Stretch, groups: readonly (readonly InsightKey[])[], groupBy: readonly InsightDimension[]): readonly InsightPoint[] {
  const tallies = new Map(talliesBy(rows, groupBy).map((tally) => [nameOf(tally.keys), tally]));
  return groups.map((keys) => {
    const { clicks, cost, applications } = (tallies.get(nameOf(keys)) ?? tallyOf([])).group();
    return any ? { from, to, keys, clicks, cost, applications, complete } : { from, to, keys, clicks: null, cost: null, applications: null, complete };
  });
}
