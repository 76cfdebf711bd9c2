import type { HttpRequest } from './call.ts';

/** The part of a request that an error may name. */
export type Target = Pick<HttpRequest, 'method' | 'path'>;

interface Circumstances {
  /** May the upstream have seen the request? */
  readonly sent: boolean;
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** Query strings carry search terms, ids of people and keys: an error names the path only. */
function named(target: Target): string {
  return `${target.method} ${target.path.replace(/[?#].*$/s, '')}`;
}

/**
 * A call to an upstream that gave no usable answer. Messages hold the method, the path without its query and what
 * happened; never headers, bodies or credentials.
 */
export abstract class HttpError extends Error {
  abstract override readonly name: string;
  /** May the upstream have seen the request? False means that sending it again cannot do anything twice. */
  readonly sent: boolean;
  /** Seconds after which another attempt makes sense, where anyone said so. */
  readonly retryAfterSeconds?: number;

  constructor(target: Target, what: string, { sent, retryAfterSeconds, cause }: Circumstances) {
    super(`${named(target)}: ${what}`, cause === undefined ? undefined : { cause });
    this.sent = sent;
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The upstream answered, with a status that is not 2xx. */
export class StatusError extends HttpError {
  override readonly name = 'StatusError';
  readonly status: number;
  /** Whether it answered the call for a credential: then its status says nothing of what the credential was for. */
  readonly ofCredential: boolean;
  readonly #body: unknown;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    target: Target,
    answer: {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly ofCredential?: boolean;
      readonly retryAfterSeconds?: number | undefined;
    },
  ) {
    super(target, `answered ${answer.status}`, { sent: true, retryAfterSeconds: answer.retryAfterSeconds });
    this.status = answer.status;
    this.ofCredential = answer.ofCredential ?? false;
    this.#body = answer.body ?? null;
    this.#headers = answer.headers ?? {};
  }

  /** The parsed body where it was JSON, else null. Behind a getter, so that printing the error does not print it. */
  get body(): unknown {
    return this.#body;
  }

  /** Names in lower case. Behind a getter, so that printing the error does not print them. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }
}

/** No answer within the attempt's time or before the deadline. */
export class TimeoutError extends HttpError {
  override readonly name = 'TimeoutError';
  /** Had the upstream the request long enough to be called slow? False where the time went by in our own queues. */
  readonly fair: boolean;

  constructor(
    target: Target,
    { afterMs, sent, fair = sent, cause }: { readonly afterMs: number; readonly sent: boolean; readonly fair?: boolean; readonly cause?: unknown },
  ) {
    super(target, `no answer within ${Math.max(0, Math.round(afterMs))} ms`, { sent, cause });
    this.fair = fair;
  }
}

/** The connection could not be made, or broke before the answer began. */
export class ConnectionError extends HttpError {
  override readonly name = 'ConnectionError';

  constructor(target: Target, { sent, cause }: { readonly sent: boolean; readonly cause?: unknown }) {
    super(target, sent ? 'connection lost' : 'cannot connect', { sent, cause });
  }
}

/** What is wrong with a body: larger or nested deeper than the bound, no JSON, or cut off before its end. */
export type BodyFault = 'too-large' | 'too-deep' | 'not-json' | 'truncated';

const bodyFaults: Readonly<Record<BodyFault, string>> = {
  'too-large': 'answer larger than its bound',
  'too-deep': 'answer nested deeper than its bound',
  'not-json': 'answer is not JSON',
  truncated: 'answer cut off',
};

/** The upstream answered 2xx with a body that cannot be used. */
export class BodyError extends HttpError {
  override readonly name = 'BodyError';
  readonly kind: BodyFault;

  constructor(target: Target, kind: BodyFault, cause?: unknown) {
    super(target, bodyFaults[kind], { sent: true, cause });
    this.kind = kind;
  }
}

/** What was at its end: the calls of a rate limit, or the room for calls that wait for a slow upstream. */
export type Limit = 'rate' | 'crowd';

/** A limit of our own left no room in time; the upstream was not asked. */
export class LimitError extends HttpError {
  override readonly name = 'LimitError';
  override readonly retryAfterSeconds: number;
  readonly limit: Limit;

  constructor(target: Target, retryAfterSeconds: number, limit: Limit = 'rate') {
    super(target, limit === 'rate' ? `rate limit, next slot in ${retryAfterSeconds} s` : 'too many calls wait already', { sent: false });
    this.retryAfterSeconds = retryAfterSeconds;
    this.limit = limit;
  }
}

/** The operation made as many calls as one may; the upstream was not asked. */
export class BudgetError extends HttpError {
  override readonly name = 'BudgetError';

  constructor(target: Target) {
    super(target, 'the operation has no calls left', { sent: false });
  }
}

/** The upstream failed often enough that it is left alone for a while. */
export class CircuitOpenError extends HttpError {
  override readonly name = 'CircuitOpenError';
  override readonly retryAfterSeconds: number;

  constructor(target: Target, retryAfterSeconds: number, cause?: unknown) {
    super(target, `upstream is failing, next try in ${retryAfterSeconds} s`, { sent: false, cause });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The caller left. */
export class AbortedError extends HttpError {
  override readonly name = 'AbortedError';

  constructor(target: Target, { sent, cause }: { readonly sent: boolean; readonly cause?: unknown }) {
    super(target, 'caller left', { sent, cause });
  }
}

/** The upstream is at fault: it cannot be reached, does not answer, answers 5xx, or answers what cannot be read. */
export function isUpstreamFailure(error: unknown): boolean {
  if (error instanceof StatusError) return error.status >= 500;
  return error instanceof ConnectionError || error instanceof TimeoutError || error instanceof BodyError;
}
