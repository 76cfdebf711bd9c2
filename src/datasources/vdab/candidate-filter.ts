import type { CandidateCriterion, CandidateFilter } from '../../domain/candidate.ts';
import { checkedCodes, extraBeside, isEmptyList } from './criteria.ts';
import type { Parameters } from './query.ts';

export interface VdabCandidateSearch {
  readonly parameters: Parameters;
  readonly unsupported: readonly CandidateCriterion[];
  readonly local: readonly CandidateCriterion[];
  readonly empty: boolean;
}

const localCriteria = ['ids', 'nuts', 'updatedAfter', 'occupations'] as const satisfies readonly CandidateCriterion[];

/**
 * `CandidateFilter` as parameters of the CV search: studies and desired regions are all that the document names. Desired
 * regions are VDAB's own codes, finer than NUTS, so that a NUTS code is looked for here. An e-mail address is not: it would
 * take reading everybody's.
 * @throws BadInput
 */
export function candidateSearchFromFilter(filter: CandidateFilter): VdabCandidateSearch {
  const parameters = {
    ...(filter.studies !== null && { studies: checkedCodes(filter.studies, ['filter', 'studies']) }),
    ...(filter.desiredRegions !== null && { gewensteRegios: checkedCodes(filter.desiredRegions, ['filter', 'desiredRegions']) }),
  };
  return {
    parameters: { ...parameters, ...extraBeside(parameters, filter.extra, ['filter', 'extra']) },
    unsupported: filter.emails === null ? [] : ['emails'],
    local: localCriteria.filter((criterion) => filter[criterion] !== null),
    empty: Object.values(filter).some(isEmptyList) || filter.nuts?.some((code) => /^BE/i.test(code)) === false,
  };
}

/** Every stated criterion but the ids themselves, where named CVs are read one by one and judged here. */
export function criteriaBesideIds(filter: CandidateFilter): CandidateCriterion[] {
  const criteria = ['studies', 'desiredRegions', 'nuts', 'occupations', 'updatedAfter', 'emails'] as const;
  return criteria.filter((criterion) => filter[criterion] !== null);
}
