/**
 * Cheap parsers for upstream JSON, for lists that are hot: what is needed is checked, unknown fields are passed over,
 * a missing optional one is null.
 */

/** Upstream JSON of another shape than documented, with where in it. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  /** JSON path, e.g. `resultaten[3].status`. */
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`expected ${expected} at ${path === '' ? 'the root' : path}`);
    this.path = path;
  }
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws ShapeError where the value is no JSON object */
export function object(value: unknown, path: string): Json {
  if (!isObject(value)) throw new ShapeError(path, 'an object');
  return value;
}

/** An object or null where it is missing or of another kind: for parts that cost only themselves. */
export function optionalObject(value: unknown): Json | null {
  return isObject(value) ? value : null;
}

/** @throws ShapeError where the value is no array */
export function array(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(path, 'an array');
  return value;
}

/** The objects of a list; null, a missing list and entries of another kind are passed over. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** @throws ShapeError where the value is no string with content */
export function text(value: unknown, path: string): string {
  const found = optionalText(value);
  if (found === null) throw new ShapeError(path, 'a string');
  return found;
}

/** A trimmed string; a number in its decimal form; null for anything else and for blanks. */
export function optionalText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** A finite number, also from its decimal string; null for anything else. */
export function optionalNumber(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() !== '') return optionalNumber(Number(value));
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A whole number within GraphQL's Int, null for anything else. */
export function optionalInt(value: unknown): number | null {
  const number = optionalNumber(value);
  return number !== null && Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : null;
}

export function optionalBoolean(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The texts of a list, blanks passed over; a single text counts as a list of one. */
export function texts(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(optionalText).filter((entry) => entry !== null);
}

/** The calendar date `YYYY-MM-DD` that a text begins with, never shifted; null where it begins with none that exists. */
export function optionalDate(value: unknown): string | null {
  const date = optionalText(value)?.slice(0, 10) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? date : null;
}

/** Written out because every row has several dates, and a Date that is made and printed costs ten times as much. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** No instant is written in more characters. */
const longestInstant = 40;

/** An instant from an ISO 8601 text that states its zone; null for anything else, a zone is not guessed. */
export function optionalInstant(value: unknown): Date | null {
  const found = optionalText(value);
  // A day that no calendar has would be carried over into the next month.
  if (found === null || found.length > longestInstant || optionalDate(found) === null || !/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(found)) return null;
  const instant = new Date(found);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** An absolute http(s) URL as it is written, null for anything else. */
export function optionalUrl(value: unknown): string | null {
  const found = optionalText(value);
  // oxlint-disable-next-line no-control-regex -- URL escapes them, and what is written is kept and shown
  if (found === null || !URL.canParse(found) || /[\u0000-\u001f\u007f]/.test(found) || !found.isWellFormed()) return null;
  return /^https?:$/.test(new URL(found).protocol) ? found : null;
}
