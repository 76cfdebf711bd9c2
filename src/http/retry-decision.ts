import type { HttpRequest } from './call.ts';
import { BodyError, ConnectionError, HttpError, StatusError, TimeoutError } from './errors.ts';

export interface RetryLimits {
  /** Attempts in all, the first included. */
  readonly maxAttempts: number;
  /** The first wait is between 0 and this, the second between 0 and twice this, and so on. */
  readonly baseDelayMs: number;
  /** Longest wait, an upstream's own `Retry-After` included: past it the caller should hear of it instead. */
  readonly maxDelayMs: number;
}

const passing = new Set([408, 429, 500, 502, 503, 504]);

/** A failure that another attempt may not meet. Our own limits and the caller's leaving are decisions, not failures. */
function mayPass(error: HttpError): boolean {
  if (error instanceof StatusError) return passing.has(error.status);
  if (error instanceof BodyError) return error.kind === 'truncated';
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/**
 * Milliseconds to wait before the next attempt, or null to give up. `attempt` counts from 1. Only what is safe to repeat is
 * repeated: a request that says so, or one that the upstream cannot have seen. `Retry-After` is obeyed to the second; otherwise
 * exponential with full jitter, so that many callers do not come back at once.
 */
export function retryDelayMs(
  error: unknown,
  attempt: number,
  request: Pick<HttpRequest, 'repeatable' | 'deadline' | 'signal'>,
  now: number,
  random: () => number,
  limits: RetryLimits,
): number | null {
  if (!(error instanceof HttpError) || !mayPass(error)) return null;
  if (error.sent && !request.repeatable) return null;
  if (attempt >= limits.maxAttempts || request.signal?.aborted === true) return null;
  const backoffMs = random() * Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attempt - 1));
  const delayMs = error.retryAfterSeconds === undefined ? backoffMs : error.retryAfterSeconds * 1000;
  if (delayMs > limits.maxDelayMs) return null;
  if (request.deadline !== undefined && now + delayMs >= request.deadline) return null;
  return delayMs;
}
