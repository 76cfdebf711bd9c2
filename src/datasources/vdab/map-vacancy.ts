import { lazily } from '../../domain/lazy.ts';
import { organisation, type Organisation } from '../../domain/organisation.ts';
import { richText } from '../../domain/rich-text.ts';
import { type ApplicationProcedure, type Contact, type Employment, type Money, noApplicationProcedure, noEmployment, type Reference, vacancy, type Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalBoolean, optionalDate, optionalInt, optionalNumber, optionalObject, optionalText, optionalUrl, texts } from '../../http/parse.ts';
import { codedValue, codedValues, employmentTypesOf, vacancyStatusOf } from './codes.ts';
import { demandsFromProfile } from './map-demands.ts';
import { locationFromAddress } from './map-location.ts';
import { vdabProfile } from './profile.ts';
import { optionalUuid, requiredVacancyId } from './wire.ts';

/** A vacancy's own object and the id that stands in it. */
interface Row {
  readonly sourceId: string;
  readonly detail: Json;
}

/**
 * A vacancy of VDAB's detail or multi-fetch answer, each part made when it is read. Dates have no zone there and stay plain dates.
 * @throws ShapeError where the detail has no id
 */
export function vacancyFromDetail(detail: Json): Vacancy {
  return vacancyOf({ sourceId: requiredVacancyId(detail), detail });
}

const vacancyOf = lazily<Vacancy, Row>(vacancy({ source: 'VDAB', sourceId: '', attribution: vdabProfile.attribution, mayRepublish: vdabProfile.mayRepublish }), {
  sourceId: ({ sourceId }) => sourceId,
  references: ({ detail }) => referencesOf(optionalObject(detail['vacatureReferentie'])),
  title: (row) => optionalText(jobOf(row)?.['functieTitel']),
  description: (row) => richText(optionalText(jobOf(row)?.['omschrijving'])),
  requirements: ({ detail }) => richText(optionalText(detail['vrijeVereiste'])),
  otherDetails: (row) => richText(optionalText(agreementOf(row)?.['extra'])),
  status: ({ detail }) => vacancyStatusOf(optionalText(detail['status'])),
  nativeStatus: ({ detail }) => optionalText(detail['status']),
  openings: ({ detail }) => optionalInt(detail['aantalJobs']),
  updatedOn: ({ detail }) => optionalDate(detail['wijzigingsDatum']),
  publishedOn: ({ detail }) => optionalDate(detail['publicatieDatum']),
  closesOn: ({ detail }) => optionalDate(detail['depublicatieDatum']),
  startsOn: (row) => optionalDate(agreementOf(row)?.['vermoedelijkeStartdatum']) ?? optionalDate(row.detail['startDatum']),
  organisation: ({ detail }) => organisationFromSupplier(optionalObject(detail['leverancier'])),
  contacts: (row) => contactsOf(optionalObject(procedureOf(row)?.['contactpersoon'])),
  location: ({ detail }) => locationFromAddress(optionalObject(detail['tewerkstellingsadres'])),
  internationallyOpen: ({ detail }) => optionalBoolean(detail['internationaalOpengesteld']),
  employment: (row) => employmentFromAgreement(agreementOf(row)),
  fields: (row) => codedValues('jobdomeinen', jobOf(row)?.['jobdomeinen']),
  functions: (row) => occupationsOf(jobOf(row)),
  experience: (row) => codedValue('ervaring', optionalObject(jobOf(row)?.['beroepsprofiel'])?.['ervaring']),
  skills: (row) => demandsOf(row).skills,
  languages: (row) => demandsOf(row).languages,
  drivingLicences: (row) => demandsOf(row).drivingLicences,
  education: (row) => demandsOf(row).education,
  application: (row) => applicationFromProcedure(procedureOf(row)),
  duplicateOfId: (row) => parentOf(row),
  duplicateIds: (row) => duplicatesOf(row),
  raw: ({ detail }) => detail,
});

function jobOf({ detail }: Row): Json | null {
  return optionalObject(detail['functie']);
}

function agreementOf({ detail }: Row): Json | null {
  return optionalObject(detail['arbeidsovereenkomst']);
}

function procedureOf({ detail }: Row): Json | null {
  return optionalObject(detail['sollicitatieprocedure']);
}

function demandsOf({ detail }: Row) {
  return demandsFromProfile(optionalObject(detail['profiel']));
}

function occupationsOf(job: Json | null): Vacancy['functions'] {
  const occupation = codedValue('beroepsprofiel', job?.['beroepsprofiel']);
  return occupation === null ? [] : [occupation];
}

function referencesOf(reference: Json | null): readonly Reference[] {
  const known = [
    ['VDAB_REFERENCE', reference?.['vdabReferentie']],
    ['HRXML_REFERENCE', reference?.['hrxmlReferentie']],
    ['EXTERNAL_REFERENCE', reference?.['externeReferentie']],
  ] as const;
  return known.flatMap(([kind, text]) => {
    const value = optionalText(text);
    return value === null ? [] : [{ kind, value }];
  });
}

/** Global ids have a bound. */
const longestCode = 400;

/** A supplier is known by its enterprise number; without one by its name, percent-encoded so that it can stand in an id. */
export function organisationFromSupplier(supplier: Json | null): Organisation | null {
  const kboNumber = optionalText(supplier?.['kboNummer']);
  const name = optionalText(supplier?.['naam']);
  const known = kboNumber ?? name;
  if (known === null) return null;
  const code = encodeURIComponent(known.toWellFormed()).slice(0, longestCode);
  return organisation({ source: 'VDAB', code, name, kboNumber, kind: optionalText(supplier?.['type']) });
}

/** A group of duplicates has a parent, which names itself. */
function parentOf({ sourceId, detail }: Row): string | null {
  const parentId = optionalUuid(optionalObject(detail['dubbels'])?.['parentUuid']);
  return parentId === sourceId ? null : parentId;
}

/** Members of a group that are told by number cannot be looked up and stay in `raw`. */
function duplicatesOf({ sourceId, detail }: Row): readonly string[] {
  const ids = texts(optionalObject(detail['dubbels'])?.['dubbelIds']).flatMap((id) => optionalUuid(id) ?? []);
  return [...new Set(ids)].filter((id) => id !== sourceId);
}

function employmentFromAgreement(agreement: Json | null): Employment {
  if (agreement === null) return noEmployment;
  const contractType = codedValue('arbeidsContract', agreement['arbeidsContract']);
  const regime = codedValue('arbeidsRegime', agreement['arbeidsRegime']);
  const hours = optionalNumber(agreement['aantalUur']);
  return {
    ...noEmployment,
    types: employmentTypesOf(contractType?.code ?? null, regime?.code ?? null),
    contractType,
    hoursMin: hours,
    hoursMax: hours,
    salaryMin: euros(agreement['minimumBrutoLoon']),
    salaryMax: euros(agreement['maximumBrutoLoon']),
    regime,
    schedules: codedValues('arbeidsStelsel', agreement['arbeidsStelsel']),
    contractDuration: codedValue('arbeidsContractDuur', agreement['arbeidsContractDuur']),
  };
}

/** Gross pay in EUR; whether it is an hour's or a month's is in no document, so no period is stated. */
function euros(value: unknown): Money | null {
  const amount = optionalNumber(value);
  return amount === null ? null : { amount, currency: 'EUR' };
}

function contactsOf(person: Json | null): readonly Contact[] {
  const contact: Omit<Contact, 'role'> = {
    name: optionalText(person?.['naam']) ?? ([optionalText(person?.['voornaam']), optionalText(person?.['achternaam'])].filter((part) => part !== null).join(' ') || null),
    email: optionalText(person?.['email']),
    phone: optionalText(person?.['telefoonNummer']) ?? optionalText(person?.['telefoon']),
    url: null,
    address: null,
  };
  return Object.values(contact).every((part) => part === null) ? [] : [{ role: 'APPLICATION', ...contact }];
}

/** Ways to apply that VDAB names, in its words. */
const ways = ['webformulier', 'email', 'telefoon', 'brief'] as const;

/** No document says what `brief` holds: a flag and an address are both understood. */
function applicationFromProcedure(procedure: Json | null): ApplicationProcedure {
  if (procedure === null) return noApplicationProcedure;
  const by = optionalObject(procedure['sollicitatieVia']);
  const offered = ways.filter((way) => by?.[way] === true || optionalText(by?.[way]) !== null || optionalObject(by?.[way]) !== null);
  return {
    ...noApplicationProcedure,
    methods: offered.map((way) => codedValue('sollicitatieVia', way)).filter((method) => method !== null),
    url: optionalUrl(by?.['webformulier']),
    email: optionalText(by?.['email']),
    phone: optionalText(by?.['telefoon']),
    address: locationFromAddress(optionalObject(by?.['brief'])),
    cvRequired: optionalBoolean(procedure['cvGewenst']),
    letterRequired: optionalBoolean(procedure['motivatiebriefGewenst']),
    instructions: richText(optionalText(procedure['omschrijving'])),
  };
}
