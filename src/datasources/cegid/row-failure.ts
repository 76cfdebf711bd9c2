import { SourceFailure } from '../../domain/errors.ts';

/** A row of an export that could not be read, told without a word of what it holds. */
export function rowFailure(problem: string): SourceFailure {
  return new SourceFailure('CEGID', 'UPSTREAM_INVALID_RESPONSE', `A row of the upstream's answer is not as documented: ${problem}.`);
}
