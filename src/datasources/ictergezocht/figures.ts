import { addDays } from '../../domain/days.ts';
import type { Click, FigurePage, FigureReading, Insight, Period } from '../../domain/insight.ts';
import type { Answer } from '../../http/call.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { FigureQuery, IctergezochtClient, ListPage } from './client.ts';
import { clickFromRow, insightFromRow, rowFailure } from './map-figures.ts';
import { boardFailure } from './refusal.ts';
import type { Rows } from './rows.ts';

export interface FigureParts {
  readonly client: Pick<IctergezochtClient, 'insights' | 'clicks'>;
  /** Whether `endDate` belongs to the period. */
  readonly endsWithDay: (scope: RequestScope) => Promise<boolean>;
  readonly scope: RequestScope;
}

/** GET /vacancy/insight over a period, both days included (ICTerGezocht document, Inzichten). */
export function insightFigures(parts: FigureParts, period: Period | null, from: string | null, reading: FigureReading): AsyncGenerator<FigurePage<Insight>> {
  return figures(parts, period, from, (query) => parts.client.insights(query, from, reading.kept === true, parts.scope), insightFromRow);
}

/** GET /click over a period, of one reference number where one is given (ICTerGezocht document, Lijst kliks). Never kept: it holds addresses. */
export function clickFigures(parts: FigureParts, period: Period | null, referenceNumber: string | null, from: string | null): AsyncGenerator<FigurePage<Click>> {
  return figures(parts, period, from, (query) => parts.client.clicks({ ...query, ...(referenceNumber !== null && { referenceNumber }) }, from, parts.scope), clickFromRow);
}

/** @throws SourceFailure */
async function* figures<Row, T>(parts: FigureParts, period: Period | null, from: string | null, read: (query: FigureQuery) => AsyncGenerator<Answer<ListPage<Rows<Row>>>>, map: (row: Row) => T): AsyncGenerator<FigurePage<T>> {
  try {
    // A page behind another holds the period in its link.
    for await (const answer of read(from === null ? await queryOf(period, parts) : {})) yield pageOf(answer, map);
  } catch (error) {
    throw boardFailure(error);
  }
}

async function queryOf(period: Period | null, { endsWithDay, scope }: FigureParts): Promise<FigureQuery> {
  if (period === null) return {};
  return { startDate: period.from, endDate: (await endsWithDay(scope)) ? period.to : addDays(period.to, 1) };
}

function pageOf<Row, T>({ body: { content, next, offset }, fetchedAt, stale }: Answer<ListPage<Rows<Row>>>, map: (row: Row) => T): FigurePage<T> {
  const { rows, faults, count } = content;
  const shown = rows.length + faults.length;
  // `count` may be the page's own: only one above it must be that of all.
  const total = count !== null && count > shown ? count : next === null ? offset + shown : null;
  return { rows: rows.map(map), failures: faults.map(rowFailure), next, total, fetchedAt, stale };
}
