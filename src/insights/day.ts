import type { Context } from '../context.ts';
import type { SourceFailure } from '../domain/errors.ts';
import type { Insight } from '../domain/insight.ts';
import { chooseSources } from '../federate/choose.ts';
import { readDays } from './read-days.ts';

/** What happened on one day. */
export interface InsightDay {
  readonly day: string;
  /** A row for each vacancy with a click, a cost or an application on that day, without the people in it. */
  readonly rows: readonly Insight[];
  /** Whether every source was read whole. */
  readonly complete: boolean;
  readonly failure: SourceFailure | null;
}

/**
 * The figures of a day `YYYY-MM-DD` by vacancy, of all sources of the caller: a day that is kept costs no call, and one that is no longer
 * corrected is kept when it is read. It never fails: what could not be read it says.
 */
export async function readInsightDay(context: Context, day: string): Promise<InsightDay> {
  const { able } = chooseSources(context.sources, null, 'insightPages');
  const read = await Promise.all(able.map((source) => readDays(context, source, [day])));
  const days = read.map((reading) => reading.days.get(day));
  return {
    day,
    rows: days.flatMap((reading) => reading?.rows ?? []),
    complete: days.length > 0 && days.every((reading) => reading?.complete === true),
    failure: read.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}
