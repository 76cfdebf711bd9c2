import { type Candidate, candidate, type Certificate, type DesiredJob, type Education, type Experience, type Person } from '../../domain/candidate.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import { type Json, objects, optionalBoolean, optionalDate, optionalInt, optionalObject, optionalText, optionalUrl, texts } from '../../http/parse.ts';
import { codedValues } from './codes.ts';
import { locationFromAddress, nutsOfRegionCode } from './map-vacancy.ts';
import { skillFromEntry } from './map-skill.ts';
import { candidateIdOf } from './wire.ts';

/** A candidate of VDAB's CV detail, or of a list row that was asked for some of its fields. */
export function candidateFromDetail(detail: Json): Candidate {
  const iklId = optionalText(detail['iklId']);
  const job = optionalObject(detail['gewensteJob']);
  return candidate({
    source: 'VDAB',
    sourceId: candidateIdOf(detail) ?? '',
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
    from: optionalDate(entry['van']),
    to: optionalDate(entry['tot']),
    description: optionalText(entry['omschrijving']),
  };
}

/** VDAB's experiences come in no order: those that last first, then the later the earlier in the list. */
function currentFirst(a: Experience, b: Experience): number {
  return (b.to ?? '9999').localeCompare(a.to ?? '9999') || (b.from ?? '').localeCompare(a.from ?? '');
}

/** `naam` is a code of VDAB's list of diplomas, not a name. */
function educationFromEntry(entry: Json): Education {
  return {
    kind: optionalText(entry['type']),
    code: optionalText(entry['naam']),
    label: optionalText(entry['label']),
    info: optionalText(entry['info']),
    obtainedOn: optionalDate(entry['behaaldOp']),
    obtainedIn: optionalInt(entry['behaaldIn']),
    diploma: optionalBoolean(entry['diploma']),
  };
}

function certificateFromEntry(entry: Json): Certificate {
  return { kind: optionalText(entry['type']), code: optionalText(entry['code']), label: optionalText(entry['label']), ownsCar: optionalBoolean(entry['eigenWagen']) };
}

function desiredJobFrom(job: Json): DesiredJob {
  return {
    workRegimes: texts(job['arbeidsRegimes']),
    workSystems: texts(job['arbeidsStelsels']),
    regions: codedValues('regios', job['regios'] ?? []).map(withNuts),
    functions: objects(job['functies']).map((entry) => ({
      title: optionalText(entry['titel']),
      experience: optionalText(entry['ervaring']),
      profileCode: optionalText(optionalObject(entry['beroepsprofiel'])?.['code']),
    })),
    contractType: optionalText(job['arbeidsContract']),
  };
}

function withNuts(region: EnumerationValue): EnumerationValue {
  const nuts = nutsOfRegionCode(region.code);
  return { ...region, nuts, countryCode: nuts === null ? null : 'BE' };
}
