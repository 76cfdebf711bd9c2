import type { SourceName } from './source-name.ts';

/** `extensions.code` of every error that the gateway answers; a published list. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'QUERY_TOO_EXPENSIVE',
  'UPSTREAM_ERROR',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_INVALID_RESPONSE',
  'SOURCE_NOT_CONFIGURED',
  'UNSUPPORTED_BY_SOURCE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The caller's mistake: the message names the argument that is wrong and says what is right. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly code = 'BAD_USER_INPUT' satisfies ErrorCode;
  /** Where it stands in the arguments, e.g. `["filter", "near", "km"]`. Not named `path`: to GraphQL that is a place in the answer. */
  readonly argument: readonly string[];

  constructor(argument: readonly string[], problem: string) {
    super(`"${argument.join('.')}" ${problem}`);
    this.argument = argument;
  }
}

/** The caller showed a key or token that is none. It is not told what is wrong with it: whoever guesses is to learn nothing. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code = 'UNAUTHENTICATED' satisfies ErrorCode;

  constructor() {
    super('The Authorization header holds no valid key or token. Leave it out to ask without one.');
  }
}

/** A token cannot be judged, as the keys of its issuer cannot be had just now. It is nobody's fault but the issuer's, and passes. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  readonly code = 'UPSTREAM_UNAVAILABLE' satisfies ErrorCode;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super('The issuer of access tokens does not answer, so that no token can be judged just now. Keys go on working.', options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What only callers that are known may have, whatever their scopes. */
export class KeyNeeded extends Error {
  override readonly name = 'KeyNeeded';
  readonly code = 'UNAUTHENTICATED' satisfies ErrorCode;

  constructor(what: string) {
    super(`${what} needs a caller that shows a key or a token.`);
  }
}

/** The caller may not do this; it says which scopes would let it. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly code = 'FORBIDDEN' satisfies ErrorCode;
  /** What it lacks of the alternative that it is nearest to. */
  readonly missing: readonly string[];

  constructor(what: string, missing: readonly string[]) {
    super(`${what} needs the scope${missing.length === 1 ? '' : 's'} ${missing.join(', ')}, which this caller does not have.`);
    this.missing = missing;
  }
}

/** Codes that say why one source could not answer. */
export type SourceFailureCode = Extract<
  ErrorCode,
  'RATE_LIMITED' | 'QUERY_TOO_EXPENSIVE' | 'UPSTREAM_ERROR' | 'UPSTREAM_TIMEOUT' | 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_INVALID_RESPONSE' | 'SOURCE_NOT_CONFIGURED' | 'UNSUPPORTED_BY_SOURCE' | 'INTERNAL_SERVER_ERROR'
>;

export interface FailureDetails {
  readonly upstreamStatus?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** One upstream could not do its part. The message is ours and safe to show; the cause stays inside. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly source: SourceName;
  readonly code: SourceFailureCode;
  readonly upstreamStatus: number | null;
  readonly retryAfterSeconds: number | null;

  constructor(source: SourceName, code: SourceFailureCode, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.source = source;
    this.code = code;
    this.upstreamStatus = details.upstreamStatus ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** What was thrown as an error; what is none becomes the cause of one. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('unknown failure', { cause: thrown });
}
