import { optionalNumber } from '../../http/parse.ts';

/** Below this an amount of milliseconds lies before March 1973, so that it can only be seconds. */
const smallestMilliseconds = 1e11;

/** The instant of an epoch number: the document's reads are in milliseconds, its saveJob example in seconds. Null for anything else. */
export function instantOf(value: unknown): Date | null {
  const number = optionalNumber(value);
  if (number === null) return null;
  const instant = new Date(Math.abs(number) < smallestMilliseconds ? number * 1000 : number);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
