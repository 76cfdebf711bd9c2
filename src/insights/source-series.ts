import type { Context } from '../context.ts';
import { addDays, daysOf } from '../domain/days.ts';
import type { Insight, Period } from '../domain/insight.ts';
import type { SourceReport } from '../domain/report.ts';
import { doubtDays, fits } from './doubt.ts';
import { type DayReading, readDays, todayOf } from './read-days.ts';
import { reportOf } from './report.ts';
import { identityOf } from './row-identity.ts';
import { type InsightSource, scanInsights } from './scan.ts';

/** The days of one source over a period. */
export interface SourceSeries {
  readonly days: ReadonlyMap<string, DayReading>;
  /** Every day that there was so far was read, and they make what the source tells of the whole. */
  readonly complete: boolean;
  readonly report: SourceReport;
}

/**
 * The days of a period, held against what the source tells of the whole: of yesterday at the latest, as today's figures move while they are
 * read. What a vacancy is grouped by is as the whole tells it, so that groups of days are those of the whole.
 */
export async function readSeries(context: Context, source: InsightSource, period: Period, people: boolean): Promise<SourceSeries> {
  const today = todayOf(context);
  const days = daysOf(period).filter((day) => day <= today);
  if (days.length === 0) return { days: new Map(), complete: true, report: reportOf(source.source, { complete: true, any: true, failure: null, parts: [] }) };
  const yesterday = addDays(today, -1);
  const whole: Period = { from: period.from, to: period.from > yesterday ? today : period.to < yesterday ? period.to : yesterday };
  const [told, read] = await Promise.all([scanInsights(context, source, whole, people), readDays(context, source, days)]);

  const checked = days.filter((day) => day <= whole.to && day !== today).flatMap((day) => read.days.get(day) ?? []);
  const all = days.every((day) => read.days.get(day)?.complete === true);
  const fit = !all || !told.complete || checked.length === 0 || fits(checked, told.rows);
  const doubted = fit ? new Set<string>() : await doubtDays(context, source, checked, told.rows);
  const complete = all && told.complete && fit;

  const attributes = new Map(told.rows.map((row) => [identityOf(row), row]));
  const shown = [...read.days].map(([day, reading]): [string, DayReading] => [day, { ...reading, complete: reading.complete && !doubted.has(day), rows: reading.rows.map((row) => describedBy(row, attributes)) }]);
  const failure = told.failure ?? read.failure;
  const parts = [told.freshness, ...[...read.days.values()].map(({ freshness }) => freshness)];
  return { days: new Map(shown), complete, report: reportOf(source.source, { complete, any: read.days.size > 0, failure, parts }) };
}

/** A row's own figures, with what its vacancy is called and grouped by as of now. */
function describedBy(row: Insight, attributes: ReadonlyMap<string, Insight>): Insight {
  const now = attributes.get(identityOf(row));
  return now === undefined ? row : { ...now, clicks: row.clicks, cost: row.cost, applications: row.applications };
}

