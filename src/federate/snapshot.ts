import type { Context } from '../context.ts';
import { SourceFailure } from '../domain/errors.ts';
import { failedReport, okReport } from '../domain/report.ts';
import type { VacancyFields } from '../domain/source.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Vacancy, vacancy } from '../domain/vacancy.ts';
import { requireSource } from './choose.ts';
import { openOffsetCursor } from './cursor.ts';
import { loadVacancy } from './lookup.ts';
import { type Edge, pageInfoOf, type PageRequest, type VacancyPage } from './page.ts';

export interface SnapshotListing {
  readonly source: SourceName;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly page: PageRequest;
  readonly fields: VacancyFields;
  /** Whether more than the id of a vacancy is wanted. */
  readonly values: boolean;
}

/** A page of what a source had published on a date: the id list is one upstream answer, only a page's details are fetched. */
export async function listSnapshot(context: Context, { source: name, date, page: { first, after }, fields, values }: SnapshotListing): Promise<VacancyPage> {
  const purpose = `snapshot:${name}:${date}`;
  const offset = openOffsetCursor(context.cursors, purpose, after);
  try {
    const source = requireSource(context.sources, name, 'vacancySnapshot');
    const slice = await source.vacancySnapshot(date, { offset, limit: first });
    const nodes = await Promise.all(slice.rows.map((row) => (row.sourceId === null ? row.failure : nodeOf(row.sourceId))));
    const edges = nodes.map((node, index): Edge<Vacancy> => ({ node, cursor: context.cursors.seal(purpose, offset + index + 1) }));
    const lost = nodes.find((node) => node instanceof SourceFailure);
    const report = lost === undefined ? okReport(name, { totalCount: slice.total, freshness: slice }) : failedReport(lost, 'PARTIAL');
    return { edges, pageInfo: pageInfoOf(edges, after, slice.more), totalCount: slice.total, sources: [report] };
  } catch (error) {
    return { edges: [], pageInfo: pageInfoOf([], after, false), totalCount: null, sources: [failedReport(context.sources.failureOf(name, error))] };
  }

  async function nodeOf(sourceId: string): Promise<Vacancy | null | SourceFailure> {
    if (!values) return vacancy({ source: name, sourceId });
    try {
      return await loadVacancy(context, name, sourceId, fields);
    } catch (error) {
      return context.sources.failureOf(name, error);
    }
  }
}
