import { BadInput } from '../../domain/errors.ts';
import { textProblem } from '../../domain/texts.ts';
import { isObject } from '../../http/parse.ts';

/** Query parameters by name, each with its values. */
export type ExtraParameters = Readonly<Record<string, readonly string[]>>;

/** Characters of all parameters together: they travel in an address. */
const maxLength = 4000;

/**
 * A filter's `extra`: an object of further query parameters, each a text, a number, a boolean or a list of these.
 * @param reserved names that the gateway sets itself
 * @throws BadInput
 */
export function extraParameters(extra: unknown, reserved: ReadonlySet<string>, path: readonly string[]): ExtraParameters {
  if (extra === null || extra === undefined) return {};
  if (!isObject(extra)) throw new BadInput(path, 'is to be an object of query parameters');
  if (JSON.stringify(extra).length > maxLength) throw new BadInput(path, `is longer than ${maxLength} characters`);
  // Some servers take a name in capitals for the same.
  const lowered = new Set([...reserved].map((name) => name.toLowerCase()));
  const isReserved = (name: string): boolean => lowered.has(name.toLowerCase());
  const entries = Object.entries(extra).map(([name, value]): [string, readonly string[]] => {
    if (!/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name)) throw new BadInput([...path, name], 'is not a parameter name');
    if (isReserved(name)) throw new BadInput([...path, name], 'is set by the gateway itself');
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return [name, values.map((one) => scalarText(one, [...path, name]))];
  });
  return Object.fromEntries(entries);
}

function scalarText(value: unknown, path: readonly string[]): string {
  const problem = typeof value === 'string' ? textProblem(value) : null;
  if (problem !== null) throw new BadInput(path, problem);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new BadInput(path, 'is to be a text, a number, a boolean or a list of them');
}
