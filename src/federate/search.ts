import type { CallerSources, Context } from '../context.ts';
import { SourceFailure } from '../domain/errors.ts';
import { type Fetched, type Freshness, oldest } from '../domain/fetched.ts';
import { failedReport, okReport, type SourceReport, sumOfTotals } from '../domain/report.ts';
import type { SearchPlan } from '../domain/slice.ts';
import type { SourceName } from '../domain/source-name.ts';
import { unsupported } from './choose.ts';
import { openMergeCursor } from './cursor.ts';
import { type Compare, interleave } from './interleave.ts';
import { edgeOf, type Page, pageInfoOf, type PageRequest } from './page.ts';
import { mayPass } from './passing.ts';
import { type Item, SourceStream } from './stream.ts';

/** What is done with a criterion that a source can apply nowhere: leave the source out, or answer as if it were not stated. */
export type UnsupportedPolicy = 'SKIP_SOURCE' | 'IGNORE';

/** A search over several sources, apart from what it searches for. */
export interface Search<T, Field, Criterion extends string> {
  readonly context: Context;
  /** What a cursor of this list belongs to: equal for equal arguments. */
  readonly purpose: string;
  readonly sources: readonly SourceName[];
  readonly skipped: readonly SourceReport[];
  readonly policy: UnsupportedPolicy;
  readonly fields: ReadonlySet<Field>;
  /** False where an id is all that is wanted of a row. */
  readonly values: boolean;
  readonly counts: boolean;
  readonly compare: Compare<T> | null;
  plan(source: SourceName): Promise<SearchPlan<T, Field, Criterion>>;
  /** Fields that a row needs to be judged by a criterion here. */
  fieldsOf(criterion: Criterion): readonly Field[];
  keep(value: T, criteria: readonly Criterion[]): boolean;
  /** The things behind rows that came as ids, in their order. */
  load(source: SourceName, sourceIds: readonly string[]): Promise<readonly (Fetched<T | null> | Error)[]>;
  /** What a row is where nothing but its id is wanted. */
  bare(source: SourceName, sourceId: string): T;
}

/** What stands in a row, with how current it is where it was fetched apart from its list. */
interface Shown<T> {
  readonly source: SourceName;
  readonly node: T | null | SourceFailure;
  readonly freshness?: Freshness;
}

interface Asked<T, Field, Criterion extends string> {
  readonly source: SourceName;
  readonly stream: SourceStream<T, Field, Criterion>;
  readonly plan: SearchPlan<T, Field, Criterion>;
}

/** A page of a search: the sources' lists merged, each failure told as its source's own. */
export async function searchPage<T, Field, Criterion extends string>(search: Search<T, Field, Criterion>, { first, after }: PageRequest): Promise<Page<T>> {
  const { context, purpose, compare } = search;
  const state = openMergeCursor(context.cursors, purpose, after);
  const reports: SourceReport[] = [...search.skipped];
  const planned = await Promise.all(search.sources.map((source) => planSource(search, source, state.positions[source] ?? 0)));
  const asked = planned.filter((one) => 'stream' in one);
  for (const one of planned) if (!('stream' in one)) reports.push(one);
  const live = asked.filter(({ source }) => state.positions[source] !== -1);

  const unplanned = reports.some(({ source, error }) => mayPass(error) && state.positions[source] !== -1);
  const merged = await interleave(live.map(({ stream }) => stream), first, state.turn, compare);
  // A source that takes no part in this page, because it has ended or cannot be asked just now, keeps its place.
  const seal = (at: typeof merged.end) => context.cursors.seal(purpose, { ...at, positions: { ...state.positions, ...at.positions } });
  const [shown, totals] = await Promise.all([
    shownOf(search, merged.items),
    Promise.all(asked.map((one) => (search.counts ? totalOf(context, one) : Promise.resolve(null)))),
  ]);
  const edges = shown.map(({ node }, index) => edgeOf(node, () => seal(merged.behind(index))));
  reports.push(...asked.map((one, index) => reportOf(one, totals[index] ?? null, shown)));
  const sources = reports.toSorted((a, b) => orderOf(search, a.source) - orderOf(search, b.source));
  const more = merged.more || unplanned;
  const short = edges.length < first && (edges.length > 0 || more);
  return { edges, pageInfo: pageInfoOf(edges, after, more, short ? () => seal(merged.end) : undefined), totalCount: search.counts ? sumOfTotals(sources) : null, sources };
}

function orderOf<T, Field, Criterion extends string>({ sources }: Search<T, Field, Criterion>, source: SourceName): number {
  const at = sources.indexOf(source);
  return at < 0 ? sources.length : at;
}

/** The source's list, or the report of one that cannot take part. */
async function planSource<T, Field, Criterion extends string>(search: Search<T, Field, Criterion>, source: SourceName, position: number): Promise<Asked<T, Field, Criterion> | SourceReport> {
  try {
    const plan = await search.plan(source);
    if (plan.unsupported.length > 0 && search.policy === 'SKIP_SOURCE') return failedReport(unsupported(source, `Filtering by ${plan.unsupported.join(', ')}`), 'SKIPPED', plan.unsupported);
    const { local } = plan;
    const stream = new SourceStream({
      source,
      plan,
      offset: Math.max(0, position),
      fields: new Set([...search.fields, ...local.flatMap((criterion) => search.fieldsOf(criterion))]),
      values: local.length > 0 || search.compare !== null,
      keep: local.length > 0 ? (value) => search.keep(value, local) : null,
      scanPages: search.context.limits.scanPages,
      failureOf: search.context.sources.failureOf,
    });
    return { source, plan, stream };
  } catch (error) {
    return failedReport(search.context.sources.failureOf(source, error));
  }
}

/** What stands in the rows. Those that came as ids are loaded together, all sources at once: a promise a row costs more than the row. */
async function shownOf<T, Field, Criterion extends string>(search: Search<T, Field, Criterion>, items: readonly Item<T>[]): Promise<readonly Shown<T>[]> {
  const bare = Map.groupBy(search.values ? items.filter(isBare) : [], ({ source }) => source);
  const loads = await Promise.all([...bare].map(async ([source, rows]) => [source, await loadRows(search, source, rows)] as const));
  const loaded = new Map(loads.map(([source, rows]) => [source, rows.values()]));
  return items.map((item) => (isBare(item) ? loaded.get(item.source)?.next().value : undefined) ?? shownAtOnce(search, item));
}

/** Whether a row came as an id alone. */
function isBare<T>({ failure, value, sourceId }: Item<T>): boolean {
  return failure === null && value === null && sourceId !== null;
}

function shownAtOnce<T, Field, Criterion extends string>(search: Search<T, Field, Criterion>, { source, sourceId, value, failure }: Item<T>): Shown<T> {
  return { source, node: failure ?? value ?? (sourceId === null ? null : search.bare(source, sourceId)) };
}

async function loadRows<T, Field, Criterion extends string>(search: Search<T, Field, Criterion>, source: SourceName, rows: readonly Item<T>[]): Promise<readonly Shown<T>[]> {
  const { failureOf } = search.context.sources;
  try {
    const found = await search.load(source, rows.map(({ sourceId }) => sourceId ?? ''));
    return rows.map((_row, index) => shownOfLoaded(source, found[index], failureOf));
  } catch (error) {
    const node = failureOf(source, error);
    return rows.map(() => ({ source, node }));
  }
}

function shownOfLoaded<T>(source: SourceName, found: Fetched<T | null> | Error | undefined, failureOf: CallerSources['failureOf']): Shown<T> {
  if (found === undefined) return { source, node: null };
  return found instanceof Error ? { source, node: failureOf(source, found) } : { source, node: found.value, freshness: found };
}

/** The number of matches, where nothing is applied here and the upstream can tell. */
async function totalOf<T, Field, Criterion extends string>(context: Context, { source, stream, plan }: Asked<T, Field, Criterion>): Promise<number | null | SourceFailure> {
  if (stream.total !== null || stream.failure !== null || plan.local.length > 0) return stream.total;
  try {
    return (await plan.count()).value;
  } catch (error) {
    return context.sources.failureOf(source, error);
  }
}

function reportOf<T, Field, Criterion extends string>({ source, stream, plan }: Asked<T, Field, Criterion>, total: number | null | SourceFailure, shown: readonly Shown<T>[]): SourceReport {
  const parts = stream.freshness === null ? [] : [stream.freshness];
  let lost: SourceFailure | undefined;
  for (const one of shown) {
    if (one.source !== source) continue;
    if (one.freshness !== undefined) parts.push(one.freshness);
    if (one.node instanceof SourceFailure) lost ??= one.node;
  }
  const failure = stream.failure ?? (total instanceof SourceFailure ? total : undefined) ?? lost;
  const freshness = oldest(parts);
  const unsupportedFilters = plan.unsupported;
  if (failure === undefined) return okReport(source, { totalCount: total instanceof SourceFailure ? null : total, unsupportedFilters, freshness });
  if (freshness === null) return failedReport(failure, 'FAILED', unsupportedFilters);
  return { ...failedReport(failure, 'PARTIAL', unsupportedFilters), fetchedAt: new Date(freshness.fetchedAt), stale: freshness.stale };
}
