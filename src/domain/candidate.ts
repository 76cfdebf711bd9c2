import type { EnumerationValue } from './enumeration.ts';
import type { Location } from './location.ts';
import type { Skill } from './skill.ts';
import type { SourceName } from './source-name.ts';
import type { Reference } from './vacancy.ts';

/** What identifies a person: behind a scope of its own. */
export interface Person {
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly callName: string | null;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly gender: string | null;
  readonly nationality: string | null;
  readonly birthDate: string | null;
  readonly officialAddress: Location | null;
  readonly contactAddress: Location | null;
}

export interface Experience {
  readonly kind: string | null;
  readonly title: string | null;
  readonly employer: string | null;
  readonly from: string | null;
  /** Null while it lasts. */
  readonly to: string | null;
  readonly description: string | null;
}

export interface Education {
  readonly kind: string | null;
  readonly code: string | null;
  readonly label: string | null;
  readonly info: string | null;
  /** `YYYY-MM-DD`. */
  readonly obtainedOn: string | null;
  readonly obtainedIn: number | null;
  readonly diploma: boolean | null;
}

export interface Certificate {
  readonly kind: string | null;
  readonly code: string | null;
  readonly label: string | null;
  readonly ownsCar: boolean | null;
}

export interface DesiredFunction {
  readonly title: string | null;
  readonly experience: string | null;
  readonly profileCode: string | null;
}

export interface DesiredJob {
  readonly workRegimes: readonly string[];
  readonly workSystems: readonly string[];
  readonly regions: readonly EnumerationValue[];
  readonly functions: readonly DesiredFunction[];
  readonly contractType: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly mimeType: string | null;
  readonly isResume: boolean | null;
  readonly fileName: string | null;
}

/** An attachment with whose it is. */
export interface CandidateAttachment extends Attachment {
  readonly source: SourceName;
  readonly candidateId: string;
}

/** A candidate: personal data, never held in a cache that callers share. */
export interface Candidate {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly references: readonly Reference[];
  readonly status: string | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  /** `YYYY-MM-DD`. */
  readonly updatedOn: string | null;
  readonly person: Person | null;
  readonly experiences: readonly Experience[];
  readonly educations: readonly Education[];
  readonly certificates: readonly Certificate[];
  readonly skills: readonly Skill[];
  readonly desiredJob: DesiredJob | null;
  /** Upstream ids of vacancies of the same source. */
  readonly appliedToIds: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly raw: unknown;
}

/** A candidate with what is known of it; everything else null or empty. */
export function candidate(known: Pick<Candidate, 'source' | 'sourceId'> & Partial<Candidate>): Candidate {
  return {
    references: [],
    status: null,
    createdAt: null,
    updatedAt: null,
    updatedOn: null,
    person: null,
    experiences: [],
    educations: [],
    certificates: [],
    skills: [],
    desiredJob: null,
    appliedToIds: [],
    attachments: [],
    raw: null,
    ...known,
  };
}

/** Criteria of `CandidateFilter`. */
export interface CandidateFilter {
  readonly studies: readonly string[] | null;
  readonly desiredRegions: readonly string[] | null;
  readonly nuts: readonly string[] | null;
  readonly occupations: readonly string[] | null;
  readonly updatedAfter: Date | null;
  readonly ids: readonly string[] | null;
  readonly emails: readonly string[] | null;
  readonly extra: unknown;
}

/** Criteria of `CandidateFilter` by name, as `unsupportedFilters` tells them. */
export type CandidateCriterion = Exclude<keyof CandidateFilter, 'extra'>;
