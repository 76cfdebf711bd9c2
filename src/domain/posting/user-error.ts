/** Codes of `UserError`; a published list. */
export type UserErrorCode =
  | 'REQUIRED'
  | 'INVALID_FORMAT'
  | 'TOO_LONG'
  | 'OUT_OF_RANGE'
  | 'UNKNOWN_CODE'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'NOT_OWNED'
  | 'DUPLICATE'
  | 'INSUFFICIENT_CREDITS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'CHANNEL_REFUSED'
  | 'SOURCE_NOT_CONFIGURED';

/** `ERROR`: a document states the rule and nothing is sent. `WARNING`: it is inferred, and the upstream judges. */
export type Severity = 'ERROR' | 'WARNING';

/** What a caller can mend: a rule that an input breaks, or an upstream's own word on it. */
export interface UserError {
  readonly code: UserErrorCode;
  readonly severity: Severity;
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** Into the input as the caller sent it, e.g. `["input", "company", "name"]`. */
  readonly path: readonly string[];
  readonly label: string | null;
  readonly upstreamCode: string | null;
}
