import type { CandidateCriterion, CandidateFilter } from '../../domain/candidate.ts';
import { BadInput } from '../../domain/errors.ts';
import { parseGlobalId } from '../../domain/ids.ts';
import { statedCriteria, type VacancyCriterion, type VacancyFilter, type VacancyOrder } from '../../domain/vacancy-filter.ts';
import { extraParameters } from '../shared/extra-parameters.ts';
import { statusIdsOf, vacancyStatusOf } from './codes.ts';
import { canBeValue, type Condition, isAfter, isAnyOf, isBefore, isConditionText } from './conditions.ts';
import type { CegidConfig } from './config.ts';
import { type CegidVacancyFilter, cegidFilterOf } from './own-filter.ts';
import { nativeIdOf } from './source-id.ts';

export interface CegidSearch<Criterion extends string> {
  readonly conditions: readonly Condition[];
  readonly local: readonly Criterion[];
  readonly unsupported: readonly string[];
  readonly empty: boolean;
}

/** Criteria that the export's own filter applies. */
export const pushedCriteria: readonly VacancyCriterion[] = ['statuses'];

/** Criteria that a vacancy of the export says enough of to be applied here. It states no postcode, no publication and no amount. */
const alwaysLocal: ReadonlySet<VacancyCriterion> = new Set<VacancyCriterion>(['keywords', 'title', 'countryCodes', 'eqfLevels', 'employmentTypes', 'organisationIds', 'near']);

/** Characters that references may take in the address of one call. */
const referenceCharacters = 6000;

/**
 * The unified filter and Cegid's own as conditions of the export's filter. The export has no order of its own to choose.
 * @throws BadInput
 */
export function searchFromFilter(filter: VacancyFilter, order: VacancyOrder, config: CegidConfig): CegidSearch<VacancyCriterion> {
  const stated = statedCriteria(filter);
  const own = cegidFilterOf(filter);
  const statusIds = statusIdsFrom(filter.statuses, own?.statuses ?? null, config.statusPrefix);
  const isLocal = (criterion: VacancyCriterion) => alwaysLocal.has(criterion) || (criterion === 'nuts' && areCountries(filter.nuts)) || (criterion === 'statuses' && statusIds === null);
  const isUnsupported = (criterion: VacancyCriterion) => criterion !== 'statuses' && !isLocal(criterion);
  return {
    conditions: [...(statusIds === null ? [] : [isAnyOf(config.statusField, statusIds)]), ...(own === null ? [] : ownConditions(own))],
    local: stated.filter(isLocal),
    unsupported: [...stated.filter(isUnsupported), ...(order === 'SOURCE_ORDER' ? [] : ['orderBy'])],
    empty: stated.some((criterion) => isEmptyList(filter[criterion])) || Object.values(own ?? {}).some(isEmptyList) || statusIds?.length === 0 || namesOtherSourcesOnly(filter),
  };
}

/** Ids that both filters want; null where neither states any, or where only the vacancy itself can tell. */
function statusIdsFrom(statuses: VacancyFilter['statuses'], own: readonly string[] | null, prefix: string): readonly string[] | null {
  if (statuses === null) return own;
  if (own !== null) return own.filter((id) => statuses.includes(vacancyStatusOf(id)));
  return statuses.includes('UNKNOWN') ? null : statusIdsOf(statuses, prefix);
}

/** A vacancy states its country and nothing below it. */
function areCountries(nuts: readonly string[] | null): boolean {
  return nuts?.every((code) => code.length === 2) ?? false;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function namesOtherSourcesOnly({ organisationIds }: VacancyFilter): boolean {
  return organisationIds?.every((id, index) => parseGlobalId(id, ['filter', 'organisationIds', String(index)]).source !== 'CEGID') ?? false;
}

/** `filter.cegid`, statuses aside. */
function ownConditions({ references, statuses, updatedAfter, updatedBefore, q }: CegidVacancyFilter): Condition[] {
  const path = ['filter', 'cegid'];
  if (references !== null) refuseBadValues(references, [...path, 'references']);
  if (statuses !== null) refuseBadValues(statuses, [...path, 'statuses']);
  if (q !== null && !isConditionText(q)) throw new BadInput([...path, 'q'], 'is to be a condition of Cegid: "field::value", "field:gt:value" or "field:lt:value"');
  return [
    ...(references === null ? [] : [isAnyOf('reference', references)]),
    ...(updatedAfter === null ? [] : [isAfter('updateDate', updatedAfter)]),
    ...(updatedBefore === null ? [] : [isBefore('updateDate', updatedBefore)]),
    ...(q === null ? [] : [q]),
  ];
}

function refuseBadValues(values: readonly string[], path: readonly string[]): void {
  for (const [index, value] of values.entries()) {
    if (!canBeValue(value)) throw new BadInput([...path, String(index)], 'is to have characters, and no comma or bar: Cegid separates values by them');
  }
  if (encodeURIComponent(values.join()).length > referenceCharacters) throw new BadInput(path, `is too much for one call: ${referenceCharacters} characters together, escaped`);
}

/** Parameters that the gateway sets itself. */
const reserved = new Set(['offset', 'limit', 'filter']);

export interface CegidCandidateSearch extends CegidSearch<CandidateCriterion> {
  readonly extra: readonly (readonly [string, string])[];
}

/**
 * `CandidateFilter` as conditions of the export's filter, which takes ids, e-mail addresses and the date of the last change.
 * @throws BadInput
 */
export function candidateSearchFromFilter(filter: CandidateFilter): CegidCandidateSearch {
  const ids = filter.ids?.map(nativeIdOf) ?? null;
  if (ids !== null) refuseBadValues(ids, ['filter', 'ids']);
  if (filter.emails !== null) refuseBadValues(filter.emails, ['filter', 'emails']);
  const extra = extraParameters(filter.extra, reserved, ['filter', 'extra']);
  return {
    conditions: [
      ...(ids === null ? [] : [isAnyOf('id', ids)]),
      ...(filter.emails === null ? [] : [isAnyOf('email', filter.emails)]),
      ...(filter.updatedAfter === null ? [] : [isAfter('updateDate', filter.updatedAfter)]),
    ],
    extra: Object.entries(extra).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    local: [],
    unsupported: (['studies', 'desiredRegions', 'nuts', 'occupations'] as const).filter((criterion) => filter[criterion] !== null),
    empty: Object.values(filter).some(isEmptyList),
  };
}
