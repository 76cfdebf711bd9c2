import { parseIdOf } from '../../domain/ids.ts';
import { statedCriteria, type VacancyCriterion, type VacancyFilter, type VacancyOrder } from '../../domain/vacancy-filter.ts';
import type { CsoConfig } from './config.ts';
import { anyJob, type CsoOrder, type JobCriteria } from './criteria.ts';
import type { CsoEnumerations } from './enumerations.ts';
import { atLevel, codeSearch, inCountry, inNuts, meaningOf } from './meaning.ts';
import type { CsoOrganisations } from './organisations.ts';
import { checkOwnFilter, criteriaFromOwnFilter, csoFilterOf, matchesNothing, namesListCodes, namesOrganisations } from './own-filter.ts';

/** A search as CSO understands it. */
export interface CsoSearch {
  readonly criteria: JobCriteria;
  readonly orderBy: readonly CsoOrder[];
  readonly local: readonly VacancyCriterion[];
  readonly unsupported: readonly string[];
  readonly empty: boolean;
}

/** What a filter's codes are looked up in; null where it needs none of it. */
export interface Known {
  readonly enumerations: CsoEnumerations | null;
  readonly organisations: CsoOrganisations | null;
}

export const pushedCriteria: readonly VacancyCriterion[] = [
  'keywords',
  'title',
  'nuts',
  'countryCodes',
  'eqfLevels',
  'organisationIds',
  'publishedFrom',
  'publishedTo',
  'publishedWithinDays',
];
const dateCriteria: readonly VacancyCriterion[] = ['publishedFrom', 'publishedTo', 'publishedWithinDays'];
const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60_000;

export function needsEnumerations(filter: VacancyFilter): boolean {
  const own = csoFilterOf(filter);
  return filter.nuts !== null || filter.countryCodes !== null || filter.eqfLevels !== null || (own !== null && namesListCodes(own));
}

export function needsOrganisations(filter: VacancyFilter): boolean {
  const own = csoFilterOf(filter);
  return filter.organisationIds !== null || (own !== null && namesOrganisations(own));
}

/**
 * The unified filter and CSO's own as one: both must hold. Where CSO takes more than a criterion means, or can be told but one of
 * two, the criterion is applied here as well.
 * @throws BadInput
 */
export function searchFromFilter(filter: VacancyFilter, order: VacancyOrder, { enumerations, organisations }: Known, { publicationPeriod }: Pick<CsoConfig, 'publicationPeriod'>, nowMs: number): CsoSearch {
  const own = csoFilterOf(filter);
  if (own !== null) checkOwnFilter(own, enumerations, organisations);
  const mine = own === null ? anyJob : criteriaFromOwnFilter(own);
  const nuts = meaningOf('regions', filter.nuts, enumerations, inNuts);
  const countries = meaningOf('regions', filter.countryCodes, enumerations, inCountry);
  const levels = meaningOf('educationLevels', filter.eqfLevels, enumerations, atLevel);
  const regionSearch = codeSearch('regions', mine.regions, [nuts, countries], enumerations);
  const levelSearch = codeSearch('educationLevels', mine.educationLevels, [levels], enumerations);
  const criteria: JobCriteria = {
    ...mine,
    keywords: mine.keywords ?? filter.keywords,
    name: mine.name ?? filter.title,
    regions: regionSearch.codes,
    educationLevels: levelSearch.codes,
    organisations: shared([mine.organisations, codesOfIds(filter.organisationIds, organisations)]),
    ...periodOf(filter, mine, publicationPeriod, nowMs),
  };
  const alsoHere: Partial<Record<VacancyCriterion, boolean | undefined>> = {
    keywords: mine.keywords !== null,
    title: mine.name !== null,
    nuts: regionSearch.also[0],
    countryCodes: regionSearch.also[1],
    eqfLevels: levelSearch.also[0],
    ...Object.fromEntries(dateCriteria.map((criterion) => [criterion, publicationPeriod === 'overlaps'])),
  };
  const stated = statedCriteria(filter);
  return {
    criteria,
    orderBy: ordersOf(order, own?.orderBy ?? null),
    local: stated.filter((criterion) => !pushedCriteria.includes(criterion) || alsoHere[criterion] === true),
    unsupported: order === 'UPDATED_DESC' ? ['orderBy'] : [],
    empty:
      stated.some((criterion) => isEmptyList(filter[criterion])) ||
      (own !== null && matchesNothing(own)) ||
      [nuts?.codes, countries?.codes, levels?.codes, criteria.organisations].some(isEmptyList) ||
      (criteria.periodStart ?? Number.NEGATIVE_INFINITY) > (criteria.periodEnd ?? Number.POSITIVE_INFINITY),
  };
}

/** A vacancy has one organisation: codes of both criteria. */
function shared(criteria: readonly (readonly string[] | null)[]): readonly string[] | null {
  const [first, ...others] = criteria.filter((codes) => codes !== null);
  return first?.filter((code) => others.every((codes) => codes.includes(code))) ?? null;
}

/** Codes of CSO's organisations; an id of another source, or of none that takes part, matches nothing. */
function codesOfIds(ids: readonly string[] | null, organisations: CsoOrganisations | null): readonly string[] | null {
  if (ids === null) return null;
  const named = ids.map((id, index) => parseIdOf('organisation', id, ['filter', 'organisationIds', String(index)]));
  return named.flatMap(({ source, sourceId }) => (source === 'CSO' && (organisations === null || organisations.find(sourceId) !== null) ? [sourceId] : []));
}

/**
 * One period for all that is said of publication. Where CSO's period means phases that overlap, two periods have no common one:
 * its own is sent, and the unified one applied here.
 */
function periodOf(filter: VacancyFilter, mine: JobCriteria, meaningOfPeriod: CsoConfig['publicationPeriod'], nowMs: number): Pick<JobCriteria, 'periodStart' | 'periodEnd'> {
  const { periodStart, periodEnd } = mine;
  if (meaningOfPeriod === 'overlaps' && (periodStart !== null || periodEnd !== null)) return { periodStart, periodEnd };
  // By the minute, so that equal searches are equal calls.
  const minute = Math.floor(nowMs / minuteMs) * minuteMs;
  const within = filter.publishedWithinDays === null ? null : minute - filter.publishedWithinDays * dayMs;
  return {
    periodStart: bound(Math.max, [periodStart, filter.publishedFrom?.getTime() ?? null, within]),
    // What is still to be published was not published within any days: the account may list it all the same.
    periodEnd: bound(Math.min, [periodEnd, filter.publishedTo?.getTime() ?? null, within === null ? null : minute + minuteMs]),
  };
}

function bound(narrowest: (...times: number[]) => number, times: readonly (number | null)[]): number | null {
  const stated = times.filter((time) => time !== null);
  return stated.length === 0 ? null : narrowest(...stated);
}

/** CSO's own order counts where the query asks for none (CSO document, 5.12: it cannot order by the last change). */
function ordersOf(order: VacancyOrder, own: readonly CsoOrder[] | null): readonly CsoOrder[] {
  switch (order) {
    case 'PUBLISHED_DESC':
      return [{ by: 'DATE_PUBLISHED', descending: true }];
    case 'PUBLISHED_ASC':
      return [{ by: 'DATE_PUBLISHED', descending: false }];
    case 'SOURCE_ORDER':
    case 'UPDATED_DESC':
      return own ?? [];
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
