import type { GeoPoint } from './location.ts';
import type { OwnFilters } from './own-filter.ts';
import type { EmploymentType } from './employment-type.ts';
import type { VacancyStatus } from './vacancy.ts';

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
  /** What single sources are asked beside all this. */
  readonly own: OwnFilters;
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
  own: {},
};

export type VacancyOrder = 'SOURCE_ORDER' | 'PUBLISHED_DESC' | 'PUBLISHED_ASC' | 'UPDATED_DESC';

/** The criteria that a filter states. */
export function statedCriteria(filter: VacancyFilter): VacancyCriterion[] {
  return vacancyCriteria.filter((criterion) => filter[criterion] !== null);
}
