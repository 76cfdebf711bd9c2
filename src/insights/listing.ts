import type { Context } from '../context.ts';
import type { Click, Insight, Period } from '../domain/insight.ts';
import type { InsightFilter } from '../domain/insight-figures.ts';
import type { SourceName } from '../domain/source-name.ts';
import { chooseSources } from '../federate/choose.ts';
import type { Edge, Page, PageRequest } from '../federate/page.ts';
import { fingerprint } from '../federate/vacancies.ts';
import { isRestricted, meets } from './filter.ts';
import { passedByName, passedBySequence } from './marks.ts';
import { identityOf } from './row-identity.ts';
import { readingOf } from './scan.ts';
import { walkFigures } from './walk.ts';
import type { FigureRows } from './walk-source.ts';

export type InsightPage = Page<Insight>;
export type InsightEdge = Edge<Insight>;
export type ClickPage = Page<Click>;
export type ClickEdge = Edge<Click>;

export interface InsightListing {
  readonly period: Period | null;
  readonly filter: InsightFilter;
  readonly page: PageRequest;
  /** Whether the people in it are wanted, and may be shown. */
  readonly people: boolean;
}

export interface ClickListing {
  readonly period: Period | null;
  readonly referenceNumber: string | null;
  readonly page: PageRequest;
}

/** Two pages of the source: a row may have moved on by as many as stand before it on both. */
const insightMarks = 100;
const clickMarks = 50;

/** A page of insights in the source's order, each vacancy once. */
export function listInsights(context: Context, { period, filter, page, people }: InsightListing): Promise<InsightPage> {
  const { able } = chooseSources(context.sources, null, 'insightPages');
  const keep = isRestricted(filter) ? (row: Insight) => meets(row, filter) : null;
  const lists = able.map((source): [SourceName, FigureRows<Insight>] => [
    source.source,
    { pages: (from) => source.insightPages(period, from, readingOf(people)), identity: identityOf, passedRows: passedByName, marksKept: insightMarks, keep, failureOf: (error) => context.sources.failureOf(source.source, error) },
  ]);
  return walkFigures(context, `insights:${fingerprint({ period, filter })}`, new Map(lists), page);
}

/** A page of clicks in the source's order. */
export function listClicks(context: Context, { period, referenceNumber, page }: ClickListing): Promise<ClickPage> {
  const { able } = chooseSources(context.sources, null, 'clickPages');
  const lists = able.map((source): [SourceName, FigureRows<Click>] => [
    source.source,
    {
      pages: (from) => source.clickPages(period, referenceNumber, from),
      // Without the address, which a mark of so few characters would give away.
      identity: ({ sourceId, clickedAt }) => `${sourceId} ${clickedAt.toISOString()}`,
      passedRows: passedBySequence,
      marksKept: clickMarks,
      keep: null,
      failureOf: (error) => context.sources.failureOf(source.source, error),
    },
  ]);
  return walkFigures(context, `clicks:${fingerprint({ period, referenceNumber })}`, new Map(lists), page);
}
