import type { Context } from '../context.ts';
import { BadInput, SourceFailure } from '../domain/errors.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { matchesLocally } from '../domain/vacancy-match.ts';
import { fetchVacancy } from '../federate/lookup.ts';
import { planEach } from '../federate/plan.ts';
import { type Item, SourceStream } from '../federate/stream.ts';
import { fieldsOfCriterion, type VacancyQuery, vacancySources } from '../federate/vacancies.ts';
import type { Batch, Walk } from './batch.ts';
import { type Cells, cellsOf } from './column.ts';
import { NoSource } from './errors.ts';
import { recently } from './recent.ts';
import { exportedFields, vacancyColumns } from './tables/vacancies.ts';

/** Where a walk stands: a source, and the rows of its list that lie behind. */
interface Place {
  readonly source: SourceName;
  readonly offset: number;
}

/**
 * Vacancies source by source, an upstream page at a time. What a source was asked before is forgotten with each page, so that a walk
 * over a hundred thousand needs the memory of one page.
 *
 * @param contextOf a context for the next page
 * @param skipped told of each source that cannot apply a criterion and is left out
 */
export function walkVacancies(contextOf: () => Context, query: VacancyQuery, skipped: (source: SourceName) => void): Walk {
  return { columns: vacancyColumns, secondsAPage: 0, batches: (from) => walk(contextOf, query, skipped, from) };
}

async function* walk(contextOf: () => Context, query: VacancyQuery, skipped: (source: SourceName) => void, position: string | null): AsyncGenerator<Batch> {
  const names = await sourcesOf(contextOf(), query, skipped);
  const came = recently();
  for (let place = position === null ? start(names[0]) : openPlace(position, names); place !== null; ) {
    const { rows, unreadable, next } = await pageAt(contextOf(), query, place, names);
    const fresh = rows.filter((vacancy) => !came(`${vacancy.source} ${vacancy.sourceId}`));
    yield { rows: fresh.map((vacancy): Cells => cellsOf(vacancyColumns, vacancy, { personal: false })), read: rows.length + unreadable, unreadable, next: next === null ? null : `${next.source} ${next.offset}`, total: null };
    place = next;
  }
}

/**
 * The sources that take part. One that the filter leaves out takes none, as in the graph.
 * @throws SourceFailure where one that takes part cannot be asked: the file would lack it
 */
async function sourcesOf(context: Context, query: VacancyQuery, tellSkipped: (source: SourceName) => void): Promise<readonly SourceName[]> {
  const { able, skipped } = vacancySources(context, query.sources, query.filter);
  const planned = await planEach(context, able, query);
  for (const report of [...planned.flatMap((one) => ('plan' in one ? [] : [one])), ...(query.sources === null ? [] : skipped)]) {
    if (report.error !== null && (report.status !== 'SKIPPED' || report.error.code === 'SOURCE_NOT_CONFIGURED')) {
      throw new SourceFailure(report.source, report.error.code, report.error.message, { upstreamStatus: report.error.upstreamStatus ?? undefined, retryAfterSeconds: report.error.retryAfterSeconds ?? undefined });
    }
    if (report.error !== null) tellSkipped(report.source);
  }
  if (able.length === 0 && skipped.length === 0 && query.filter.organisationIds === null) throw new NoSource('No source of vacancies is configured for this caller.');
  return planned.flatMap((one) => ('plan' in one ? [one.source.source] : []));
}

interface PageOfVacancies {
  readonly rows: readonly Vacancy[];
  readonly unreadable: number;
  readonly next: Place | null;
}

async function pageAt(context: Context, query: VacancyQuery, { source, offset }: Place, names: readonly SourceName[]): Promise<PageOfVacancies> {
  const [planned] = await planEach(context, vacancySources(context, [source], query.filter).able, query);
  if (planned === undefined || !('plan' in planned)) throw new SourceFailure(source, planned?.error?.code ?? 'UPSTREAM_UNAVAILABLE', planned?.error?.message ?? 'The source is gone.');
  const { plan } = planned;
  const { local } = plan;
  const stream = new SourceStream({
    source,
    plan,
    offset,
    fields: new Set([...exportedFields, ...local.flatMap((criterion) => fieldsOfCriterion[criterion])]),
    values: local.length > 0,
    keep: local.length > 0 ? (vacancy) => matchesLocally(vacancy, query.filter, local, context.now()) : null,
    scanPages: 1,
    failureOf: context.sources.failureOf,
  });
  await stream.fill(plan.pageSize);
  if (stream.failure !== null) throw stream.failure;
  // A list is told of as stale; a file could not be.
  if (stream.freshness?.stale === true) throw new SourceFailure(source, 'UPSTREAM_UNAVAILABLE', 'The source does not answer just now, and a file is not made of what it answered before.');
  const items: Item<Vacancy>[] = [];
  for (let item = stream.take(); item !== undefined; item = stream.take()) items.push(item);
  const read = await Promise.all(items.map((item) => valueOf(context, item)));
  if (!stream.exhausted && stream.position === offset) throw new SourceFailure(source, 'UPSTREAM_INVALID_RESPONSE', "The source's list goes on and brings nothing.");
  const next = stream.exhausted ? start(names[names.indexOf(source) + 1]) : { source, offset: stream.position };
  return { rows: read.filter((row) => row !== null && row !== 'unreadable'), unreadable: read.filter((row) => row === 'unreadable').length, next };
}

/** Null for one that is gone. A row that its source gives in a form that cannot be read costs itself; anything else costs the file. */
async function valueOf(context: Context, { source, sourceId, value, failure }: Item<Vacancy>): Promise<Vacancy | 'unreadable' | null> {
  if (failure !== null) return 'unreadable';
  if (value !== null || sourceId === null) return value;
  try {
    return (await fetchVacancy(context, source, sourceId, exportedFields)).value;
  } catch (error) {
    const told = context.sources.failureOf(source, error);
    if (told.code === 'UPSTREAM_INVALID_RESPONSE') return 'unreadable';
    throw told;
  }
}

function start(source: SourceName | undefined): Place | null {
  return source === undefined ? null : { source, offset: 0 };
}

function openPlace(position: string, names: readonly SourceName[]): Place {
  const [, name, offset] = /^([A-Z]+) (\d{1,12})$/.exec(position) ?? [];
  const source = names.find((one) => one === name);
  if (source === undefined || offset === undefined) throw new BadInput(['resume'], 'is not a place in this file');
  return { source, offset: Number(offset) };
}
