import { requireScopes } from '../../authorisation/index.ts';
import type { Viewer } from '../../context.ts';
import type { CandidateFilter } from '../../domain/candidate.ts';
import type { CandidateFilter as CandidateFilterInput } from '../../generated/resolvers.ts';
import { codes, given, nutsCodes, texts } from './check.ts';

const noCandidateFilter: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };

/**
 * @throws BadInput naming the criterion that is wrong
 * @throws Forbidden where it asks by what its caller may not see: who finds somebody by an address learns whose it is
 */
export function candidateFilterOf(input: CandidateFilterInput | null | undefined, { viewer }: { readonly viewer: Viewer }): CandidateFilter {
  if (input === null || input === undefined) return noCandidateFilter;
  // What is passed on as it is may ask by a name or an address as well.
  for (const name of ['emails', 'extra'] as const) if ((input[name] ?? null) !== null) requireScopes(viewer, [['candidates:contact']], `"filter.${name}"`);
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
