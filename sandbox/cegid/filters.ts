import type { CegidSwitches } from './switches.ts';

export type Operator = 'eq' | 'gt' | 'ge' | 'lt' | 'le';

/** One condition: `field::a,b`, `field:gt:v`, `field:ge:v`, `field:lt:v` or `field:le:v`. */
export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** What can be filtered on one kind of export: for each field a test, or undefined where the condition makes no sense for it. */
export type FilterFields<T> = Readonly<Record<string, (condition: Condition) => ((row: T) => boolean) | undefined>>;

const operators: Readonly<Record<string, Operator>> = { '::': 'eq', ':gt:': 'gt', ':ge:': 'ge', ':lt:': 'lt', ':le:': 'le' };

/**
 * The test that all `filter` parameters of a query make together: conditions are joined by AND, values of one condition by OR.
 * A string is the reason of a refusal.
 */
export function filterOf<T>(parameters: readonly string[], fields: FilterFields<T>, join: CegidSwitches['filterJoin']): ((row: T) => boolean) | string {
  if (join === 'pipe' && parameters.length > 1) return 'filter must be given once; conditions are joined by |.';
  if (join === 'repeated' && parameters.some((parameter) => parameter.includes('|'))) return 'conditions are joined by repeating filter.';
  const texts = parameters.flatMap((parameter) => parameter.split('|'));
  const tests: ((row: T) => boolean)[] = [];
  for (const text of texts) {
    const condition = conditionOf(text);
    if (condition === undefined) return `filter ${text} is malformed.`;
    const test = Object.hasOwn(fields, condition.field) ? fields[condition.field]?.(condition) : undefined;
    if (test === undefined) return `filter ${text} is not served.`;
    tests.push(test);
  }
  return (row) => tests.every((test) => test(row));
}

/** A field of text: only equality makes sense. */
export function textField<T>(valueOf: (row: T) => string): FilterFields<T>[string] {
  return ({ operator, values }) => (operator === 'eq' ? (row) => values.includes(valueOf(row)) : undefined);
}

/** A field of time: the value is an ISO 8601 date (its midnight, UTC) or instant. */
export function timeField<T>(epochMsOf: (row: T) => number): FilterFields<T>[string] {
  return ({ operator, values }) => {
    const [text, ...more] = values;
    const bound = text === undefined || more.length > 0 ? undefined : isoInstant(text);
    return bound === undefined ? undefined : (row) => compare(epochMsOf(row), operator, bound);
  };
}

/** Milliseconds since the epoch of an ISO 8601 date or instant (UTC where it names no zone); undefined where it is none. */
export function isoInstant(text: string): number | undefined {
  const form = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (form === null || (form[2] === undefined && form[3] !== undefined)) return undefined;
  const [, date = '', time = 'T00:00', zone = 'Z'] = form;
  // A day that does not exist rolls over into the next month: the round trip shows it.
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  const instant = Date.parse(`${date}${time}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}

function conditionOf(text: string): Condition | undefined {
  const match = /^([A-Za-z]+)(::|:gt:|:ge:|:lt:|:le:)(.+)$/s.exec(text);
  if (match === null) return undefined;
  const [, field = '', sign = '', list = ''] = match;
  const values = list.split(',');
  const operator = operators[sign];
  return operator === undefined || values.includes('') ? undefined : { field, operator, values };
}

function compare(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case 'eq':
      return left === right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}
