import { BadInput, type SourceFailure } from '../../domain/errors.ts';
import { StatusError } from '../../http/errors.ts';
import { isObject, optionalText } from '../../http/parse.ts';
import { sourceFailure } from '../shared/failure.ts';

const maxMessageLength = 300;
const maxRefusalLength = 2000;
/** API keys are UUIDs (CSO document, 5.1), and a message about a call may quote its arguments. */
const keys = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Runs a call of CSO and turns what it throws into a `SourceFailure`; the caller's own mistakes pass. */
export async function asCso<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw csoFailure(error);
  }
}

/**
 * CSO's own words are passed on for an invalid call: they tell the caller what CSO does not take, e.g. a pay scale of an
 * organisation that has none. Those of a 403 speak of accounts and keys and stay inside.
 */
export function csoFailure(error: unknown): SourceFailure {
  if (!(error instanceof StatusError)) return sourceFailure('CSO', error);
  if (error.status === 403) return sourceFailure('CSO', error, 'CSO refused access: its credentials are wrong, or have no right to this.');
  const message = error.status === 400 ? ownWords(error, maxMessageLength) : null;
  return message === null ? sourceFailure('CSO', error) : sourceFailure('CSO', error, `CSO refused the call: ${message}`);
}

/** CSO's message without whatever looks like a key, in one line; null where it gives none. One about a job lists everything that is wrong with it. */
export function ownWords(error: StatusError, maxLength = maxRefusalLength): string | null {
  const message = isObject(error.body) ? optionalText(error.body['message']) : null;
  const line = message?.replaceAll(keys, '…').replaceAll(/\s+/g, ' ') ?? null;
  return line === null || line.length <= maxLength ? line : `${line.slice(0, maxLength)}…`;
}
