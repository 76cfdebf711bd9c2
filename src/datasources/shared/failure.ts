import { SourceFailure, type SourceFailureCode } from '../../domain/errors.ts';
import type { SourceName } from '../../domain/source-name.ts';
import { AbortedError, BodyError, type BodyFault, BudgetError, CircuitOpenError, ConnectionError, HttpError, LimitError, StatusError, TimeoutError } from '../../http/errors.ts';
import { ShapeError } from '../../http/parse.ts';

/**
 * An upstream's failure in the words of the graph: a code of the published list and a message that is safe to show.
 * @param message the upstream's own explanation, where its client found one that may be shown
 * @throws the error itself where no upstream is at fault: the caller's mistakes, and ours, which must not pass for theirs
 */
export function sourceFailure(source: SourceName, error: unknown, message?: string): SourceFailure {
  if (error instanceof SourceFailure) return error;
  if (error instanceof ShapeError) {
    return new SourceFailure(source, 'UPSTREAM_INVALID_RESPONSE', message ?? `The upstream's answer is not as documented: ${error.message}.`, { cause: error });
  }
  if (!(error instanceof HttpError)) throw error;
  const [code, ours] = describe(error);
  const upstreamStatus = error instanceof StatusError ? error.status : undefined;
  return new SourceFailure(source, code, message ?? ours, { cause: error, upstreamStatus, retryAfterSeconds: error.retryAfterSeconds });
}

/** Runs a call and turns an upstream's failure into a `SourceFailure`; everything else that it throws passes. */
export async function asSource<T>(source: SourceName, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sourceFailure(source, error);
  }
}

const bodyFaults: Readonly<Record<BodyFault, string>> = {
  'too-large': "The upstream's answer is larger than its bound.",
  'too-deep': "The upstream's answer is nested deeper than its bound.",
  'not-json': "The upstream's answer is not JSON.",
  truncated: "The upstream's answer was cut off.",
};

function describe(error: HttpError): [SourceFailureCode, string] {
  if (error instanceof BodyError) return ['UPSTREAM_INVALID_RESPONSE', bodyFaults[error.kind]];
  if (error instanceof TimeoutError || error instanceof AbortedError) return ['UPSTREAM_TIMEOUT', 'The upstream did not answer in time.'];
  if (error instanceof BudgetError) return ['QUERY_TOO_EXPENSIVE', 'This operation caused as many upstream calls as one may: ask for less at once.'];
  if (error instanceof LimitError && error.limit === 'crowd') return ['UPSTREAM_UNAVAILABLE', 'More calls wait for the upstream than it answers in time.'];
  if (error instanceof LimitError) return ['RATE_LIMITED', "The upstream's rate limit is used up for now."];
  if (error instanceof CircuitOpenError) return ['UPSTREAM_UNAVAILABLE', 'The upstream has been failing and is left alone for a moment.'];
  if (error instanceof ConnectionError) return ['UPSTREAM_UNAVAILABLE', 'The upstream could not be reached.'];
  if (error instanceof StatusError) {
    if (error.status === 429) return ['RATE_LIMITED', 'The upstream asks for fewer calls.'];
    if (error.status >= 500) return ['UPSTREAM_UNAVAILABLE', `The upstream answered ${error.status}.`];
    return ['UPSTREAM_ERROR', `The upstream refused the call with ${error.status}.`];
  }
  return ['UPSTREAM_ERROR', 'The upstream call failed.'];
}
