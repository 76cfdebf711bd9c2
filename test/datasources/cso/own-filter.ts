import type { CsoJobFilter } from '../../../src/datasources/cso/own-filter.ts';

/** CSO's own filter without a criterion. */
export const anyCsoJob: CsoJobFilter = {
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
  publicationFrom: null,
  publicationTo: null,
  onlineOnly: null,
  orderBy: null,
};
