import type { CegidConfig } from './config.ts';

/** One condition of an export's filter: `field::v1,v2`, `field:gt:v` or `field:lt:v` (clients in the wild). */
export type Condition = string;

/** The field is one of the values. */
export function isAnyOf(field: string, values: readonly string[]): Condition {
  return `${field}::${values.join()}`;
}

export function isAfter(field: string, instant: Date): Condition {
  return `${field}:gt:${isoOf(instant)}`;
}

export function isBefore(field: string, instant: Date): Condition {
  return `${field}:lt:${isoOf(instant)}`;
}

/** Cegid has no way to write a comma or a bar within a value: they would read as two values, or two conditions. */
export function canBeValue(text: string): boolean {
  return text !== '' && !/[,|]/.test(text);
}

/** Whether a text has the form of a condition, or of several joined by a bar. */
export function isConditionText(text: string): boolean {
  return text.split('|').every((part) => /^[A-Za-z][A-Za-z0-9.]*:(?:|gt|ge|lt|le):[^\s].*$/s.test(part));
}

/** The `filter` parameters that state all of the conditions. */
export function filterParameters(conditions: readonly Condition[], join: CegidConfig['filterJoin']): readonly (readonly [string, string])[] {
  if (conditions.length === 0) return [];
  return (join === 'pipe' ? [conditions.join('|')] : conditions).map((condition) => ['filter', condition] as const);
}

/** ISO 8601 in UTC, to the second where it is a whole one, as the document writes its dates. */
function isoOf(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
