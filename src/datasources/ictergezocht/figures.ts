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
export async function* insightFigures(parts: FigureParts, period: Period | null, from: string | null, { kept = false, givesWay = false }: FigureReading): AsyncGenerator<FigurePage<Insight>> {
  const query = await queryOf(period, parts);
  yield* figures(parts.client.insights(query, from, kept, givesWay ? givingWay(parts.scope) : parts.scope), query, insightFromRow);
}

/** GET /click over a period, of one reference number where one is given (ICTerGezocht document, Lijst kliks). Never kept: it holds addresses. */
export async function* clickFigures(parts: FigureParts, period: Period | null, referenceNumber: string | null, from: string | null): AsyncGenerator<FigurePage<Click>> {
  const query = { ...(await queryOf(period, parts)), ...(referenceNumber !== null && { referenceNumber }) };
  yield* figures(parts.client.clicks(query, from, parts.scope), query, clickFromRow);
}

/** @throws SourceFailure */
async function queryOf(period: Period | null, { endsWithDay, scope }: FigureParts): Promise<FigureQuery> {
  if (period === null) return {};
  try {
    return { startDate: period.from, endDate: (await endsWithDay(scope)) ? period.to : addDays(period.to, 1) };
  } catch (error) {
    throw boardFailure(error);
  }
}

/** @throws SourceFailure */
async function* figures<Row, T>(pages: AsyncGenerator<Answer<ListPage<Rows<Row>>>>, query: FigureQuery, map: (row: Row) => T): AsyncGenerator<FigurePage<T>> {
  try {
    for await (const answer of pages) yield pageOf(answer, query, map);
  } catch (error) {
    throw boardFailure(error);
  }
}

function pageOf<Row, T>({ body: { content, next, offset }, fetchedAt, stale }: Answer<ListPage<Rows<Row>>>, query: FigureQuery, map: (row: Row) => T): FigurePage<T> {
  const { rows, faults, count } = content;
  const shown = rows.length + faults.length;
  // `count` may be the page's own: only one above it must be that of all.
  const total = count !== null && count > shown ? count : next === null ? offset + shown : null;
  return { rows: rows.map(map), failures: faults.map(rowFailure), next: next === null ? null : beyond(next, query), total, fetchedAt, stale };
}

/** What a link's query adds to that of the list: whoever goes on from there asks for the list again. */
function beyond(next: string, query: FigureQuery): string {
  const asked = new Map<string, string>(Object.entries(query));
  return new URLSearchParams([...new URLSearchParams(next)].filter(([name, value]) => asked.get(name) !== value)).toString();
}

/** The scope of an operation whose calls are not in a hurry. */
function givingWay(scope: RequestScope): RequestScope {
  return {
    ...scope,
    priority: 'bulk',
    // Read when each call begins.
    get deadline() {
      return scope.deadline;
    },
  };
}
