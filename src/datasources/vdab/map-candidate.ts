import { type Candidate, candidate, type Certificate, type DesiredJob, type Education, type Experience, type Person } from '../../domain/candidate.ts';
import { type Json, objects, optionalBoolean, optionalDate, optionalInt, optionalObject, optionalText, optionalUrl, texts } from '../../http/parse.ts';
import { codeOf } from './codes.ts';
import { locationFromAddress, regionFromCode } from './map-location.ts';
import { skillFromEntry } from './map-skill.ts';
import { requiredCandidateId } from './wire.ts';

/**
 * A candidate of VDAB's CV detail, or of a list row that was asked for some of its fields.
 * @throws ShapeError where it has no id
 */
export function candidateFromDetail(detail: Json): Candidate {
  const iklId = optionalText(detail['iklId']);
  const job = optionalObject(detail['gewensteJob']);
  return candidate({
    source: 'VDAB',
    sourceId: requiredCandidateId(detail),
    references: iklId === null ? [] : [{ kind: 'IKL_ID', value: iklId }],
    status: optionalText(detail['status']),
    updatedOn: optionalDate(detail['wijzigingsDatum']),
    person: personFromDetail(optionalObject(detail['natuurlijkPersoon'])),
    experiences: objects(detail['ervaringen']).map(experienceFromEntry).toSorted(currentFirst),
    educations: objects(detail['opleidingen']).map(educationFromEntry),
    certificates: objects(detail['attesteringen']).map(certificateFromEntry),
    skills: objects(detail['competenties']).map(skillFromEntry),
    desiredJob: job === null ? null : desiredJobFrom(job),
    raw: detail,
  });
}

function personFromDetail(person: Json | null): Person | null {
  if (person === null) return null;
  return {
    username: null,
    firstName: optionalText(person['voornaam']),
    lastName: optionalText(person['achternaam']),
    callName: optionalText(person['roepnaam']),
    email: optionalText(person['email']),
    mobile: optionalText(person['gsm']),
    phone: optionalText(person['telefoon']),
    website: optionalUrl(person['website']),
    gender: optionalText(person['geslacht']),
    nationality: optionalText(person['nationaliteit']),
    birthDate: optionalText(person['geboortedatum']),
    officialAddress: locationFromAddress(optionalObject(person['officieelAdres'])),
    contactAddress: locationFromAddress(optionalObject(person['contactAdres'])),
  };
}

function experienceFromEntry(entry: Json): Experience {
  return {
    kind: optionalText(entry['type']),
    title: optionalText(entry['functieTitel']),
    employer: optionalText(optionalObject(entry['werkgever'])?.['naam']),
    from: optionalText(entry['van']),
    to: optionalText(entry['tot']),
    description: optionalText(entry['omschrijving']),
  };
}

/** VDAB's experiences come in no order: those that last first, then by their end and their begin, the latest first. */
function currentFirst(a: Experience, b: Experience): number {
  return latestFirst(a.to ?? '9999', b.to ?? '9999') || latestFirst(a.from ?? '', b.from ?? '');
}

function latestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

/** `naam` is a code of VDAB's list of diplomas, not a name. */
function educationFromEntry(entry: Json): Education {
  return {
    kind: optionalText(entry['type']),
    code: codeOf(entry['naam']),
    label: optionalText(entry['label']),
    info: optionalText(entry['info']),
    obtainedOn: optionalDate(entry['behaaldOp']),
    obtainedIn: optionalInt(entry['behaaldIn']),
    diploma: optionalBoolean(entry['diploma']),
  };
}

function certificateFromEntry(entry: Json): Certificate {
  return { kind: optionalText(entry['type']), code: codeOf(entry['code']), label: optionalText(entry['label']), ownsCar: optionalBoolean(entry['eigenWagen']) };
}

function desiredJobFrom(job: Json): DesiredJob {
  const regions: readonly unknown[] = Array.isArray(job['regios']) ? job['regios'] : [];
  return {
    workRegimes: texts(job['arbeidsRegimes']),
    workSystems: texts(job['arbeidsStelsels']),
    regions: regions.map(regionFromCode).filter((region) => region !== null),
    functions: objects(job['functies']).map((entry) => ({
      title: optionalText(entry['titel']),
      experience: codeOf(entry['ervaring']),
      profileCode: codeOf(entry['beroepsprofiel']),
    })),
    contractType: codeOf(job['arbeidsContract']),
  };
}
