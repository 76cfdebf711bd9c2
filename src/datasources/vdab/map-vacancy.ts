import { organisation, type Organisation } from '../../domain/organisation.ts';
import { richText } from '../../domain/rich-text.ts';
import { type ApplicationProcedure, type Contact, type Employment, type Money, noApplicationProcedure, noEmployment, type Reference, vacancy, type Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalBoolean, optionalDate, optionalInt, optionalNumber, optionalObject, optionalText, optionalUrl, texts } from '../../http/parse.ts';
import { codedValue, codedValues, employmentTypesOf, vacancyStatusOf } from './codes.ts';
import { demandsFromProfile } from './map-demands.ts';
import { locationFromAddress } from './map-location.ts';
import { vdabProfile } from './profile.ts';
import { optionalUuid, requiredVacancyId } from './wire.ts';

/**
 * A vacancy of VDAB's detail or multi-fetch answer. Dates have no zone there and stay plain dates.
 * @throws ShapeError where the detail has no id
 */
export function vacancyFromDetail(detail: Json): Vacancy {
  const sourceId = requiredVacancyId(detail);
  const job = optionalObject(detail['functie']);
  const agreement = optionalObject(detail['arbeidsovereenkomst']);
  const procedure = optionalObject(detail['sollicitatieprocedure']);
  const occupation = codedValue('beroepsprofiel', job?.['beroepsprofiel']);
  return vacancy({
    source: 'VDAB',
    sourceId,
    references: referencesOf(optionalObject(detail['vacatureReferentie'])),
    title: optionalText(job?.['functieTitel']),
    description: richText(optionalText(job?.['omschrijving'])),
    requirements: richText(optionalText(detail['vrijeVereiste'])),
    otherDetails: richText(optionalText(agreement?.['extra'])),
    status: vacancyStatusOf(optionalText(detail['status'])),
    nativeStatus: optionalText(detail['status']),
    openings: optionalInt(detail['aantalJobs']),
    updatedOn: optionalDate(detail['wijzigingsDatum']),
    publishedOn: optionalDate(detail['publicatieDatum']),
    closesOn: optionalDate(detail['depublicatieDatum']),
    startsOn: optionalDate(agreement?.['vermoedelijkeStartdatum']) ?? optionalDate(detail['startDatum']),
    organisation: organisationFromSupplier(optionalObject(detail['leverancier'])),
    contacts: contactsOf(optionalObject(procedure?.['contactpersoon'])),
    location: locationFromAddress(optionalObject(detail['tewerkstellingsadres'])),
    internationallyOpen: optionalBoolean(detail['internationaalOpengesteld']),
    employment: agreement === null ? noEmployment : employmentFromAgreement(agreement),
    fields: codedValues('jobdomeinen', job?.['jobdomeinen']),
    functions: occupation === null ? [] : [occupation],
    experience: codedValue('ervaring', optionalObject(job?.['beroepsprofiel'])?.['ervaring']),
    ...demandsFromProfile(optionalObject(detail['profiel'])),
    application: procedure === null ? noApplicationProcedure : applicationFromProcedure(procedure),
    ...duplicatesOf(sourceId, optionalObject(detail['dubbels'])),
    attribution: vdabProfile.attribution,
    mayRepublish: vdabProfile.mayRepublish,
    raw: detail,
  });
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

/** A group of duplicates has a parent, which names itself. Members that are told by number cannot be looked up and stay in `raw`. */
function duplicatesOf(sourceId: string, duplicates: Json | null): Pick<Vacancy, 'duplicateOfId' | 'duplicateIds'> {
  const parentId = optionalUuid(duplicates?.['parentUuid']);
  const ids = texts(duplicates?.['dubbelIds']).flatMap((id) => optionalUuid(id) ?? []);
  return { duplicateOfId: parentId === sourceId ? null : parentId, duplicateIds: [...new Set(ids)].filter((id) => id !== sourceId) };
}

function employmentFromAgreement(agreement: Json): Employment {
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
function applicationFromProcedure(procedure: Json): ApplicationProcedure {
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
