import type { Context } from '../context.ts';
import type { Organisation, OrganisationFilter } from '../domain/organisation.ts';
import { failedReport, okReport, type SourceReport, sumOfTotals } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Capable, chooseSources } from './choose.ts';
import { openOffsetCursor } from './cursor.ts';
import { edgeOf, type OrganisationPage, pageInfoOf, type PageRequest } from './page.ts';
import { fingerprint } from './vacancies.ts';

export interface OrganisationListing {
  readonly filter: OrganisationFilter;
  readonly sources: readonly SourceName[] | null;
  readonly page: PageRequest;
}

/** A page of organisations, one source after the other: their lists are short and kept whole. */
export async function listOrganisations(context: Context, { filter, sources, page: { first, after } }: OrganisationListing): Promise<OrganisationPage> {
  const purpose = `organisations:${fingerprint({ filter, sources })}`;
  const offset = openOffsetCursor(context.cursors, purpose, after);
  const { able, skipped } = chooseSources(context.sources, sources, 'organisations');
  const listed = await Promise.all(able.map((source) => listOf(context, source, filter)));
  const all = listed.flatMap(({ organisations }) => organisations);
  const reports = [...listed.map(({ report }) => report), ...skipped];
  const edges = all.slice(offset, offset + first).map((node, index) => edgeOf(node, () => context.cursors.seal(purpose, offset + index + 1)));
  return { edges, pageInfo: pageInfoOf(edges, after, offset + first < all.length), totalCount: sumOfTotals(reports), sources: reports };
}

async function listOf(context: Context, source: Capable<'organisations'>, filter: OrganisationFilter): Promise<{ organisations: readonly Organisation[]; report: SourceReport }> {
  try {
    const { value, complete, ...freshness } = await source.organisations(filter);
    // Those seen so far are not all there are: their number is no total.
    return { organisations: value, report: okReport(source.source, { totalCount: complete ? value.length : null, status: complete ? 'OK' : 'PARTIAL', freshness }) };
  } catch (error) {
    return { organisations: [], report: failedReport(context.sources.failureOf(source.source, error)) };
  }
}
