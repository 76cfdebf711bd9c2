/** How to reach CSO with one account; what its document leaves open is set here. */
export interface CsoConfig {
  /** Ends in `/v1/JobAPI/`. */
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  /** What `startRow` calls the first row; `probe` finds out once an account. */
  readonly startRowBase: 0 | 1 | 'probe';
  /** What `publicationPeriodFilter` takes: vacancies first published in the period, or those with a phase that overlaps it. */
  readonly publicationPeriod: 'published' | 'overlaps';
  /** The object of the job filter that holds `sectors`. */
  readonly sectorsIn: 'filter' | 'publicationDataFilter';
  /** Rows of one getJobs; the document states no bound. */
  readonly pageSize: number;
  /** Pages of an organisation's jobs that are read at most to find out whether a job that was sent arrived. */
  readonly findPages: number;
  /** Calls of getJob at once in one operation: there is no multi-fetch. */
  readonly detailsAtOnce: number;
  /** The document states no limit; an account that has one keeps to it so. */
  readonly rateLimit: { readonly calls: number; readonly windowSeconds: number } | null;
}

export const csoDefaults: Omit<CsoConfig, 'username' | 'password'> = {
  baseUrl: 'https://api.cso20.net/v1/JobAPI/',
  startRowBase: 'probe',
  publicationPeriod: 'published',
  sectorsIn: 'publicationDataFilter',
  pageSize: 200,
  findPages: 25,
  detailsAtOnce: 8,
  rateLimit: null,
};
