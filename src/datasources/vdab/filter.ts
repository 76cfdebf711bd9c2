import { parseIdOf } from '../../domain/ids.ts';
import { statedCriteria, type VacancyCriterion, type VacancyFilter, type VacancyOrder } from '../../domain/vacancy-filter.ts';
import { vacancyStatuses } from './codes.ts';
import { checkedCodes, checkedCount, extraBeside, isEmptyList, mostCodes } from './criteria.ts';
import { type VdabVacancyFilter, vdabFilterOf } from './own-filter.ts';
import type { Parameters } from './query.ts';

export interface VdabSearch {
  readonly parameters: Parameters;
  readonly local: readonly VacancyCriterion[];
  readonly unsupported: readonly string[];
  readonly empty: boolean;
}

/** Criteria that VDAB's search itself applies, as far as clients of v2 know its parameters. */
export const pushedCriteria: readonly VacancyCriterion[] = ['postalCodes', 'publishedWithinDays', 'publishedFrom'];
/** Criteria that VDAB's vacancies say enough of to be applied here. They state no education level that is known to mean one. */
const localCriteria: ReadonlySet<VacancyCriterion> = new Set<VacancyCriterion>([
  'keywords',
  'title',
  'nuts',
  'countryCodes',
  'employmentTypes',
  'organisationIds',
  'publishedFrom',
  'publishedTo',
  'near',
  'statuses',
  'salaryMin',
]);
const dayMs = 24 * 60 * 60 * 1000;
/** What is published stays so for months: a bound further back bounds nothing, and need not be sent. */
const longestSinceDays = 3650;
/** Both begin with the latest, as far as clients of v2 know; VDAB sorts in no other direction. */
const sortFields: Partial<Record<VacancyOrder, string>> = { PUBLISHED_DESC: 'PUBLICATIE_DATUM', UPDATED_DESC: 'WIJZIGINGS_DATUM' };

/**
 * The unified filter and VDAB's own as search parameters. An instant goes upstream as whole days (`sinds`), which takes in a
 * little more, and is applied here as well.
 * @throws BadInput
 */
export function searchFromFilter(filter: VacancyFilter, order: VacancyOrder, nowMs: number): VdabSearch {
  const stated = statedCriteria(filter);
  const sortField = sortFields[order];
  const unsortable = order !== 'SOURCE_ORDER' && sortField === undefined;
  const mine = vdabFilterOf(filter);
  const own = mine === null ? {} : ownParameters(mine);
  const postcodes = belgianPostcodes(filter.postalCodes);
  // VDAB takes one list of postcodes: where its own filter has one, the others are looked for here.
  const pushesPostcodes = postcodes !== null && postcodes.length <= mostCodes && own['postcode'] === undefined;
  const parameters = {
    ...own,
    ...(pushesPostcodes && { postcode: postcodes }),
    ...sinceDays(filter, mine?.sinceDays ?? null, nowMs),
    ...(sortField !== undefined && { sorteerveld: [sortField] }),
  };
  return {
    parameters: { ...parameters, ...extraBeside(parameters, mine?.extra, ['filter', 'vdab', 'extra']) },
    local: stated.filter((criterion) => localCriteria.has(criterion) || (criterion === 'postalCodes' && !pushesPostcodes)),
    unsupported: [...stated.filter((criterion) => !localCriteria.has(criterion) && !pushedCriteria.includes(criterion)), ...(unsortable ? ['orderBy'] : [])],
    empty: [...stated.map((criterion) => filter[criterion]), ...Object.values(mine ?? {})].some(isEmptyList) || postcodes?.length === 0 || excludesVdab(filter),
  };
}

/** VDAB searches by Belgian postcodes, four digits; others are in no address that it could find. */
function belgianPostcodes(postalCodes: readonly string[] | null): readonly string[] | null {
  return postalCodes?.filter((code) => belgianPostcode.test(code)) ?? null;
}

const belgianPostcode = /^\d{4}$/;

/** Whether no vacancy of VDAB can meet the criteria, so that it need not be asked. */
function excludesVdab({ organisationIds, statuses, nuts }: VacancyFilter): boolean {
  const owners = organisationIds?.map((id, index) => parseIdOf('organisation', id, ['filter', 'organisationIds', String(index)]).source);
  if (owners?.includes('VDAB') === false) return true;
  if (statuses?.some((status) => vacancyStatuses.includes(status)) === false) return true;
  // Of a place abroad VDAB states the country, of one in Belgium its region.
  return nuts?.some((code) => code.length === 2 || /^BE/i.test(code)) === false;
}

/** The narrowest bound. An instant counts a day more, since no document says how VDAB counts days. */
function sinceDays({ publishedWithinDays, publishedFrom }: VacancyFilter, own: number | null, nowMs: number): Parameters {
  const fromInstant = publishedFrom === null ? null : Math.max(0, Math.ceil((nowMs - publishedFrom.getTime()) / dayMs)) + 1;
  const days = Math.min(...[publishedWithinDays, own, fromInstant].filter((bound) => bound !== null));
  return days <= longestSinceDays ? { sinds: [String(days)] } : {};
}

/** A distance is round VDAB's own postcodes; elsewhere it would widen what the unified filter asks for. */
function ownParameters(own: VdabVacancyFilter): Parameters {
  const path = ['filter', 'vdab'];
  return {
    ...(own.jobDomains !== null && { jobdomein: checkedCodes(own.jobDomains, [...path, 'jobDomains']) }),
    ...(own.postalCodes !== null && { postcode: checkedCodes(own.postalCodes, [...path, 'postalCodes'], belgianPostcode) }),
    ...(own.occupations !== null && { beroep: checkedCodes(own.occupations, [...path, 'occupations']) }),
    ...(own.competences !== null && { competentie: checkedCodes(own.competences, [...path, 'competences']) }),
    ...(own.distanceKm !== null && { afstand: [String(checkedCount(own.distanceKm, [...path, 'distanceKm']))] }),
    ...(own.experience !== null && { ervaring: checkedCodes(own.experience, [...path, 'experience']) }),
    ...(own.hideDuplicates !== null && { filterDubbels: [String(own.hideDuplicates)] }),
  };
}
