import type { Candidate } from './candidate.ts';
import type { Vacancy } from './vacancy.ts';

/** A part of a vacancy; where it is situated in terms of regions and country is told apart, since it may cost more than the address. */
export type VacancyField = keyof Vacancy | 'location.regions';
/** Parts of a vacancy that an operation selected: what need not be fetched is not. */
export type VacancyFields = ReadonlySet<VacancyField>;
export type CandidateField = keyof Candidate;
/** Parts of a candidate that an operation selected. */
export type CandidateFields = ReadonlySet<CandidateField>;
