import { BadInput, SourceFailure } from '../domain/errors.ts';
import type { SourceName } from '../domain/source-name.ts';

/**
 * A source's failure as its part of an answer.
 * @throws the error itself where it is the caller's mistake or a fault of ours, which no other source's answer may hide
 */
export function asFailure(_source: SourceName, error: unknown): SourceFailure {
  if (error instanceof SourceFailure) return error;
  throw error instanceof BadInput || error instanceof Error ? error : new Error('unknown failure', { cause: error });
}
