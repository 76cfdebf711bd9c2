import { isCountryCode } from '../../domain/crosswalk/country.ts';
import { isNutsCode } from '../../domain/crosswalk/nuts.ts';
import { BadInput } from '../../domain/errors.ts';
import { lineProblem } from '../../domain/texts.ts';

type Path = readonly string[];

/** Longest text of a criterion, characters; longest list. */
const maxText = 500;
const maxEntries = 250;

/** An absent or null argument is null. */
export function given<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

/** @throws BadInput where the text is empty, too long or holds control characters or half a character */
export function text(value: string | null | undefined, path: Path): string | null {
  if (value === null || value === undefined) return null;
  if (value.trim() === '') throw new BadInput(path, 'is empty: leave it out');
  if (value.length > maxText) throw new BadInput(path, `is longer than ${maxText} characters`);
  const problem = lineProblem(value);
  if (problem !== null) throw new BadInput(path, problem);
  return value;
}

/** @throws BadInput naming the entry that is wrong */
export function list<T>(values: readonly T[] | null | undefined, path: Path, check: (value: T, path: Path) => void): readonly T[] | null {
  if (values === null || values === undefined) return null;
  if (values.length > maxEntries) throw new BadInput(path, `holds more than ${maxEntries} entries`);
  for (const [index, value] of values.entries()) check(value, [...path, String(index)]);
  return values;
}

export function texts(values: readonly string[] | null | undefined, path: Path): readonly string[] | null {
  return list(values, path, text);
}

/** Texts of one form. */
export function codes(values: readonly string[] | null | undefined, path: Path, form: RegExp, example: string): readonly string[] | null {
  return list(values, path, (value, at) => {
    if (!form.test(value)) throw new BadInput(at, `is not of the form of ${example}`);
  });
}

/** NUTS codes of any level. */
export function nutsCodes(values: readonly string[] | null | undefined, path: Path): readonly string[] | null {
  return list(values, path, (value, at) => {
    if (!isNutsCode(value)) throw new BadInput(at, 'is not a NUTS code, such as NL32');
  });
}

/** ISO 3166-1 alpha-2. */
export function countryCodes(values: readonly string[] | null | undefined, path: Path): readonly string[] | null {
  return list(values, path, (value, at) => {
    if (!isCountryCode(value)) throw new BadInput(at, 'is not a country of ISO 3166-1, such as NL');
  });
}

export function numberWithin(value: number | null | undefined, path: Path, min: number, max: number): number | null {
  if (value === null || value === undefined) return null;
  if (!(value >= min && value <= max)) throw new BadInput(path, `is to be a number from ${min} to ${max}`);
  return value;
}

/** @throws BadInput where the span runs backwards */
export function inOrder(from: Date | null, to: Date | null, path: Path): void {
  if (from !== null && to !== null && from > to) throw new BadInput(path, 'ends before it begins');
}
