import { dayInAmsterdam } from './amsterdam.ts';
import type { Candidate, CandidateCriterion, CandidateFilter } from './candidate.ts';
import { nutsCovers } from './crosswalk/nuts.ts';

/** Whether a candidate meets the named criteria of a filter, judged by what it says of itself. */
export function matchesCandidate(candidate: Candidate, filter: CandidateFilter, criteria: readonly CandidateCriterion[]): boolean {
  return criteria.every((criterion) => meets(candidate, filter, criterion));
}

function meets(candidate: Candidate, filter: CandidateFilter, criterion: CandidateCriterion): boolean {
  switch (criterion) {
    case 'studies':
      return candidate.educations.some(({ code }) => code !== null && filter.studies?.includes(code));
    case 'desiredRegions':
      return candidate.desiredJob?.regions.some(({ code }) => filter.desiredRegions?.includes(code)) ?? false;
    case 'nuts':
      return candidate.desiredJob?.regions.some(({ nuts }) => nuts !== null && filter.nuts?.some((wanted) => nutsCovers(wanted, nuts.code))) ?? false;
    case 'occupations':
      return candidate.desiredJob?.functions.some(({ profileCode }) => profileCode !== null && filter.occupations?.includes(profileCode)) ?? false;
    case 'updatedAfter':
      return filter.updatedAfter !== null && isAfter(candidate, filter.updatedAfter);
    case 'ids':
      return filter.ids?.includes(candidate.sourceId) ?? false;
    case 'emails':
      return filter.emails?.some((email) => email.toLowerCase() === candidate.person?.email?.toLowerCase()) ?? false;
  }
}

/** By the instant where there is one; by the day, that day included, where there is none. */
function isAfter({ updatedAt, updatedOn }: Candidate, instant: Date): boolean {
  if (updatedAt !== null) return updatedAt > instant;
  return updatedOn !== null && updatedOn >= dayInAmsterdam(instant);
}
