import { hash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../context.ts';
import { IssuerUnavailable, Unauthenticated } from '../domain/errors.ts';
import { refuse } from './refusals.ts';
import { type RequestRates, requestRates } from './limits/request-rates.ts';
import type { Plant } from './plant.ts';

/** Finds out whose a request is before anything of it is read. */
export interface CallerGate {
  /** Of every route that has callers: a request with a wrong key or token, or of a caller that asks too often, is answered here and goes no further. */
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Whose it is, on a route with this gate. */
  callerOf(request: FastifyRequest): Caller;
  /** What its caller has left, on a route with this gate: for work that costs more than a request. */
  readonly rates: RequestRates;
}

/** Keys and tokens that are remembered as good. */
const remembered = 10_000;

export function callerGate({ callers, rates: points, addressName }: Pick<Plant, 'callers' | 'rates' | 'addressName'>): CallerGate {
  const rates = requestRates({ rates: points, addressName });
  const known = new WeakMap<FastifyRequest, Caller>();
  /** What was good before is looked at whatever others at its address guess: they would shut its client out. By salted hashes. */
  const good = new LRUCache<string, true>({ max: remembered });
  const salt = randomBytes(32).toString('hex');
  return {
    rates,
    async onRequest(request, reply) {
      const { authorization } = request.headers;
      const showsKey = authorization !== undefined;
      const shown = showsKey ? hash('sha256', salt + authorization, 'base64') : '';
      if (showsKey && !good.has(shown) && (await rates.refusesKey(request, reply))) return reply;
      try {
        // Of several such headers Node keeps the first and a proxy may have judged another.
        if (showsKey && (request.raw.headersDistinct['authorization']?.length ?? 0) > 1) throw new Unauthenticated();
        const caller = await callers.callerOf(request.headers);
        known.set(request, caller);
        if (showsKey) good.set(shown, true);
        return (await rates.refusesCaller(request, reply, caller)) ? reply : undefined;
      } catch (error) {
        if (error instanceof Unauthenticated) {
          good.delete(shown);
          await rates.keyFailed(request);
        }
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
function refuseCaller(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Unauthenticated) return refuse(reply.header('www-authenticate', 'Bearer'), 401, error.message, error.code);
  if (error instanceof IssuerUnavailable) return refuse(reply.header('retry-after', String(error.retryAfterSeconds)), 503, error.message, error.code, { retryAfterSeconds: error.retryAfterSeconds });
  throw error;
}
