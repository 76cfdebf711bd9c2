import { eqfOverlaps } from '../../domain/crosswalk/eqf.ts';
import { nutsCovers } from '../../domain/crosswalk/nuts.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { CsoEnumerations } from './enumerations.ts';
import type { CsoList } from './lists.ts';

/** What a shared criterion means in codes of one of CSO's lists. */
export interface Meaning {
  /** With all codes below them, since a code takes those along. */
  readonly codes: readonly string[];
  /** False where a code is taken along that is not meant itself. */
  readonly exact: boolean;
}

/** What is told to CSO of the criteria on one list. */
export interface CodeSearch {
  /** Null where none is stated. */
  readonly codes: readonly string[] | null;
  /** For each of the meanings, whether CSO's answer may hold vacancies that do not meet it. */
  readonly also: readonly boolean[];
}

type Test<Wanted> = (value: EnumerationValue, wanted: Wanted) => boolean;

export const inNuts: Test<string> = ({ nuts }, wanted) => nuts !== null && nutsCovers(wanted, nuts.code);
export const inCountry: Test<string> = ({ countryCode }, wanted) => countryCode === wanted;
export const atLevel: Test<number> = ({ eqf }, wanted) => eqf !== null && eqfOverlaps(eqf, wanted);

/** Null where nothing is wanted. */
export function meaningOf<Wanted>(list: CsoList, wanted: readonly Wanted[] | null, enumerations: CsoEnumerations | null, test: Test<Wanted>): Meaning | null {
  if (wanted === null || enumerations === null) return null;
  const meant = enumerations.values(list).filter((value) => wanted.some((one) => test(value, one))).map((value) => value.code);
  const codes = [...enumerations.withBelow(list, meant)];
  return { codes, exact: codes.length === meant.length };
}

/**
 * A vacancy has several regions and levels, so that two criteria on them may be met by two of its codes: lists of codes cannot be
 * intersected. CSO is told its own criterion, else the narrowest; the others are applied here unless that one implies them.
 */
export function codeSearch(list: CsoList, own: readonly string[] | null, meanings: readonly (Meaning | null)[], enumerations: CsoEnumerations | null): CodeSearch {
  const narrowest = meanings.filter((meaning) => meaning !== null).toSorted((a, b) => a.codes.length - b.codes.length)[0];
  const codes = own ?? narrowest?.codes ?? null;
  const taken = codes === null || enumerations === null ? [] : [...enumerations.withBelow(list, codes)];
  return { codes, also: meanings.map((meaning) => meaning !== null && !(meaning.exact && taken.every((code) => meaning.codes.includes(code)))) };
}
