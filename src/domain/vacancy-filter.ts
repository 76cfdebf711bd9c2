import type { GeoPoint } from './location.ts';
import type { EmploymentType, VacancyStatus } from './vacancy.ts';

/** Criteria that mean the same at every source; a name of this list is what `unsupportedFilters` and `filters` hold. */
export const vacancyCriteria = [
  'keywords',
  'title',
  'nuts',
  'countryCodes',
  'postalCodes',
  'eqfLevels',
  'employmentTypes',
  'organisationIds',
  'publishedFrom',
  'publishedTo',
  'publishedWithinDays',
  'near',
  'statuses',
  'salaryMin',
] as const;
export type VacancyCriterion = (typeof vacancyCriteria)[number];

export interface Near extends GeoPoint {
  readonly km: number;
}

export interface CsoJobFilter {
  readonly keywords: string | null;
  readonly name: string | null;
  readonly educationLevels: readonly string[] | null;
  readonly jobBranches: readonly string[] | null;
  readonly jobCategories: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly contractTypes: readonly string[] | null;
  readonly payScales: readonly string[] | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly organisations: readonly string[] | null;
  readonly sectors: readonly string[] | null;
  readonly publicationStatuses: readonly string[] | null;
  readonly publicationFrom: Date | null;
  readonly publicationTo: Date | null;
  readonly onlineOnly: boolean | null;
  readonly orderBy: readonly CsoOrder[] | null;
}
export type CsoOrderField = 'STATUS_PUBLISHED' | 'DATE_PUBLISHED' | 'DAYS_LEFT' | 'JOB_APPLICATION_RETENTION_MAX_DATE';
export interface CsoOrder {
  readonly by: CsoOrderField;
  readonly descending: boolean;
}

export interface VdabVacancyFilter {
  readonly jobDomains: readonly string[] | null;
  readonly postalCodes: readonly string[] | null;
  readonly occupations: readonly string[] | null;
  readonly competences: readonly string[] | null;
  readonly distanceKm: number | null;
  readonly experience: readonly string[] | null;
  readonly sinceDays: number | null;
  readonly hideDuplicates: boolean | null;
  readonly extra: unknown;
}

export interface CegidVacancyFilter {
  readonly references: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly updatedAfter: Date | null;
  readonly updatedBefore: Date | null;
  readonly q: string | null;
}

/** `VacancyFilter` after its bad input was refused: an absent criterion is null, an empty list matches nothing. */
export interface VacancyFilter {
  readonly keywords: string | null;
  readonly title: string | null;
  readonly nuts: readonly string[] | null;
  readonly countryCodes: readonly string[] | null;
  readonly postalCodes: readonly string[] | null;
  readonly eqfLevels: readonly number[] | null;
  readonly employmentTypes: readonly EmploymentType[] | null;
  readonly organisationIds: readonly string[] | null;
  readonly publishedFrom: Date | null;
  readonly publishedTo: Date | null;
  readonly publishedWithinDays: number | null;
  readonly near: Near | null;
  readonly statuses: readonly VacancyStatus[] | null;
  /** EUR a month. */
  readonly salaryMin: number | null;
  readonly cso: CsoJobFilter | null;
  readonly vdab: VdabVacancyFilter | null;
  readonly cegid: CegidVacancyFilter | null;
}

export const anyVacancy: VacancyFilter = {
  keywords: null,
  title: null,
  nuts: null,
  countryCodes: null,
  postalCodes: null,
  eqfLevels: null,
  employmentTypes: null,
  organisationIds: null,
  publishedFrom: null,
  publishedTo: null,
  publishedWithinDays: null,
  near: null,
  statuses: null,
  salaryMin: null,
  cso: null,
  vdab: null,
  cegid: null,
};

export type VacancyOrder = 'SOURCE_ORDER' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC' | 'UPDATED_DESC';

/** The criteria that a filter states. */
export function statedCriteria(filter: VacancyFilter): VacancyCriterion[] {
  return vacancyCriteria.filter((criterion) => filter[criterion] !== null);
}
