import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../context.ts';
import type { Payer, Rate } from '../../limits/rate/rates.ts';
import { comesFirst } from '../comes-first.ts';
import type { Plant } from '../plant.ts';
import { refuse } from '../refusals.ts';
import { endUnreadBody } from '../unread-body.ts';

/** Headers that a page of another origin may read as well. */
export const rateHeaders = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'RateLimit-Policy', 'RateLimit', 'Retry-After'] as const;

const tooMany = 'There were too many requests for now: wait for as many seconds as Retry-After says.';
const tooManyKeys = 'There were too many keys from this address that were none: wait for as many seconds as Retry-After says.';

/** Spends what requests are limited by, and says so in the headers of their answers. */
export interface RequestRates {
  /** A name for who pays for a request: its client, or its address. */
  whose(request: FastifyRequest, caller: Caller): string;
  /** Of an address, before anything of a request is read. True where there is nothing left, and the request was answered with that. */
  refusesAddress(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  /** Of a caller, likewise. */
  refusesCaller(request: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<boolean>;
  /** Before a key is looked at: true where too many of this address were none. */
  refusesKey(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  keyFailed(request: FastifyRequest): Promise<void>;
  /** Cost points of a caller, as of an operation or an export. Null where it has enough, else how long it is to wait. */
  cost(request: FastifyRequest, reply: FastifyReply, caller: Caller, points: number): Promise<Rate | null>;
  /** For what was refused: it took its time too. */
  chargeCost(request: FastifyRequest, caller: Caller, points: number): Promise<void>;
}

export function requestRates({ rates, addressName }: Pick<Plant, 'rates' | 'addressName'>): RequestRates {
  /** By connection: behind a proxy one may carry requests of several addresses. A name takes longer to make than all else here, and each request needs it often. */
  const named = new WeakMap<Socket, { readonly address: string; readonly name: string }>();
  function addressOf({ ip, socket }: FastifyRequest): string {
    const known = named.get(socket);
    if (known !== undefined && known.address === ip) return known.name;
    const name = addressName(ip);
    named.set(socket, { address: ip, name });
    return name;
  }
  function payerOf(request: FastifyRequest, { viewer }: Caller): Payer {
    return viewer.authenticated ? { kind: 'client', key: viewer.id } : { kind: 'anonymous', key: addressOf(request) };
  }
  return {
    whose(request, caller) {
      const { kind, key } = payerOf(request, caller);
      return `${kind} ${key}`;
    },
    async refusesAddress(request, reply) {
      const rate = await rates.fromAddress(addressOf(request));
      return rate !== null && !rate.allowed && refuseTooMany(reply, rate, tooMany);
    },
    async refusesCaller(request, reply, caller) {
      const payer = payerOf(request, caller);
      // Who has no point left for any operation is told so before the request is read.
      const [rate, cost] = await Promise.all([rates.request(payer), rates.cost(payer, 0)]);
      if (rate?.allowed === true) tell(reply, rate);
      const short = [rate, cost].find((one) => one?.allowed === false);
      return short !== undefined && short !== null && refuseTooMany(reply, short, tooMany);
    },
    async refusesKey(request, reply) {
      const rate = await rates.mayTryKey(addressOf(request));
      return rate !== null && !rate.allowed && refuseTooMany(reply, rate, tooManyKeys);
    },
    keyFailed: (request) => rates.keyFailed(addressOf(request)),
    async cost(request, reply, caller, points) {
      const rate = await rates.cost(payerOf(request, caller), points);
      if (rate === null) return null;
      tell(reply, rate);
      if (rate.allowed) return null;
      if (!reply.raw.headersSent) void reply.header('retry-after', String(rate.retryAfterSeconds));
      return rate;
    },
    chargeCost: (request, caller, points) => rates.chargeCost(payerOf(request, caller), points),
  };
}

/** The limit of addresses, for everything but what comes first. */
export function registerAddressRates(app: FastifyInstance, rates: RequestRates): void {
  app.addHook('onRequest', async (request, reply) => {
    const isLimited = !comesFirst(request.url) && (await rates.refusesAddress(request, reply));
    return isLimited ? reply : undefined;
  });
}

/**
 * `RateLimit-Limit`, `-Remaining` and `-Reset` tell of requests, or of the limit that refused; `RateLimit-Policy` and `RateLimit` of both
 * (draft-ietf-httpapi-ratelimit-headers).
 */
function tell(reply: FastifyReply, { name, size: { points, windowSeconds }, remaining, resetSeconds, allowed }: Rate): FastifyReply {
  // Once an answer is on its way, as on a stream, it is too late to say.
  if (reply.raw.headersSent) return reply;
  if (name === 'requests' || !allowed) {
    void reply.headers({ 'ratelimit-limit': String(points), 'ratelimit-remaining': String(remaining), 'ratelimit-reset': String(resetSeconds) });
  }
  void reply.header('ratelimit-policy', joined(reply.getHeader('ratelimit-policy'), `"${name}";q=${points};w=${windowSeconds}`));
  return reply.header('ratelimit', joined(reply.getHeader('ratelimit'), `"${name}";r=${remaining};t=${resetSeconds}`));
}

function joined(known: unknown, more: string): string {
  return typeof known === 'string' ? `${known}, ${more}` : more;
}

/** Not the reply itself: it is a promise of its own end, so that who waits for it would be told nothing. */
function refuseTooMany(reply: FastifyReply, rate: Rate, message: string): true {
  const { retryAfterSeconds } = rate;
  endUnreadBody(reply);
  void refuse(tell(reply, rate).header('retry-after', String(retryAfterSeconds)), 429, message, 'RATE_LIMITED', { retryAfterSeconds });
  return true;
}
