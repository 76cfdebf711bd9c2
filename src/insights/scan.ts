import type { Context } from '../context.ts';
import type { SourceFailure } from '../domain/errors.ts';
import { type Freshness, oldest } from '../domain/fetched.ts';
import type { FigureReading, Insight, Period } from '../domain/insight.ts';
import type { InsightScan } from '../domain/insight-figures.ts';
import type { Capable } from '../federate/choose.ts';
import { listCount } from './list-count.ts';
import { wholeOf } from './whole-vacancy.ts';
import { identityOf } from './row-identity.ts';

export type InsightSource = Capable<'insightPages'>;

/** How insights are read for the graph: people's names only where they are asked for and may be shown, since those are not kept. */
export function readingOf(people: boolean): FigureReading {
  return { kept: !people };
}

/** All insights of a period, read once for an operation whatever asks for them. It never fails: what it could not read it says. */
export function scanInsights(context: Context, source: InsightSource, period: Period | null, people: boolean): Promise<InsightScan> {
  const key = [source.source, period?.from, period?.to, people].join(' ');
  const known = context.scans.get(key) ?? readInsights(context, source, period, readingOf(people));
  context.scans.set(key, known);
  return known;
}

/**
 * Reads every page of a period. The list may move between two pages: a row that comes again counts once, and where one may have
 * been passed over, by what the source tells of the number of rows, the reading is not complete.
 */
export async function readInsights(context: Context, source: InsightSource, period: Period | null, reading: FigureReading): Promise<InsightScan> {
  const rows = new Map<string, Insight>();
  const parts: Freshness[] = [];
  const count = listCount();
  let failure: SourceFailure | null = null;
  let ended = false;
  try {
    for await (const page of source.insightPages(period, null, reading)) {
      parts.push({ fetchedAt: page.fetchedAt, stale: page.stale });
      const before = rows.size;
      for (const row of page.rows) if (!rows.has(identityOf(row))) rows.set(identityOf(row), row);
      count.add(page, rows.size - before);
      failure ??= page.failures[0] ?? null;
    }
    ended = true;
  } catch (error) {
    failure = context.sources.failureOf(source.source, error);
  }
  const bySourceId = new Map<string, Insight>();
  for (const row of rows.values()) {
    const known = bySourceId.get(row.sourceId);
    bySourceId.set(row.sourceId, known === undefined ? row : wholeOf(known, row));
  }
  return { rows: [...rows.values()], bySourceId, complete: ended && failure === null && count.isWhole(), pages: parts.length, ended, failure, freshness: oldest(parts) };
}
