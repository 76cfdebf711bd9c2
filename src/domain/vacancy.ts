import type { EmploymentType } from './employment-type.ts';
import type { EnumerationValue } from './enumeration.ts';
import type { EqfRange } from './crosswalk/eqf.ts';
import type { Location } from './location.ts';
import type { Organisation } from './organisation.ts';
import type { RichText } from './rich-text.ts';
import type { Skill } from './skill.ts';
import type { SourceName } from './source-name.ts';

export const vacancyStatuses = ['PUBLISHED', 'UNPUBLISHED', 'CLOSED', 'DRAFT', 'UNKNOWN'] as const;
export type VacancyStatus = (typeof vacancyStatuses)[number];

export type ReferenceKind = 'IKL_ID' | 'JOB_CODE' | 'EXTERNAL_REFERENCE' | 'INTERNAL_REFERENCE' | 'VDAB_REFERENCE' | 'HRXML_REFERENCE' | 'REFERENCE_NUMBER' | 'ATS_ID';

/** A number that the thing is also known by. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly value: string;
}

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export type SalaryPeriod = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

export interface Employment {
  readonly types: readonly EmploymentType[];
  readonly contractType: EnumerationValue | null;
  /** Hours a week. */
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  readonly salaryMin: Money | null;
  readonly salaryMax: Money | null;
  readonly salaryPeriod: SalaryPeriod | null;
  readonly salaryText: string | null;
  readonly payScales: readonly EnumerationValue[];
  readonly regime: EnumerationValue | null;
  readonly schedules: readonly EnumerationValue[];
  readonly contractDuration: EnumerationValue | null;
}

export type ContactRole = 'APPLICATION' | 'APPLICATION_PROCEDURE' | 'INFORMATION' | 'GENERAL';

export interface Contact {
  readonly role: ContactRole;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly address: Location | null;
}

export interface LanguageRequirement {
  /** BCP 47. */
  readonly language: string | null;
  readonly code: string;
  readonly level: string | null;
  readonly label: string | null;
}

export interface EducationRequirement {
  readonly value: EnumerationValue;
  readonly eqf: EqfRange | null;
}

export interface ApplicationProcedure {
  readonly methods: readonly EnumerationValue[];
  readonly onlineMethods: readonly EnumerationValue[];
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Location | null;
  readonly cvRequired: boolean | null;
  readonly letterRequired: boolean | null;
  readonly instructions: RichText | null;
}

export interface PublicationPhase {
  readonly phase: EnumerationValue;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

export interface PublicationSet {
  readonly phases: readonly PublicationPhase[];
  readonly visible: boolean | null;
  readonly publishedAt: Date | null;
  readonly daysLeft: number | null;
  readonly retentionUntil: Date | null;
}

/** A vacancy as every source's is told, with null for what the source cannot know. Dates without a zone are `YYYY-MM-DD`. */
export interface Vacancy {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly references: readonly Reference[];
  readonly title: string | null;
  readonly description: RichText | null;
  readonly requirements: RichText | null;
  readonly otherDetails: RichText | null;
  readonly status: VacancyStatus;
  readonly nativeStatus: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly openings: number | null;
  readonly locked: boolean | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly closesAt: Date | null;
  readonly updatedOn: string | null;
  readonly publishedOn: string | null;
  readonly closesOn: string | null;
  readonly startsOn: string | null;
  /** What the vacancy itself says of its organisation; a source with a list of organisations knows more. */
  readonly organisation: Organisation | null;
  readonly employerText: RichText | null;
  readonly department: string | null;
  readonly contacts: readonly Contact[];
  readonly imageUrl: string | null;
  readonly location: Location | null;
  readonly internationallyOpen: boolean | null;
  readonly employment: Employment;
  readonly education: readonly EducationRequirement[];
  readonly fields: readonly EnumerationValue[];
  readonly functions: readonly EnumerationValue[];
  readonly experience: EnumerationValue | null;
  readonly skills: readonly Skill[];
  readonly languages: readonly LanguageRequirement[];
  readonly drivingLicences: readonly EnumerationValue[];
  readonly securityScreening: EnumerationValue | null;
  readonly structureGroup: EnumerationValue | null;
  readonly application: ApplicationProcedure;
  readonly publicationSets: readonly PublicationSet[];
  /** Upstream ids of vacancies of the same source. */
  readonly duplicateOfId: string | null;
  readonly duplicateIds: readonly string[];
  /** The credit that the source's terms ask for. */
  readonly attribution: string | null;
  /** Whether the source lets its vacancies be published elsewhere. */
  readonly mayRepublish: boolean;
  /** The upstream's own object. */
  readonly raw: unknown;
}

export const noEmployment: Employment = {
  types: [],
  contractType: null,
  hoursMin: null,
  hoursMax: null,
  salaryMin: null,
  salaryMax: null,
  salaryPeriod: null,
  salaryText: null,
  payScales: [],
  regime: null,
  schedules: [],
  contractDuration: null,
};

export const noApplicationProcedure: ApplicationProcedure = {
  methods: [],
  onlineMethods: [],
  url: null,
  email: null,
  phone: null,
  address: null,
  cvRequired: null,
  letterRequired: null,
  instructions: null,
};

type Known = Pick<Vacancy, 'source' | 'sourceId'>;

/** A vacancy with what is known of it; everything else null or empty. */
export function vacancy(known: Known & Partial<Vacancy>): Vacancy {
  return {
    references: [],
    title: null,
    description: null,
    requirements: null,
    otherDetails: null,
    status: 'UNKNOWN',
    nativeStatus: null,
    url: null,
    language: null,
    openings: null,
    locked: null,
    createdAt: null,
    updatedAt: null,
    publishedAt: null,
    closesAt: null,
    updatedOn: null,
    publishedOn: null,
    closesOn: null,
    startsOn: null,
    organisation: null,
    employerText: null,
    department: null,
    contacts: [],
    imageUrl: null,
    location: null,
    internationallyOpen: null,
    employment: noEmployment,
    education: [],
    fields: [],
    functions: [],
    experience: null,
    skills: [],
    languages: [],
    drivingLicences: [],
    securityScreening: null,
    structureGroup: null,
    application: noApplicationProcedure,
    publicationSets: [],
    duplicateOfId: null,
    duplicateIds: [],
    attribution: null,
    mayRepublish: false,
    raw: null,
    ...known,
  };
}
