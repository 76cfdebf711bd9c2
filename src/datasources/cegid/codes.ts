import { eqfOfLabel } from '../../domain/crosswalk/eqf.ts';
import { type EnumerationKind, type EnumerationValue, enumerationValue } from '../../domain/enumeration.ts';
import type { EmploymentType } from '../../domain/employment-type.ts';
import type { VacancyStatus } from '../../domain/vacancy.ts';
import { isObject, optionalText } from '../../http/parse.ts';
import { countryOfName } from './names.ts';
import { regionOfLabel } from './regions.ts';
import { codeOf } from './wire.ts';

// A map and not an object, here and below: a site may name its own things by any word, `constructor` among them.
const kinds: ReadonlyMap<string, EnumerationKind> = new Map<string, EnumerationKind>([
  ['countries', 'COUNTRY'],
  ['regions', 'REGION'],
  ['languages', 'LANGUAGE'],
  ['contracttypes', 'CONTRACT_TYPE'],
  ['educationlevels', 'EDUCATION_LEVEL'],
  ['primaryprofiles', 'JOB_CATEGORY'],
]);

/** What a referential is about, by its name; case does not matter to a site. */
export function kindOfReferential(name: string): EnumerationKind {
  return kinds.get(name.toLowerCase()) ?? 'OTHER';
}

/** A coded value, `{id,label}` or `{code,clientCode,label}`, of a referential; a bare text is its own code. Null where there is none. */
export function codedValue(list: string, value: unknown, labelLocale: string): EnumerationValue | null {
  if (isObject(value)) {
    const coded = codeOf(value);
    return coded === null ? null : valueOf(list, { ...coded, label: optionalText(value['label']) }, labelLocale);
  }
  const text = optionalText(value);
  return text === null ? null : valueOf(list, { code: text, numericId: null, label: text }, labelLocale);
}

export interface CodedItem {
  readonly code: string;
  readonly numericId: string | null;
  readonly label: string | null;
}

/** An item of a referential with what its label means to all sources. */
export function valueOf(list: string, { code, numericId, label }: CodedItem, labelLocale: string): EnumerationValue {
  const kind = kindOfReferential(list);
  const known = { source: 'CEGID', kind, list, code, numericId, label, labelLocale } as const;
  switch (kind) {
    case 'COUNTRY':
      return enumerationValue({ ...known, countryCode: countryOfName(label) });
    case 'REGION':
      return enumerationValue({ ...known, ...regionOfLabel(label) });
    case 'EDUCATION_LEVEL':
      return enumerationValue({ ...known, eqf: eqfOfLabel(label) });
    case 'CONTRACT_TYPE':
      return enumerationValue({ ...known, employmentType: typesOf(contractTypes, code, label)[0] ?? null });
    default:
      return enumerationValue(known);
  }
}

const statuses: ReadonlyMap<string, VacancyStatus> = new Map<string, VacancyStatus>([
  ['Diffuse', 'PUBLISHED'],
  ['Suspendue', 'UNPUBLISHED'],
  ['EnAttentePublication', 'DRAFT'],
  ['Valide', 'DRAFT'],
  ['Finalise', 'CLOSED'],
  ['Archive', 'CLOSED'],
]);

/** The status that an id's ending stands for; sites have statuses of their own beside the vendor's. */
export function vacancyStatusOf(id: string | null): VacancyStatus {
  return statuses.get(id?.slice(id.lastIndexOf('_') + 1) ?? '') ?? 'UNKNOWN';
}

/** Ids of the vendor's own statuses that mean one of these. */
export function statusIdsOf(wanted: readonly VacancyStatus[], prefix: string): string[] {
  return [...statuses].flatMap(([ending, status]) => (wanted.includes(status) ? [prefix + ending] : []));
}

/** Whether an id is one of the vendor's own statuses. */
export function isKnownStatus(id: string, prefix: string): boolean {
  return id.startsWith(prefix) && statuses.has(id.slice(prefix.length));
}

type Words = readonly (readonly [RegExp, EmploymentType])[];

/** Words in the ids and labels of contract types; a contract for an indefinite time is none of schema.org's types. */
const contractTypes: Words = [
  [/stage|intern(?:ship)?\b|trainee|alternance/i, 'INTERN'],
  [/freelance|zelfstandig|ind[ée]pendant|contractor|\bzzp/i, 'CONTRACTOR'],
  [/vrijwillig|b[ée]n[ée]vol|volontair|volunteer/i, 'VOLUNTEER'],
  [/flexi-?job|dagcontract|[àa] la journ[ée]e/i, 'PER_DIEM'],
  [/interim|int[ée]rim|uitzend|agency|(?<!on)bepaalde (?:duur|tijd)|(?<!in)d[ée]termin[ée]e|\bcdd\b|fixed.term|tijdelijk|tempora|student|[ée]tudiant/i, 'TEMPORARY'],
];
const jobTimes: Words = [
  [/voltijd|fulltime|full.time|temps plein|vollzeit/i, 'FULL_TIME'],
  [/deeltijd|parttime|part.time|temps partiel|teilzeit/i, 'PART_TIME'],
];

/** schema.org's employment types that a contract type and a job time name; empty where neither names one. */
export function employmentTypesOf(contract: EnumerationValue | null, jobTime: EnumerationValue | null): readonly EmploymentType[] {
  return [...typesOf(contractTypes, contract?.code, contract?.label), ...typesOf(jobTimes, jobTime?.code, jobTime?.label)];
}

/** The label says it for people, the code where the label is in another language: `_TS_CO_ContractType_CDD`. */
function typesOf(words: Words, code: string | undefined, label: string | null | undefined): EmploymentType[] {
  const text = `${label ?? ''} ${(code ?? '').replaceAll('_', ' ')}`;
  const found = words.find(([pattern]) => pattern.test(text))?.[1];
  return found === undefined ? [] : [found];
}
