import type { VacancyField } from '../../domain/fields.ts';
import type { Json } from '../../http/parse.ts';
import { typed } from './typed.ts';

const contentParts = ['department', 'employer'] as const;
const featureParts = [
  'applicationContact',
  'applicationProcedureContact',
  'applicationTypes',
  'detail',
  'employmentConditions',
  'informationContact',
  'location',
  'onlineJobApplicationTypes',
  'tvDistinction',
] as const;
const parts = ['texts', ...contentParts, ...featureParts, 'publicationSets', 'organisation'] as const;

/** What of a job can be asked for: the flags of `RemoteJobFieldSelection` (CSO document, 5.13), and `texts`, which come with the content. */
export type Part = (typeof parts)[number];
export type Selection = ReadonlySet<Part>;

/** The parts that a field of a vacancy is made from; code, dates, lock and reference come with every job. */
const partsOfField: Readonly<Record<VacancyField, readonly Part[]>> = {
  source: [],
  sourceId: [],
  references: [],
  title: ['texts'],
  description: ['texts'],
  requirements: ['texts'],
  otherDetails: ['texts'],
  status: ['publicationSets'],
  nativeStatus: [],
  url: [],
  language: [],
  openings: ['detail'],
  locked: [],
  createdAt: [],
  updatedAt: [],
  publishedAt: ['publicationSets'],
  closesAt: ['publicationSets'],
  updatedOn: [],
  publishedOn: ['publicationSets'],
  closesOn: ['publicationSets'],
  startsOn: [],
  organisation: ['organisation'],
  employerText: ['employer'],
  department: ['department'],
  contacts: ['applicationContact', 'applicationProcedureContact', 'informationContact'],
  imageUrl: [],
  location: ['location'],
  'location.regions': ['detail'],
  internationallyOpen: [],
  employment: ['employmentConditions'],
  education: ['detail'],
  fields: ['detail'],
  functions: ['detail'],
  experience: [],
  skills: [],
  languages: [],
  drivingLicences: ['detail'],
  securityScreening: ['detail'],
  structureGroup: ['detail'],
  application: ['applicationContact', 'applicationTypes', 'onlineJobApplicationTypes'],
  publicationSets: ['publicationSets'],
  duplicateOfId: [],
  duplicateIds: [],
  attribution: [],
  mayRepublish: [],
  raw: parts,
};

const partsWithCodes: ReadonlySet<Part> = new Set<Part>(['detail', 'employmentConditions', 'applicationTypes', 'onlineJobApplicationTypes', 'publicationSets']);
const fieldsWithoutCodes: ReadonlySet<VacancyField> = new Set<VacancyField>(['status', 'publishedAt', 'closesAt', 'publishedOn', 'closesOn', 'openings', 'raw']);

export function selectionOf(fields: Iterable<VacancyField>): Selection {
  return new Set([...fields].flatMap((field) => partsOfField[field]));
}

export function covers(selection: Selection, wanted: Selection): boolean {
  return [...wanted].every((part) => selection.has(part));
}

/** Whether any of the fields shows values of the thirteen lists. */
export function showsCodes(fields: Iterable<VacancyField>): boolean {
  return [...fields].some((field) => !fieldsWithoutCodes.has(field) && partsOfField[field].some((part) => partsWithCodes.has(part)));
}

/** `RemoteJobFieldSelection`; equal selections are written the same. */
export function fieldSelection(selection: Selection): Json {
  const content = flags(contentParts, selection);
  const features = flags(featureParts, selection);
  return typed('RemoteJobFieldSelection', {
    jobContent: selection.has('texts') || content !== null ? typed('RemoteJobContentFieldSelection', content ?? {}) : null,
    jobFeatures: features === null ? null : typed('RemoteJobFeaturesFieldSelection', features),
    jobPublication: selection.has('publicationSets') ? typed('RemoteJobPublicationDataFieldSelection', { publicationSets: true }) : null,
    organisation: selection.has('organisation') ? true : null,
  });
}

function flags(names: readonly Part[], selection: Selection): Readonly<Record<string, true>> | null {
  const wanted = names.filter((name) => selection.has(name));
  return wanted.length === 0 ? null : Object.fromEntries(wanted.map((name) => [name, true]));
}
