import { dayInAmsterdam } from '../../domain/amsterdam.ts';
import { richText } from '../../domain/rich-text.ts';
import { vacancy, type Reference, type Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalBoolean, optionalInt, optionalObject, optionalText } from '../../http/parse.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { CodedValues } from './enumerations.ts';
import { instantOf } from './instant.ts';
import { applicationFromFeatures, contactsFromFeatures } from './map-application.ts';
import { employmentFromConditions } from './map-employment.ts';
import { organisationFromRemote } from './map-organisation.ts';
import { locationFromFeatures } from './map-place.ts';
import { publicationFrom } from './map-publication.ts';
import { csoProfile } from './profile.ts';

export interface JobContext {
  readonly coded: CodedValues;
  /** Milliseconds since the epoch: the status of a vacancy is that of a moment. */
  readonly nowMs: number;
  /** Told until when that status lasts. */
  readonly lasting?: RequestScope['lasting'];
}

/** A vacancy of a `RemoteJob` (CSO document, 5.3); what was not selected is null there and here. A job has no public address. */
export function vacancyFromRemoteJob(job: Json, { coded, nowMs, lasting }: JobContext): Vacancy {
  const content = optionalObject(job['content']);
  const features = optionalObject(job['features']);
  const detail = optionalObject(features?.['featuresDetail']);
  const updatedAt = instantOf(job['dateUpdated']);
  const publication = publicationFrom(optionalObject(job['publication']), coded, nowMs, lasting);
  return vacancy({
    source: 'CSO',
    sourceId: optionalText(job['code']) ?? '',
    references: referencesOf(job, features),
    title: optionalText(content?.['name']),
    description: richText(optionalText(content?.['description'])),
    requirements: richText(optionalText(content?.['requirements'])),
    otherDetails: richText(optionalText(content?.['otherDetails'])),
    ...publication,
    openings: optionalInt(detail?.['jobCount']),
    locked: optionalBoolean(job['locked']),
    createdAt: instantOf(job['dateCreated']),
    updatedAt,
    updatedOn: dayOf(updatedAt),
    publishedOn: dayOf(publication.publishedAt),
    closesOn: dayOf(publication.closesAt),
    organisation: organisationFromRemote(optionalObject(job['organisation'])),
    employerText: richText(optionalText(optionalObject(content?.['employer'])?.['description'])),
    department: departmentOf(content),
    contacts: contactsFromFeatures(features),
    location: locationFromFeatures(optionalObject(features?.['location']), coded.many('regions', detail?.['regions'])),
    employment: employmentFromConditions(optionalObject(features?.['employmentConditions']), coded),
    education: coded.many('educationLevels', detail?.['educationLevels']).map((value) => ({ value, eqf: value.eqf })),
    fields: coded.many('jobBranches', detail?.['jobBranches']),
    functions: coded.many('jobCategories', detail?.['jobCategories']),
    drivingLicences: coded.many('drivingLicences', detail?.['drivingLicences']),
    securityScreening: coded.one('securityScreenings', detail?.['securityScreening']),
    structureGroup: coded.one('jobStructureGroups', detail?.['jobStructureGroup']),
    application: applicationFromFeatures(features, coded),
    attribution: csoProfile.attribution,
    mayRepublish: csoProfile.mayRepublish,
    raw: job,
  });
}

/** The job's own number comes with its features, where these are selected. */
function referencesOf(job: Json, features: Json | null): readonly Reference[] {
  const found: Reference[] = [];
  const code = optionalText(job['code']);
  const external = optionalText(job['externalReferenceCode']);
  const internal = optionalText(features?.['internalReferenceCode']);
  if (code !== null) found.push({ kind: 'JOB_CODE', value: code });
  if (external !== null) found.push({ kind: 'EXTERNAL_REFERENCE', value: external });
  if (internal !== null) found.push({ kind: 'INTERNAL_REFERENCE', value: internal });
  return found;
}

/** A text; or, as the employer is, an object that describes it. */
function departmentOf(content: Json | null): string | null {
  const department = content?.['department'];
  return optionalText(department) ?? optionalText(optionalObject(department)?.['description']) ?? optionalText(optionalObject(department)?.['name']);
}

function dayOf(instant: Date | null): string | null {
  return instant === null ? null : dayInAmsterdam(instant);
}
