import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Callers } from '../callers/index.ts';
import type { Caller } from '../context.ts';
import { IssuerUnavailable, Unauthenticated } from '../domain/errors.ts';
import { refuse } from './refusals.ts';

/** Finds out whose a request is before anything of it is read. */
export interface CallerGate {
  /** Of every route that has callers: a request with a wrong key or token is answered here and goes no further. */
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Whose it is, on a route with this gate. */
  callerOf(request: FastifyRequest): Caller;
}

export function callerGate(callers: Pick<Callers, 'callerOf'>): CallerGate {
  const known = new WeakMap<FastifyRequest, Caller>();
  return {
    async onRequest(request, reply) {
      try {
        // Of several such headers Node keeps the first and a proxy may have judged another.
        if (request.headers.authorization !== undefined && (request.raw.headersDistinct['authorization']?.length ?? 0) > 1) throw new Unauthenticated();
        known.set(request, await callers.callerOf(request.headers));
        return undefined;
      } catch (error) {
        return refuseCaller(reply, error);
      }
    },
    callerOf(request) {
      const caller = known.get(request);
      if (caller === undefined) throw new TypeError(`${request.routeOptions.url ?? 'this route'} does not ask who calls`);
      return caller;
    },
  };
}

/**
 * Answers a request that nobody can be said to have made: 401 (RFC 6750, 3), or 503 while tokens cannot be judged.
 * @throws what is neither
 */
export function refuseCaller(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Unauthenticated) return refuse(reply.header('www-authenticate', 'Bearer'), 401, error.message, error.code);
  if (error instanceof IssuerUnavailable) return refuse(reply.header('retry-after', String(error.retryAfterSeconds)), 503, error.message, error.code);
  throw error;
}
