import type { FastifyReply } from 'fastify';
import { BadInput, type ErrorCode, Forbidden, SourceFailure, type SourceFailureCode } from '../../domain/errors.ts';
import { NoSource } from '../../exports/errors.ts';

/** What the failure of a source is to whoever asked for the file; 503 where it makes sense to come back. */
const statuses: Readonly<Record<SourceFailureCode, number>> = {
  RATE_LIMITED: 503,
  QUERY_TOO_EXPENSIVE: 400,
  UPSTREAM_ERROR: 502,
  UPSTREAM_TIMEOUT: 504,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_INVALID_RESPONSE: 502,
  SOURCE_NOT_CONFIGURED: 503,
  UNSUPPORTED_BY_SOURCE: 400,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * Answers for a file that was not begun, in the form of the graph's errors.
 * @throws what nobody expected
 */
export function answerRefused(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof BadInput) return answer(reply, 400, error.message, error.code, { argument: error.argument.join('.') });
  if (error instanceof Forbidden) return answer(reply, 403, error.message, error.code, { missing: error.missing });
  if (error instanceof NoSource) return answer(reply, 503, error.message, error.code, {});
  if (!(error instanceof SourceFailure)) throw error;
  const { source, code, message, retryAfterSeconds, upstreamStatus } = error;
  if (retryAfterSeconds !== null) void reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  return answer(reply, statuses[code], message, code, { source, ...(upstreamStatus !== null && { upstreamStatus }), ...(retryAfterSeconds !== null && { retryAfterSeconds }) });
}

function answer(reply: FastifyReply, status: number, message: string, code: ErrorCode, extensions: Readonly<Record<string, unknown>>): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] }));
}
