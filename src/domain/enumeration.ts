import type { SourceName } from './source-name.ts';
import type { NutsRegion } from './crosswalk/nuts.ts';
import type { EqfRange } from './crosswalk/eqf.ts';
import type { EmploymentType } from './employment-type.ts';

export type EnumerationKind =
  | 'CONTRACT_TYPE'
  | 'DRIVING_LICENCE'
  | 'JOB_APPLICATION_TYPE'
  | 'ONLINE_JOB_APPLICATION_TYPE'
  | 'JOB_BRANCH'
  | 'JOB_CATEGORY'
  | 'JOB_PUBLICATION_STATUS'
  | 'JOB_PUBLICATION_PERIOD'
  | 'PAY_SCALE'
  | 'EDUCATION_LEVEL'
  | 'REGION'
  | 'SECURITY_SCREENING'
  | 'JOB_STRUCTURE_GROUP'
  | 'COMPANY_TYPE'
  | 'USER_FUNCTION'
  | 'COUNTRY'
  | 'LANGUAGE'
  | 'OTHER';

/** One entry of a source's list of codes, as it stands on a vacancy or in the list itself. */
export interface EnumerationValue {
  readonly source: SourceName;
  readonly kind: EnumerationKind;
  /** The list's own name at the source, e.g. `regions`. */
  readonly list: string;
  readonly code: string;
  readonly numericId: string | null;
  /** The label in the source's own language. */
  readonly label: string | null;
  /** BCP 47 tag of `label`. */
  readonly labelLocale: string;
  readonly parentCode: string | null;
  readonly childCodes: readonly string[];
  readonly displayOrder: number | null;
  readonly nuts: NutsRegion | null;
  readonly countryCode: string | null;
  readonly subdivisionCode: string | null;
  readonly eqf: EqfRange | null;
  readonly employmentType: EmploymentType | null;
  readonly salaryScale: number | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
}

export interface Enumeration {
  readonly source: SourceName;
  readonly kind: EnumerationKind;
  readonly name: string;
  /** In the source's order; children follow by `childCodes`, they stand in the list themselves too. */
  readonly values: readonly EnumerationValue[];
  readonly fetchedAt: number | null;
}

/** A text in one language. */
export interface LocalisedText {
  readonly locale: string;
  readonly text: string;
}

type Known = Pick<EnumerationValue, 'source' | 'kind' | 'list' | 'code'>;

/** A value with what is known of it; everything else null. */
export function enumerationValue(known: Known & Partial<EnumerationValue>): EnumerationValue {
  return {
    numericId: null,
    label: null,
    labelLocale: 'nl',
    parentCode: null,
    childCodes: [],
    displayOrder: null,
    nuts: null,
    countryCode: null,
    subdivisionCode: null,
    eqf: null,
    employmentType: null,
    salaryScale: null,
    salaryMin: null,
    salaryMax: null,
    ...known,
  };
}
