import { type EnumerationKind, type EnumerationValue, enumerationValue } from '../../domain/enumeration.ts';
import type { ChangeKind } from '../../domain/change.ts';
import type { EmploymentType } from '../../domain/employment-type.ts';
import type { VacancyStatus } from '../../domain/vacancy.ts';
import { isObject, optionalText } from '../../http/parse.ts';

/** VDAB's own lists, by the name they have in its answers. */
const kindOfList = {
  jobdomeinen: 'JOB_BRANCH',
  beroepsprofiel: 'JOB_CATEGORY',
  ervaring: 'OTHER',
  arbeidsContract: 'CONTRACT_TYPE',
  arbeidsContractDuur: 'OTHER',
  arbeidsRegime: 'OTHER',
  arbeidsStelsel: 'OTHER',
  regios: 'REGION',
  rijbewijs: 'DRIVING_LICENCE',
  studies: 'EDUCATION_LEVEL',
  diplomaNiveau: 'EDUCATION_LEVEL',
  sollicitatieVia: 'JOB_APPLICATION_TYPE',
} as const satisfies Record<string, EnumerationKind>;
export type VdabList = keyof typeof kindOfList;

interface Meaning {
  readonly label: string;
  readonly types: readonly EmploymentType[];
}

/** Contract codes as clients of v2 know them. The words are ours; VDAB's own come with later versions of the data and go before. */
const contracts: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['G', { label: 'Gewone vacature', types: [] }],
  ['I', { label: 'Interim', types: ['TEMPORARY'] }],
  ['IV', { label: 'Interim met optie vast', types: ['TEMPORARY'] }],
  ['T', { label: 'Tijdelijk', types: ['TEMPORARY'] }],
  ['TV', { label: 'Tijdelijk met optie vast', types: ['TEMPORARY'] }],
  ['V', { label: 'Studentenjob', types: ['TEMPORARY'] }],
  ['S', { label: 'Stage', types: ['INTERN'] }],
  ['FL', { label: 'Flexi-job', types: ['PER_DIEM'] }],
  ['Z', { label: 'Zelfstandige activiteit', types: ['CONTRACTOR'] }],
  ['VW', { label: 'Vrijwilligerswerk', types: ['VOLUNTEER'] }],
  ['VU', { label: 'Vast via uitzendkantoor', types: [] }],
  ['STAT', { label: 'Statutair', types: [] }],
]);
const regimes: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['V', { label: 'Voltijds', types: ['FULL_TIME'] }],
  ['D', { label: 'Deeltijds', types: ['PART_TIME'] }],
]);
/** Those that VDAB's own list is known to have; the vacancy document calls the first by the name of the last. */
const jobDomains: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['JOBCAT01', { label: 'Aankoop', types: [] }],
  ['JOBCAT10', { label: 'ICT', types: [] }],
  ['JOBCAT23', { label: 'Verkoop', types: [] }],
]);
const meanings: Partial<Record<VdabList, ReadonlyMap<string, Meaning>>> = { arbeidsContract: contracts, arbeidsRegime: regimes, jobdomeinen: jobDomains };

/** The code of a coded field: a bare string in v2, `{code,label}` in later versions; null where it is neither. */
export function codeOf(value: unknown): string | null {
  return optionalText(isObject(value) ? value['code'] : value);
}

/** The label that later versions give beside a code. */
export function labelOf(value: unknown): string | null {
  return isObject(value) ? optionalText(value['label']) : null;
}

/** A coded field as a value of its list, null where it holds no code. */
export function codedValue(list: VdabList, value: unknown, known: Partial<EnumerationValue> = {}): EnumerationValue | null {
  const code = codeOf(value);
  if (code === null) return null;
  const meaning = meanings[list]?.get(code);
  const label = labelOf(value) ?? meaning?.label ?? null;
  return enumerationValue({ source: 'VDAB', kind: kindOfList[list], list, code, label, labelLocale: 'nl-BE', employmentType: meaning?.types[0] ?? null, ...known });
}

/** Coded fields of a list; a single value counts as a list of one. */
export function codedValues(list: VdabList, value: unknown): readonly EnumerationValue[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry) => codedValue(list, entry)).filter((entry) => entry !== null);
}

/** schema.org's employment types of a contract code and a regime code. */
export function employmentTypesOf(contract: string | null, regime: string | null): readonly EmploymentType[] {
  return [...(contracts.get(contract ?? '')?.types ?? []), ...(regimes.get(regime ?? '')?.types ?? [])];
}

export function vacancyStatusOf(status: string | null): VacancyStatus {
  switch (status) {
    case 'GEPUBLICEERD':
      return 'PUBLISHED';
    case 'NIET_GEPUBLICEERD':
      return 'UNPUBLISHED';
    case 'AFGESLOTEN':
      return 'CLOSED';
    default:
      return 'UNKNOWN';
  }
}
/** What `vacancyStatusOf` can say. */
export const vacancyStatuses: readonly VacancyStatus[] = ['PUBLISHED', 'UNPUBLISHED', 'CLOSED', 'UNKNOWN'];

/** A deletion, in the spellings that a bulk answer or a detail may use. */
export function isDeletion(status: string | null): boolean {
  return status !== null && /^(?:VERWIJDERD|DELETED|GESCHRAPT)$/i.test(status);
}

/** What a bulk status says of a change: only a deletion deletes, an unknown one means that it has to be read again. */
export function changeKindOf(status: string | null): ChangeKind {
  if (isDeletion(status)) return 'DELETED';
  switch (status) {
    case 'GEPUBLICEERD':
      return 'PUBLISHED';
    case 'NIET_GEPUBLICEERD':
    case 'AFGESLOTEN':
      return 'UNPUBLISHED';
    case 'OPEN':
      return 'UPDATED';
    default:
      return 'UNKNOWN';
  }
}
