import type { CandidateFilter } from '../../domain/candidate.ts';
import type { CandidateFilter as CandidateFilterInput } from '../../generated/resolvers.ts';
import { codes, given, nutsCodes, texts } from './check.ts';

const noCandidateFilter: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };

/** @throws BadInput naming the criterion that is wrong */
export function candidateFilterOf(input: CandidateFilterInput | null | undefined): CandidateFilter {
  if (input === null || input === undefined) return noCandidateFilter;
  return {
    studies: texts(input.studies, ['filter', 'studies']),
    desiredRegions: codes(input.desiredRegions, ['filter', 'desiredRegions'], /^[A-Z]{2}[0-9A-Z]{0,4}$/, 'BE231A'),
    nuts: nutsCodes(input.nuts, ['filter', 'nuts']),
    occupations: texts(input.occupations, ['filter', 'occupations']),
    updatedAfter: given(input.updatedAfter),
    ids: texts(input.ids, ['filter', 'ids']),
    emails: codes(input.emails, ['filter', 'emails'], /^[^\s@]{1,64}@[^\s@]{1,255}$/, 'name@example.org'),
    extra: input.extra ?? null,
  };
}
