import { belgianRegionOfCode, belgianSubdivisionOf, type NutsRegion } from '../../domain/crosswalk/nuts.ts';
import { type Location, nowhere } from '../../domain/location.ts';
import { organisation, type Organisation } from '../../domain/organisation.ts';
import { richText } from '../../domain/rich-text.ts';
import { type ApplicationProcedure, type Contact, type Employment, type Money, noApplicationProcedure, noEmployment, type Reference, vacancy, type Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalBoolean, optionalDate, optionalInt, optionalNumber, optionalObject, optionalText, optionalUrl, texts } from '../../http/parse.ts';
import { codedValue, codedValues, employmentTypesOf, vacancyStatusOf } from './codes.ts';
import { demandsFromProfile } from './map-demands.ts';
import { vdabProfile } from './profile.ts';
import { isUuid, vacancyIdOf } from './wire.ts';

/** A vacancy of VDAB's detail or multi-fetch answer. Dates have no zone there and stay plain dates. */
export function vacancyFromDetail(detail: Json): Vacancy {
  const job = optionalObject(detail['functie']);
  const profile = optionalObject(job?.['beroepsprofiel']);
  const agreement = optionalObject(detail['arbeidsovereenkomst']);
  const procedure = optionalObject(detail['sollicitatieprocedure']);
  const duplicates = optionalObject(detail['dubbels']);
  const occupation = codedValue('beroepsprofiel', profile ?? job?.['beroepsprofiel']);
  return vacancy({
    source: 'VDAB',
    sourceId: vacancyIdOf(detail) ?? '',
    references: referencesOf(optionalObject(detail['vacatureReferentie'])),
    title: optionalText(job?.['functieTitel']),
    description: richText(optionalText(job?.['omschrijving'])),
    requirements: richText(optionalText(detail['vrijeVereiste'])),
    otherDetails: richText(optionalText(detail['profiel'])) ?? richText(optionalText(agreement?.['extra'])),
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
    experience: codedValue('ervaring', profile?.['ervaring']),
    ...demandsFromProfile(optionalObject(detail['profiel'])),
    application: procedure === null ? noApplicationProcedure : applicationFromProcedure(procedure),
    duplicateOfId: optionalText(duplicates?.['parentUuid']),
    duplicateIds: texts(duplicates?.['dubbelIds']).filter(isUuid),
    attribution: vdabProfile.attribution,
    mayRepublish: vdabProfile.mayRepublish,
    raw: detail,
  });
}

function referencesOf(reference: Json | null): readonly Reference[] {
  const found: Reference[] = [];
  const vdab = optionalText(reference?.['vdabReferentie']);
  const hrxml = optionalText(reference?.['hrxmlReferentie']);
  if (vdab !== null) found.push({ kind: 'VDAB_REFERENCE', value: vdab });
  if (hrxml !== null) found.push({ kind: 'HRXML_REFERENCE', value: hrxml });
  return found;
}

/** A supplier is known by its enterprise number; without one by its name, percent-encoded so that it can stand in an id. */
export function organisationFromSupplier(supplier: Json | null): Organisation | null {
  const kboNumber = optionalText(supplier?.['kboNummer']);
  const name = optionalText(supplier?.['naam']);
  const code = kboNumber ?? (name === null ? null : encodeURIComponent(name));
  if (code === null) return null;
  return organisation({ source: 'VDAB', code, name, kboNumber, kind: optionalText(supplier?.['type']) });
}

/** `BE-2800` and `2800-MECHELEN` are split, VDAB's letter behind a NUTS 3 code is taken off, `raw` keeps both. */
export function locationFromAddress(address: Json | null): Location | null {
  if (address === null) return null;
  const postalCode = optionalText(address['postcode']);
  const city = optionalText(address['gemeente']);
  const region = codedValue('regios', address['regioCode']);
  const nuts = nutsOfRegionCode(region?.code ?? null);
  const point = optionalObject(address['locatie']);
  const latitude = optionalNumber(point?.['latitude']);
  const longitude = optionalNumber(point?.['longitude']);
  return {
    ...nowhere,
    street: optionalText(address['straat']),
    houseNumber: optionalText(address['huisnummer']),
    box: optionalText(address['busnummer']),
    postalCode: postalCode?.replace(/^[A-Z]{2}-/, '') ?? null,
    city: city?.replace(/^\d{4}-/, '') ?? null,
    regions: region === null ? [] : [{ ...region, nuts, countryCode: nuts === null ? null : 'BE', subdivisionCode: nuts === null ? null : belgianSubdivisionOf(nuts.code) }],
    countryCode: optionalText(address['landCode']) ?? optionalText(address['land']) ?? /^([A-Z]{2})-/.exec(postalCode ?? '')?.[1] ?? null,
    subdivisionCode: nuts === null ? null : belgianSubdivisionOf(nuts.code),
    nuts,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    raw: [postalCode, city].filter((part) => part !== null).join(' ') || null,
  };
}

/** VDAB adds a letter to NUTS 3 codes (`BE231A`), making six characters; shorter codes are NUTS as they are. */
export function nutsOfRegionCode(code: string | null): NutsRegion | null {
  if (code === null) return null;
  return belgianRegionOfCode(/^BE\d{3}[A-Z]$/.test(code) ? code.slice(0, 5) : code);
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
  if (person === null) return [];
  const name = optionalText(person['naam']) ?? ([optionalText(person['voornaam']), optionalText(person['achternaam'])].filter((part) => part !== null).join(' ') || null);
  return [{ role: 'APPLICATION', name, email: optionalText(person['email']), phone: optionalText(person['telefoonNummer']) ?? optionalText(person['telefoon']), url: null, address: null }];
}

function applicationFromProcedure(procedure: Json): ApplicationProcedure {
  const by = optionalObject(procedure['sollicitatieVia']);
  return {
    ...noApplicationProcedure,
    url: optionalUrl(by?.['webformulier']),
    email: optionalText(by?.['email']),
    phone: optionalText(by?.['telefoon']),
    address: locationFromAddress(optionalObject(by?.['brief'])),
    cvRequired: optionalBoolean(procedure['cvGewenst']),
    letterRequired: optionalBoolean(procedure['motivatiebriefGewenst']),
    instructions: richText(optionalText(procedure['omschrijving'])),
  };
}
