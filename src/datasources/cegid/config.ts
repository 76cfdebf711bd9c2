import { eventNames } from './event-forms.ts';

/** How to reach a Cegid (Talentsoft) site; what its document leaves open is set here. */
export interface CegidConfig {
  /** The site's URL: everything is below `api/` there. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenPath: string;
  readonly scope: string;
  readonly vacanciesPath: string;
  readonly candidatesPath: string;
  /** Both spellings of the document; the first is tried first, the other after a 404. */
  readonly referentialPaths: readonly [string, string];
  readonly reportsPath: string;
  /** Items of one report call; the document states no bound. */
  readonly reportItems: number;
  /** Both spellings of the document, as above. */
  readonly webhookPaths: readonly [string, string];
  /** The events that this gateway wants to be told of. */
  readonly webhookEvents: readonly string[];
  /** Whether the signature of a webhook's call has to cover the body: `optional` takes a call that states no Content-MD5 and signs none. */
  readonly webhookBodyMd5: 'required' | 'optional';
  /** Referentials that are shown as enumerations; a site that lacks one of them is asked for it once in a while. */
  readonly referentials: readonly string[];
  /** BCP 47 tag of the language that the site writes its labels in. */
  readonly labelLocale: string;
  /** What the ids of the vendor's own vacancy statuses begin with. */
  readonly statusPrefix: string;
  /** The filter field that takes ids of statuses. */
  readonly statusField: string;
  /** Whether several filters are joined by `|` in one parameter or sent as a parameter each. */
  readonly filterJoin: 'pipe' | 'repeat';
  /** Largest page of an export. */
  readonly pageSize: number;
  /** A limit that the site asks its callers to keep; null: none is known. */
  readonly rateLimit: { readonly requests: number; readonly windowSeconds: number } | null;
  /** Bounds of an export's answer: what passes them is refused, not read. */
  readonly bounds: ExportBounds;
}

export interface ExportBounds {
  /** Rows of one answer. */
  readonly rows: number;
  /** One archive, attachments included: what has to be held at once. */
  readonly archiveBytes: number;
  /** Entries of one archive. */
  readonly entries: number;
  /** The JSON of one row, unpacked. */
  readonly entryBytes: number;
  /** The JSON of all rows of an answer, unpacked. */
  readonly totalBytes: number;
}

const mebibyte = 1024 * 1024;

export const cegidDefaults: Omit<CegidConfig, 'baseUrl' | 'clientId' | 'clientSecret'> = {
  tokenPath: 'api/token',
  scope: 'MatchingIndexation',
  vacanciesPath: 'api/exports/v1/vacancies',
  candidatesPath: 'api/exports/v1/candidates',
  referentialPaths: ['api/v1/referentials', 'api/referentials'],
  reportsPath: 'api/exports/v1/reports',
  reportItems: 100,
  webhookPaths: ['api/system/v1/webhooks', 'api/v1/system/webhooks'],
  webhookEvents: eventNames,
  webhookBodyMd5: 'required',
  referentials: [
    'countries',
    'regions',
    'languages',
    'languageLevels',
    'contractTypes',
    'jobTimes',
    'salaryRanges',
    'educationLevels',
    'experienceLevels',
    'professionalCategories',
    'primaryProfiles',
    'skills',
    'specialisations',
    'vacancyStatuses',
  ],
  labelLocale: 'nl',
  statusPrefix: '_TS_CO_OfferStatus_',
  statusField: 'clientVacancyStatus',
  filterJoin: 'pipe',
  pageSize: 100,
  rateLimit: null,
  bounds: { rows: 1000, archiveBytes: 64 * mebibyte, entries: 100, entryBytes: 8 * mebibyte, totalBytes: 64 * mebibyte },
};
