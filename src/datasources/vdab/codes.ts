import { type EnumerationKind, type EnumerationValue, enumerationValue } from '../../domain/enumeration.ts';
import type { ChangeKind } from '../../domain/change.ts';
import type { EmploymentType, VacancyStatus } from '../../domain/vacancy.ts';
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
} as const satisfies Record<string, EnumerationKind>;
export type VdabList = keyof typeof kindOfList;

/** Contract codes as clients of v2 know them; VDAB's own labels come with later versions of the data. */
const contracts: Readonly<Record<string, { types: readonly EmploymentType[]; label: string }>> = {
  G: { types: [], label: 'Gewone vacature' },
  I: { types: ['TEMPORARY'], label: 'Interim' },
  IV: { types: ['TEMPORARY'], label: 'Interim met optie vast' },
  T: { types: ['TEMPORARY'], label: 'Tijdelijk' },
  TV: { types: ['TEMPORARY'], label: 'Tijdelijk met optie vast' },
  V: { types: ['TEMPORARY'], label: 'Studentenjob' },
  S: { types: ['INTERN'], label: 'Stage' },
  FL: { types: ['PER_DIEM'], label: 'Flexi-job' },
  Z: { types: ['CONTRACTOR'], label: 'Zelfstandige activiteit' },
  VW: { types: ['VOLUNTEER'], label: 'Vrijwilligerswerk' },
  VU: { types: [], label: 'Vast via uitzendkantoor' },
  STAT: { types: [], label: 'Statutair' },
};
const regimes: Readonly<Record<string, { types: readonly EmploymentType[]; label: string }>> = {
  V: { types: ['FULL_TIME'], label: 'Voltijds' },
  D: { types: ['PART_TIME'], label: 'Deeltijds' },
};
const labels: Partial<Record<VdabList, Readonly<Record<string, { label: string }>>>> = { arbeidsContract: contracts, arbeidsRegime: regimes };

/** A coded field of VDAB: a bare string in v2, `{code,label}` in later versions; null where it is neither. */
export function codedValue(list: VdabList, value: unknown): EnumerationValue | null {
  const code = optionalText(isObject(value) ? value['code'] : value);
  if (code === null) return null;
  const label = (isObject(value) ? optionalText(value['label']) : null) ?? labels[list]?.[code]?.label ?? null;
  const employmentType = list === 'arbeidsContract' ? (contracts[code]?.types[0] ?? null) : null;
  return enumerationValue({ source: 'VDAB', kind: kindOfList[list], list, code, label, labelLocale: 'nl-BE', employmentType });
}

/** Coded fields of a list; a single value counts as a list of one. */
export function codedValues(list: VdabList, value: unknown): readonly EnumerationValue[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry) => codedValue(list, entry)).filter((entry) => entry !== null);
}

/** schema.org's employment types of a contract code and a regime code. */
export function employmentTypesOf(contract: string | null, regime: string | null): readonly EmploymentType[] {
  return [...(contracts[contract ?? '']?.types ?? []), ...(regimes[regime ?? '']?.types ?? [])];
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
