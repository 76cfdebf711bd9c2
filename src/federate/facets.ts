import type { Context } from '../context.ts';
import type { FacetCount, VacancyFacet } from '../domain/capabilities.ts';
import type { EnumerationKind, EnumerationValue } from '../domain/enumeration.ts';
import type { VacancyField } from '../domain/fields.ts';
import { failedReport, okReport, type SourceReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import type { VacancyFilter } from '../domain/vacancy-filter.ts';
import { matchesLocally } from '../domain/vacancy-match.ts';
import { unsupported } from './choose.ts';
import { planEach, type Planned } from './plan.ts';
import { SourceStream } from './stream.ts';
import { fieldsOfCriterion, type VacancyQuery, vacancySources } from './vacancies.ts';

/** A value's count, told with its source: codes of two sources are never added up. */
export interface SourcedFacetCount extends FacetCount {
  readonly source: SourceName;
}
export interface VacancyFacets {
  readonly counts: readonly SourcedFacetCount[];
  readonly sources: readonly SourceReport[];
}
type Counted = { readonly report: SourceReport; readonly counts: readonly FacetCount[] };

/** Counts by the upstream itself where it counts, else over the vacancies that meet the filter, where they are few enough to read. */
export async function facetVacancies(context: Context, by: VacancyFacet, query: VacancyQuery): Promise<VacancyFacets> {
  const { able, skipped } = vacancySources(context, query.sources, query.filter);
  const planned = await planEach(context, able, query);
  const counted = await Promise.all(planned.map((one) => ('plan' in one ? countedBy(context, one, by, query) : { report: one, counts: [] })));
  return {
    counts: counted.flatMap(({ report, counts }) => counts.map((count) => ({ ...count, source: report.source }))),
    sources: [...counted.map(({ report }) => report), ...skipped],
  };
}

async function countedBy(context: Context, planned: Planned, by: VacancyFacet, query: VacancyQuery): Promise<Counted> {
  try {
    return await counts(context, planned, by, query);
  } catch (error) {
    return { report: failedReport(context.sources.failureOf(planned.source.source, error)), counts: [] };
  }
}

async function counts(context: Context, { source, plan }: Planned, by: VacancyFacet, { filter }: VacancyQuery): Promise<Counted> {
  const unsupportedFilters = plan.unsupported;
  if (plan.empty) return { report: okReport(source.source, { totalCount: 0, unsupportedFilters }), counts: [] };
  if (source.vacancyFacets !== undefined && plan.local.length === 0) {
    const { value, ...freshness } = await source.vacancyFacets(by, filter);
    return { report: okReport(source.source, { unsupportedFilters, freshness }), counts: value };
  }
  const matching = plan.local.length === 0 ? (await plan.count()).value : null;
  if (matching !== null && matching > context.limits.facetRows) return { report: failedReport(unsupported(source.source, `Counting over more than ${context.limits.facetRows} vacancies`), 'SKIPPED'), counts: [] };
  const { local } = plan;
  const stream = new SourceStream({
    source: source.source,
    plan,
    offset: 0,
    fields: new Set<VacancyField>([...fieldsOfFacet[by], ...local.flatMap((criterion) => fieldsOfCriterion[criterion])]),
    values: true,
    keep: (vacancy) => matchesLocally(vacancy, filter, local, context.now()),
    scanPages: context.limits.scanPages,
    failureOf: context.sources.failureOf,
  });
  const found: Vacancy[] = [];
  while (stream.readable && found.length <= context.limits.facetRows) {
    await stream.fill(1);
    for (let item = stream.take(); item !== undefined; item = stream.take()) if (item.value !== null) found.push(item.value);
  }
  if (stream.failure !== null) return { report: failedReport(stream.failure), counts: [] };
  if (!stream.exhausted) return { report: failedReport(unsupported(source.source, 'Counting over so many vacancies'), 'SKIPPED'), counts: [] };
  return { report: okReport(source.source, { totalCount: found.length, unsupportedFilters, freshness: stream.freshness }), counts: tally(found, by) };
}

const fieldsOfFacet: Readonly<Record<VacancyFacet, readonly VacancyField[]>> = {
  REGION: ['location', 'location.regions'],
  EDUCATION_LEVEL: ['education'],
  JOB_BRANCH: ['fields'],
  JOB_CATEGORY: ['functions'],
  CONTRACT_TYPE: ['employment'],
};

function valuesOf(vacancy: Vacancy, by: VacancyFacet): readonly EnumerationValue[] {
  switch (by) {
    case 'REGION':
      return vacancy.location?.regions ?? [];
    case 'EDUCATION_LEVEL':
      return vacancy.education.map(({ value }) => value);
    case 'JOB_BRANCH':
      return vacancy.fields;
    case 'JOB_CATEGORY':
      return vacancy.functions;
    case 'CONTRACT_TYPE':
      return vacancy.employment.contractType === null ? [] : [vacancy.employment.contractType];
  }
}

/** Most first, then by code; a vacancy counts once for a value. */
function tally(vacancies: readonly Vacancy[], by: VacancyFacet): FacetCount[] {
  const counted = new Map<string, { value: EnumerationValue; count: number }>();
  for (const vacancy of vacancies) {
    const values = new Map(valuesOf(vacancy, by).map((value) => [`${value.list}/${value.code}`, value]));
    for (const [key, value] of values) counted.set(key, { value, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count || (a.value.code < b.value.code ? -1 : 1));
}

const facetOfKind: Partial<Record<EnumerationKind, VacancyFacet>> = {
  REGION: 'REGION',
  EDUCATION_LEVEL: 'EDUCATION_LEVEL',
  JOB_BRANCH: 'JOB_BRANCH',
  JOB_CATEGORY: 'JOB_CATEGORY',
  CONTRACT_TYPE: 'CONTRACT_TYPE',
};

/** The vacancies of a value's source that have it, null where the source does not count by such values. One call for all values of a list. */
export async function countWithValue({ sources }: Context, value: EnumerationValue, filter: VacancyFilter): Promise<number | null> {
  const source = sources.get(value.source);
  const by = facetOfKind[value.kind];
  if (source?.vacancyFacets === undefined || by === undefined) return null;
  const counted = await source.vacancyFacets(by, filter);
  // The upstream leaves zeros out.
  return counted.value.find((one) => one.value.code === value.code)?.count ?? 0;
}
