import type { Context } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import type { Organisation, OrganisationFilter } from '../domain/organisation.ts';
import { failedReport, okReport, type SourceReport, sumOfTotals } from '../domain/report.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { type Capable, chooseSources } from './choose.ts';
import { openCursor } from './cursor.ts';
import { edgeOf, type OrganisationPage, pageInfoOf, type PageRequest } from './page.ts';
import { mayPass } from './passing.ts';
import { fingerprint } from './vacancies.ts';

export interface OrganisationListing {
  readonly filter: OrganisationFilter;
  readonly sources: readonly SourceName[] | null;
  readonly page: PageRequest;
}

/**
 * Where a source's list goes on: behind so many of a whole list, -1 at its end, or behind a code in one of those seen so far, which may
 * grow anywhere between two pages.
 */
type Position = number | string;
type Positions = Readonly<Partial<Record<SourceName, Position>>>;

interface Row {
  readonly organisation: Organisation;
  readonly behind: Position;
}
interface Listed {
  readonly source: SourceName;
  /** What follows the source's position. */
  readonly rows: readonly Row[];
  /** Whether nothing follows, nor will. */
  readonly ended: boolean;
  readonly report: SourceReport;
}

/** A page of organisations, one source after the other: their lists are short and kept whole. A source that fails keeps its position. */
export async function listOrganisations(context: Context, { filter, sources, page: { first, after } }: OrganisationListing): Promise<OrganisationPage> {
  const purpose = `organisations:${fingerprint({ filter, sources })}`;
  const before = parsePositions(openCursor(context.cursors, purpose, after));
  const { able, skipped } = chooseSources(context.sources, sources, 'organisations');
  const listed = await Promise.all(able.map((source) => listOf(context, source, filter, before[source.source] ?? null)));
  const rows = listed.flatMap((list) => list.rows);
  const reports = [...listed.map(({ report }) => report), ...skipped];

  let positions: Positions = { ...before, ...Object.fromEntries(listed.flatMap(({ source, ended }) => (ended ? [[source, -1]] : []))) };
  const edges = rows.slice(0, first).map(({ organisation, behind }) => {
    const here = { ...positions, [organisation.source]: behind };
    positions = here;
    return edgeOf(organisation, () => context.cursors.seal(purpose, here));
  });
  const interrupted = reports.some(({ source, error }) => mayPass(error) && before[source] !== -1);
  const more = rows.length > first || interrupted;
  const end = positions;
  return { edges, pageInfo: pageInfoOf(edges, after, more, more ? () => context.cursors.seal(purpose, end) : undefined), totalCount: sumOfTotals(reports), sources: reports };
}

async function listOf(context: Context, source: Capable<'organisations'>, filter: OrganisationFilter, position: Position | null): Promise<Listed> {
  try {
    const { value, complete, ...freshness } = await source.organisations(filter);
    // Those seen so far are not all there are: their number is no total.
    const report = okReport(source.source, { totalCount: complete ? value.length : null, status: complete ? 'OK' : 'PARTIAL', freshness });
    const rows = complete ? rest(value, position) : restByCode(value, position);
    return { source: source.source, rows, ended: complete && rows.length === 0, report };
  } catch (error) {
    return { source: source.source, rows: [], ended: false, report: failedReport(context.sources.failureOf(source.source, error)) };
  }
}

function rest(all: readonly Organisation[], position: Position | null): readonly Row[] {
  const from = typeof position === 'number' ? position : 0;
  if (from < 0) return [];
  return all.slice(from).map((organisation, index) => ({ organisation, behind: from + index + 1 === all.length ? -1 : from + index + 1 }));
}

function restByCode(seen: readonly Organisation[], position: Position | null): readonly Row[] {
  return seen.filter(({ code }) => typeof position !== 'string' || code > position).map((organisation) => ({ organisation, behind: organisation.code }));
}

function parsePositions(state: unknown): Positions {
  if (state === null) return {};
  if (typeof state !== 'object') throw new BadInput(['after'], 'is not a cursor of this list');
  const entries = Object.entries(state).flatMap(([name, position]: [string, unknown]): [SourceName, Position][] => {
    const source = sourceNames.find((one) => one === name);
    return source !== undefined && (typeof position === 'string' || (typeof position === 'number' && Number.isSafeInteger(position) && position >= -1)) ? [[source, position]] : [];
  });
  return Object.fromEntries(entries);
}
