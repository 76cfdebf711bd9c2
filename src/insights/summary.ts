import type { Context } from '../context.ts';
import type { Period } from '../domain/insight.ts';
import type { InsightDimension, InsightFilter, InsightSummary } from '../domain/insight-figures.ts';
import { chooseSources } from '../federate/choose.ts';
import { meets } from './filter.ts';
import { reportOf } from './report.ts';
import { scanInsights } from './scan.ts';
import { talliesBy, tallyOf } from './tally.ts';

export interface SummaryQuery {
  readonly period: Period | null;
  readonly filter: InsightFilter;
  readonly groupBy: readonly InsightDimension[];
}

/** Sums over every row of a period. Several summaries of one period cost one reading. */
export async function summariseInsights(context: Context, { period, filter, groupBy }: SummaryQuery): Promise<InsightSummary> {
  const { able } = chooseSources(context.sources, null, 'insightPages');
  const people = groupBy.includes('CONTACT');
  const scanned = await Promise.all(able.map(async (source) => ({ source: source.source, scan: await scanInsights(context, source, period, people) })));
  const rows = scanned.flatMap(({ scan }) => scan.rows).filter((row) => meets(row, filter));
  return {
    total: scanned.some(({ scan }) => scan.freshness !== null) ? tallyOf(rows).group() : null,
    groups: groupBy.length === 0 ? [] : talliesBy(rows, groupBy).map((tally) => tally.group()),
    complete: scanned.length > 0 && scanned.every(({ scan }) => scan.complete),
    sources: scanned.map(({ source, scan }) => reportOf(source, { ...scan, any: scan.freshness !== null, parts: [scan.freshness], totalCount: scan.rows.length })),
  };
}
