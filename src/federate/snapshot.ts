import type { Context } from '../context.ts';
import { SourceFailure } from '../domain/errors.ts';
import { type Freshness, oldest } from '../domain/fetched.ts';
import type { VacancyFields } from '../domain/fields.ts';
import { failedReport, okReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Vacancy, vacancy } from '../domain/vacancy.ts';
import { requireSource } from './choose.ts';
import { openOffsetCursor } from './cursor.ts';
import { fetchVacancy } from './lookup.ts';
import { edgeOf, pageInfoOf, type PageRequest, type VacancyPage } from './page.ts';
import { mayPass } from './passing.ts';

export interface SnapshotListing {
  readonly source: SourceName;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly page: PageRequest;
  readonly fields: VacancyFields;
  /** Whether more than the id of a vacancy is wanted. */
  readonly values: boolean;
}

/** What stands in a row, and how current it is. */
interface Shown {
  readonly node: Vacancy | null | SourceFailure;
  readonly freshness: Freshness;
}

/** A page of what a source had published on a date: the id list is one upstream answer, only a page's details are fetched. */
export async function listSnapshot(context: Context, { source: name, date, page: { first, after }, fields, values }: SnapshotListing): Promise<VacancyPage> {
  const purpose = `snapshot:${name}:${date}`;
  const offset = openOffsetCursor(context.cursors, purpose, after);
  const seal = (at: number) => context.cursors.seal(purpose, at);
  try {
    const source = requireSource(context.sources, name, 'vacancySnapshot');
    const slice = await source.vacancySnapshot(date, { offset, limit: first });
    const shown = await Promise.all(slice.rows.map((row): Shown | Promise<Shown> => (row.sourceId === null ? { node: row.failure, freshness: slice } : shownOf(row.sourceId, slice))));
    const edges = shown.map(({ node }, index) => edgeOf(node, () => seal(offset + index + 1)));
    const [lost] = shown.flatMap(({ node }) => (node instanceof SourceFailure ? [node] : []));
    const report = lost === undefined ? okReport(name, { totalCount: slice.total, freshness: oldest([slice, ...shown.map(({ freshness }) => freshness)]) }) : failedReport(lost, 'PARTIAL');
    return { edges, pageInfo: pageInfoOf(edges, after, slice.more), totalCount: report.totalCount, sources: [report] };
  } catch (error) {
    const failure = context.sources.failureOf(name, error);
    const more = mayPass(failure);
    return { edges: [], pageInfo: pageInfoOf([], after, more, more ? () => seal(offset) : undefined), totalCount: null, sources: [failedReport(failure)] };
  }

  async function shownOf(sourceId: string, listed: Freshness): Promise<Shown> {
    if (!values) return { node: vacancy({ source: name, sourceId }), freshness: listed };
    try {
      const { value: node, ...freshness } = await fetchVacancy(context, name, sourceId, fields);
      return { node, freshness };
    } catch (error) {
      return { node: context.sources.failureOf(name, error), freshness: listed };
    }
  }
}
