import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Breach } from '../../limits/shape.ts';

/** Points that a request costs which comes to no operation: reading it took as long as answering another. */
export const refusedCost = 1000;

/** An operation that is not run because of what it is, or of what its caller asked before. */
export class LimitRefusal extends GraphQLError {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, status: number, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...details, code, http: { status } } });
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export function tooExpensive(cost: number, limit: number): LimitRefusal {
  const known = Number.isFinite(cost);
  const what = known ? `costs ${cost}` : 'selects more than can be looked at';
  return new LimitRefusal('QUERY_TOO_EXPENSIVE', `This operation ${what}, and one may cost ${limit}. Ask for shorter pages, or for less of each row.`, 400, { cost: known ? cost : null, limit });
}

export function misshapen({ what, allowed }: Breach): LimitRefusal {
  if (what === 'fragment cycle') return new LimitRefusal('BAD_USER_INPUT', 'The document has fragments that spread themselves.', 400);
  const more = what === 'depth' ? `The document is deeper than ${allowed} fields` : what === 'nesting' ? 'The document is nested too deeply to be read' : `The document has more than ${allowed} ${what}`;
  return new LimitRefusal('BAD_USER_INPUT', `${more}.`, 400, { limit: { of: what, allowed } });
}

/** @param what what is too much of, for a person to read */
export function tooLarge(what: string): LimitRefusal {
  return new LimitRefusal('BAD_USER_INPUT', what, 400);
}

export function spentUp(cost: number, retryAfterSeconds: number): LimitRefusal {
  return new LimitRefusal('RATE_LIMITED', `This operation costs ${cost}, which is more than is left for now: wait for ${retryAfterSeconds} seconds.`, 429, { cost, retryAfterSeconds });
}
