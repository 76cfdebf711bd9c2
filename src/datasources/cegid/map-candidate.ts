import { type Attachment, type Candidate, candidate, type DesiredJob, type Education, type Experience, type Person } from '../../domain/candidate.ts';
import { type Json, objects, optionalBoolean, optionalInstant, optionalInt, optionalObject, optionalText } from '../../http/parse.ts';
import { codedValue } from './codes.ts';
import { lastChange } from './last-change.ts';
import { locationOfPerson } from './map-location.ts';
import { sourceIdOf } from './source-id.ts';
import { candidateId } from './wire.ts';

/** A candidate ("applicant" to the vendor) of an export: personal data, the raw object above all. */
export function candidateFromApplicant(applicant: Json): Candidate {
  const detail = optionalObject(applicant['candidateDetail']);
  const person = optionalObject(detail?.['personalInformation']);
  const sought = optionalObject(detail?.['positionSought']);
  return candidate({
    source: 'CEGID',
    sourceId: sourceIdOf(candidateId(applicant) ?? ''),
    createdAt: optionalInstant(detail?.['creationDate']),
    ...lastChange(detail?.['modificationDate']),
    person: person === null ? null : personFrom(person, optionalText(detail?.['username'])),
    experiences: objects(optionalObject(detail?.['globalExperience'])?.['experiences']).map(experienceFrom).toSorted(currentFirst),
    educations: objects(detail?.['educations']).map(educationFrom),
    desiredJob: sought === null ? null : desiredJobFrom(sought),
    appliedToIds: vacanciesAppliedTo(applicant),
    attachments: objects(applicant['attachments']).flatMap(attachmentFrom),
    raw: applicant,
  });
}

function personFrom(person: Json, username: string | null): Person {
  return {
    username,
    firstName: optionalText(person['firstName']),
    lastName: optionalText(person['lastName']),
    callName: null,
    email: optionalText(person['email']),
    mobile: null,
    phone: optionalText(person['phoneNumber']),
    website: null,
    gender: codeFrom(person['civility']),
    nationality: codeFrom(person['nationality']),
    birthDate: optionalText(person['birthDate']),
    officialAddress: null,
    contactAddress: locationOfPerson(person),
  };
}

function codeFrom(value: unknown): string | null {
  return codedValue('', value, '')?.code ?? null;
}

function experienceFrom(entry: Json): Experience {
  return {
    kind: null,
    title: optionalText(entry['function']),
    employer: optionalText(entry['company']),
    from: optionalText(entry['startDate']),
    to: optionalText(entry['endDate']),
    description: optionalText(entry['description']),
  };
}

/** Those that last first, then the later their end and their beginning the earlier in the list. */
function currentFirst(a: Experience, b: Experience): number {
  return (b.to ?? '9999').localeCompare(a.to ?? '9999') || (b.from ?? '').localeCompare(a.from ?? '');
}

function educationFrom(entry: Json): Education {
  const level = codedValue('educationLevels', entry['educationLevel'], '');
  return { kind: null, code: level?.code ?? null, label: level?.label ?? null, info: null, obtainedOn: null, obtainedIn: optionalInt(entry['yearObtained']), diploma: null };
}

function desiredJobFrom(sought: Json): DesiredJob {
  const contract = codedValue('contractTypes', sought['contractType'], '');
  const profile = codedValue('primaryProfiles', sought['primaryProfile'], '');
  return {
    workRegimes: [],
    workSystems: [],
    regions: [],
    functions: profile === null ? [] : [{ title: profile.label, experience: null, profileCode: profile.code }],
    contractType: contract?.label ?? contract?.code ?? null,
  };
}

/** Each vacancy once; an application without one is open. */
function vacanciesAppliedTo(applicant: Json): readonly string[] {
  const references = objects(applicant['applications']).map((entry) => optionalText(entry['vacancyReference']));
  return [...new Set(references.filter((reference) => reference !== null).map(sourceIdOf))];
}

/** What an attachment is; its bytes stay where they are. */
function attachmentFrom(entry: Json): Attachment[] {
  const id = optionalText(entry['id']);
  if (id === null) return [];
  return [{ id, mimeType: optionalText(entry['mimeType']), isResume: optionalBoolean(entry['isResume']), fileName: optionalText(entry['filename']) }];
}
