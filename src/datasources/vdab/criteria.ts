import { BadInput } from '../../domain/errors.ts';
import { extraParameters } from '../shared/extra-parameters.ts';
import type { Parameters } from './query.ts';

/** Values of one parameter at most: a list travels in the address, which servers bound. */
export const mostCodes = 100;
/** What VDAB's codes are made of; a comma would make two of one where several values are joined by commas. */
const codeForm = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;
const longestExtra = 2000;
/** Parameters that the gateway steers itself and that `extra` cannot replace. */
const steered = ['vanaf', 'aantal', 'velden', 'sorteerveld', 'van', 'tot', 'datum', 'postcode', 'sinds'];

/** @throws BadInput for a list that is too long, or a code that VDAB cannot have */
export function checkedCodes(codes: readonly string[], path: readonly string[], form = codeForm): readonly string[] {
  if (codes.length > mostCodes) throw new BadInput(path, `holds more than ${mostCodes} codes`);
  for (const [index, code] of codes.entries()) {
    if (!form.test(code)) throw new BadInput([...path, String(index)], 'is not a code of VDAB');
  }
  return codes;
}

/** @throws BadInput for a negative number */
export function checkedCount(count: number, path: readonly string[]): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new BadInput(path, 'is to be a whole number from 0');
  return count;
}

/**
 * The parameters of `extra`, none of which may be one that stands already.
 * @throws BadInput
 */
export function extraBeside(parameters: Parameters, extra: unknown, path: readonly string[]): Parameters {
  const found = extraParameters(extra, new Set([...steered, ...Object.keys(parameters)]), path);
  if (JSON.stringify(found).length > longestExtra) throw new BadInput(path, `is longer than ${longestExtra} characters`);
  return found;
}

export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
