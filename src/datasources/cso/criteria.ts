import type { Json } from '../../http/parse.ts';
import type { CsoConfig } from './config.ts';
import { coded, codedOf, typed, typedPart } from './typed.ts';

/** Every criterion of `RemoteJobFilter` (CSO document, 5.12), with codes in place of objects; null asks for nothing. */
export interface JobCriteria {
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
  /** Milliseconds since the epoch, as is the other. */
  readonly periodStart: number | null;
  readonly periodEnd: number | null;
  readonly onlineOnly: boolean | null;
}

export const anyJob: JobCriteria = {
  keywords: null,
  name: null,
  educationLevels: null,
  jobBranches: null,
  jobCategories: null,
  regions: null,
  contractTypes: null,
  payScales: null,
  salaryMin: null,
  salaryMax: null,
  organisations: null,
  sectors: null,
  publicationStatuses: null,
  periodStart: null,
  periodEnd: null,
  onlineOnly: null,
};

/** What CSO can order by (5.12), as `CsoOrderField` of the schema names it. */
export const csoOrderFields = ['STATUS_PUBLISHED', 'DATE_PUBLISHED', 'DAYS_LEFT', 'JOB_APPLICATION_RETENTION_MAX_DATE'] as const;
export type CsoOrderField = (typeof csoOrderFields)[number];
export interface CsoOrder {
  readonly by: CsoOrderField;
  readonly descending: boolean;
}

/** Which rows, and in which order. Nothing pages by itself (5.4), so that every list is asked for with its bounds. */
export interface Page {
  /** As CSO counts, from 0 or from 1. */
  readonly startRow: number;
  readonly maxRows: number;
  readonly orderBy: readonly CsoOrder[];
}

/** `RemoteJobFilter`; parts without a criterion are left out. */
export function remoteJobFilter(criteria: JobCriteria, sectorsIn: CsoConfig['sectorsIn'], page: Page | null): Json {
  const sectors = coded('RemoteSector', criteria.sectors);
  return typed('RemoteJobFilter', {
    contentFilter: typedPart('RemoteJobContentFilter', { keywords: criteria.keywords, name: criteria.name }),
    featuresFilter: typedPart('RemoteJobFeaturesFilter', { detailFilter: detailFilter(criteria), employmentConditionsFilter: conditionsFilter(criteria) }),
    filterMetadata: page === null ? null : filterMetadata(page),
    onlineOnly: criteria.onlineOnly,
    organisations: coded('RemoteOrganisation', criteria.organisations),
    publicationDataFilter: typedPart('RemoteJobPublicationDataFilter', {
      publicationPeriodFilter: typedPart('RemoteJobPublicationPeriodFilter', { dateStart: sinceEpoch(criteria.periodStart), dateEnd: sinceEpoch(criteria.periodEnd) }),
      publicationStatuses: codedOf('jobPublicationStatuses', criteria.publicationStatuses),
      sectors: sectorsIn === 'publicationDataFilter' ? sectors : null,
    }),
    sectors: sectorsIn === 'filter' ? sectors : null,
  });
}

/** CSO counts from the epoch on; nothing was published before it. */
function sinceEpoch(ms: number | null): number | null {
  return ms === null ? null : Math.max(0, Math.round(ms));
}

function detailFilter(criteria: JobCriteria): Json | null {
  return typedPart('RemoteJobDetailFilter', {
    educationLevels: codedOf('educationLevels', criteria.educationLevels),
    jobBranches: codedOf('jobBranches', criteria.jobBranches),
    jobCategories: codedOf('jobCategories', criteria.jobCategories),
    regions: codedOf('regions', criteria.regions),
  });
}

function conditionsFilter(criteria: JobCriteria): Json | null {
  return typedPart('RemoteEmploymentConditionsFilter', {
    contractTypes: codedOf('contractTypes', criteria.contractTypes),
    payScales: codedOf('payScales', criteria.payScales),
    salaryMin: criteria.salaryMin,
    salaryMax: criteria.salaryMax,
  });
}

const orderFields: Readonly<Record<CsoOrderField, string>> = {
  STATUS_PUBLISHED: 'publication.publicationSets.statusPublished',
  DATE_PUBLISHED: 'publication.publicationSets.datePublished',
  DAYS_LEFT: 'publication.publicationSets.daysLeft',
  JOB_APPLICATION_RETENTION_MAX_DATE: 'publication.publicationSets.jobApplicationRetentionMaxDate',
};

function filterMetadata({ startRow, maxRows, orderBy }: Page): Json {
  const orders = orderBy.map(({ by, descending }) => typed('RemoteFilterMetadataOrderBy', { orderBy: orderFields[by], descending }));
  return typed('RemoteFilterMetadata', { maxRows, startRow, orderBy: orders.length === 0 ? null : orders });
}
