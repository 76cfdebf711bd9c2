import type { CandidateCriterion, CandidateFilter } from '../../domain/candidate.ts';
import { BadInput } from '../../domain/errors.ts';
import { parseGlobalId } from '../../domain/ids.ts';
import { statedCriteria, type VacancyCriterion, type VacancyFilter, type VacancyOrder, type VdabVacancyFilter } from '../../domain/vacancy-filter.ts';
import { isObject } from '../../http/parse.ts';

/** Query parameters by name; several values of one name are sent as the configuration says. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

export interface VdabSearch {
  readonly parameters: Parameters;
  readonly local: readonly VacancyCriterion[];
  readonly unsupported: readonly string[];
  readonly empty: boolean;
}

/** Criteria that VDAB's search itself applies, as far as clients of v2 know its parameters. */
export const pushedCriteria: readonly VacancyCriterion[] = ['postalCodes', 'publishedWithinDays', 'publishedFrom'];
/** Criteria that VDAB's vacancies say enough of to be applied here. They state no education level. */
const localCriteria: ReadonlySet<VacancyCriterion> = new Set<VacancyCriterion>([
  'keywords',
  'title',
  'nuts',
  'countryCodes',
  'employmentTypes',
  'organisationIds',
  'publishedFrom',
  'publishedTo',
  'publishedWithinDays',
  'near',
  'statuses',
  'salaryMin',
]);
const dayMs = 24 * 60 * 60 * 1000;
const sortFields: Partial<Record<VacancyOrder, string>> = { PUBLISHED_DESC: 'PUBLICATIE_DATUM', UPDATED_DESC: 'WIJZIGINGS_DATUM' };

/**
 * The unified filter and VDAB's own as search parameters. A date bound goes upstream as whole days (`sinds`), which
 * takes in a little more, and is applied here as well.
 * @throws BadInput
 */
export function searchFromFilter(filter: VacancyFilter, order: VacancyOrder, nowMs: number): VdabSearch {
  const stated = statedCriteria(filter);
  const sortField = sortFields[order];
  const unsortable = order !== 'SOURCE_ORDER' && sortField === undefined;
  return {
    parameters: {
      ...(filter.postalCodes !== null && { postcode: belgianPostcodes(filter.postalCodes) }),
      ...sinceDays(filter, nowMs),
      ...(sortField !== undefined && { sorteerveld: [sortField] }),
      ...(filter.vdab !== null && ownParameters(filter.vdab, filter)),
    },
    local: stated.filter((criterion) => localCriteria.has(criterion)),
    unsupported: [...stated.filter((criterion) => criterion !== 'postalCodes' && !localCriteria.has(criterion)), ...(unsortable ? ['orderBy'] : [])],
    empty: stated.some((criterion) => isEmptyList(filter[criterion])) || namesOtherSourcesOnly(filter) || (filter.postalCodes !== null && belgianPostcodes(filter.postalCodes).length === 0),
  };
}

/** VDAB searches by Belgian postcodes, four digits; others are in no vacancy's address there that it could find. */
function belgianPostcodes(postalCodes: readonly string[]): string[] {
  return postalCodes.filter((code) => /^\d{4}$/.test(code));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function namesOtherSourcesOnly(filter: VacancyFilter): boolean {
  return filter.organisationIds?.every((id) => parseGlobalId(id, ['filter', 'organisationIds']).source !== 'VDAB') ?? false;
}

function sinceDays(filter: VacancyFilter, nowMs: number): Parameters {
  const spans = [filter.publishedWithinDays, filter.publishedFrom === null ? null : Math.ceil((nowMs - filter.publishedFrom.getTime()) / dayMs), filter.vdab?.sinceDays ?? null];
  const stated = spans.filter((days) => days !== null);
  // A day more, since VDAB counts calendar days; nothing at all in the future.
  return stated.length === 0 ? {} : { sinds: [String(Math.max(1, Math.min(...stated) + 1))] };
}

function ownParameters(own: VdabVacancyFilter, filter: VacancyFilter): Parameters {
  if (own.postalCodes !== null && filter.postalCodes !== null) {
    throw new BadInput(['filter', 'vdab', 'postalCodes'], 'cannot be combined with "filter.postalCodes": state the postcodes once');
  }
  return {
    ...(own.jobDomains !== null && { jobdomein: own.jobDomains }),
    ...(own.postalCodes !== null && { postcode: own.postalCodes }),
    ...(own.occupations !== null && { beroep: own.occupations }),
    ...(own.competences !== null && { competentie: own.competences }),
    ...(own.distanceKm !== null && { afstand: [String(own.distanceKm)] }),
    ...(own.experience !== null && { ervaring: own.experience }),
    ...(own.hideDuplicates !== null && { filterDubbels: [String(own.hideDuplicates)] }),
    ...extraParameters(own.extra, ['filter', 'vdab', 'extra']),
  };
}

/** Parameters that the gateway steers itself and that `extra` cannot replace. */
const reserved = new Set(['vanaf', 'aantal', 'velden', 'sorteerveld', 'van', 'tot', 'datum', 'postcode', 'sinds']);

/** `extra`: an object of further parameters, each a text, a number, a boolean or a list of them. */
function extraParameters(extra: unknown, path: readonly string[]): Parameters {
  if (extra === null || extra === undefined) return {};
  if (!isObject(extra)) throw new BadInput(path, 'is to be an object of query parameters');
  const entries = Object.entries(extra).map(([name, value]): [string, readonly string[]] => {
    if (!/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name)) throw new BadInput([...path, name], 'is not a parameter name');
    if (reserved.has(name)) throw new BadInput([...path, name], 'is set by the gateway itself');
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [name, values.map((one) => scalarText(one, [...path, name]))];
  });
  return Object.fromEntries(entries);
}

function scalarText(value: unknown, path: readonly string[]): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new BadInput(path, 'is to be a text, a number, a boolean or a list of them');
}

export interface VdabCandidateSearch {
  readonly parameters: Parameters;
  readonly unsupported: readonly CandidateCriterion[];
  readonly local: readonly CandidateCriterion[];
  readonly empty: boolean;
}

/**
 * `CandidateFilter` as parameters of the CV search: studies and desired regions are all that the document names. Desired
 * regions are VDAB's own codes, finer than NUTS, so that a NUTS code is looked for here.
 */
export function candidateSearchFromFilter(filter: CandidateFilter): VdabCandidateSearch {
  const unsupported = (['emails', 'ids'] as const).filter((criterion) => filter[criterion] !== null);
  return {
    parameters: {
      ...(filter.studies !== null && { studies: filter.studies }),
      ...(filter.desiredRegions !== null && { gewensteRegios: filter.desiredRegions }),
      ...extraParameters(filter.extra, ['filter', 'extra']),
    },
    unsupported,
    local: (['nuts', 'updatedAfter', 'occupations'] as const).filter((criterion) => filter[criterion] !== null),
    empty: Object.values(filter).some(isEmptyList),
  };
}
