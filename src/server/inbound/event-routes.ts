import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { profileOf } from '../../datasources/connect.ts';
import { sourceNames } from '../../domain/source-name.ts';
import type { Claim, SignedCall } from '../../domain/upstream-event.ts';
import { isTold, type Received, receiveEvents, type Reception, tellingAccounts, type TellingSource } from '../../webhooks/receive-events.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';
import { type ProofWatch, watchProofs } from './proof-watch.ts';
import { refuse } from '../refusals.ts';

/** Largest call, bytes: an event says little more than which object it is about. */
const maxBytes = 64 * 1024;
/** When a sender is to try again while the store does not answer, seconds. */
const retrySeconds = 60;

const tooMany = 'There were too many calls from this address that proved nothing: wait for as many seconds as Retry-After says.';

interface Telling extends TellingSource {
  readonly watch: ProofWatch;
}

export interface EventRoutes extends Pick<Plant, 'callers' | 'store' | 'now' | 'log' | 'rates' | 'addressName'> {
  /** How the world reaches the gateway; null where it does not say. */
  readonly publicUrl: string | null;
  readonly wake: Reception['wake'];
}

/**
 * `POST /webhooks/<source>/events`, where upstreams tell of changes, and `/webhooks/<source>/ping`, where they ask whether anybody listens: it
 * answers 200 to anyone and does nothing.
 */
export function registerEvents(app: FastifyInstance, routes: EventRoutes): void {
  void app.register(async (scope) => {
    // Signatures cover the body as it came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const source of sourceNames) {
      const { events } = profileOf(source);
      if (events === undefined) continue;
      const path = `/webhooks/${source.toLowerCase()}`;
      const telling = { source, form: events, watch: watchProofs({ ...routes, what: { source, part: 'events' } }) };
      // Before its body is read: nothing of it is wanted.
      scope.route({ url: `${path}/ping`, method: ['GET', 'HEAD', 'POST'], onRequest: async (_request, reply) => reply.code(200).send(), handler: async (_request, reply) => reply.code(200).send() });
      scope.route({
        url: `${path}/events`,
        method: 'POST',
        bodyLimit: maxBytes,
        // What is not signed, or has expired, is refused before its body is read.
        onRequest: (request, reply) => refuseUnsigned(request, reply, telling, routes),
        handler: (request, reply) => answer(request, reply, telling, routes),
      });
    }
  });
}

async function refuseUnsigned(request: FastifyRequest, reply: FastifyReply, telling: Telling, { callers, now }: EventRoutes): Promise<FastifyReply | undefined> {
  const { source, form, watch } = telling;
  if (!isTold(callers, source)) return refuse(reply.header('retry-after', String(retrySeconds)), 503, `The gateway has no credentials for ${source}, so that it cannot know its calls.`, 'SOURCE_NOT_CONFIGURED');
  const claim = form.claimOf(callOf(request, null), now());
  const wait = await watch.waitSeconds(request, proofOf(request, claim, watch));
  if (wait !== null) return refuse(reply.header('retry-after', String(wait)), 429, tooMany, 'RATE_LIMITED', { retryAfterSeconds: wait });
  if (claim.kind === 'refused') return unauthentic(request, reply, telling, claim.why);
  if (tellingAccounts(callers, source, claim.account).length === 0) return unauthentic(request, reply, telling, 'The signature is not that of this call.');
  return undefined;
}

async function answer(request: FastifyRequest, reply: FastifyReply, telling: Telling, routes: EventRoutes): Promise<FastifyReply> {
  const { source, form, watch } = telling;
  const call = callOf(request, routes.publicUrl);
  const claim = form.claimOf(call, routes.now());
  let received: Received;
  try {
    received = await receiveEvents(telling, call, routes);
  } catch (error) {
    logUnexpected(routes.log, error, { part: 'webhook events', source });
    return refuse(reply.header('retry-after', String(retrySeconds)), 503, 'The events could not be stored: send them again.', 'INTERNAL_SERVER_ERROR');
  }
  if (received.kind !== 'refused') watch.held(proofOf(request, claim, watch));
  switch (received.kind) {
    case 'taken':
      return reply.code(200).send({ received: received.events });
    case 'replayed':
      return refuse(reply, 409, 'This call was received before. It is not taken again.');
    case 'malformed':
      routes.log.warn({ source, field: received.field }, 'a signed event could not be read');
      return refuse(reply, 400, `"${received.field}" ${received.problem}`);
    case 'refused':
      return unauthentic(request, reply, telling, received.why);
  }
}

/** Proofs of an address, by the account that it signs for. */
function proofOf(request: FastifyRequest, claim: Claim, watch: ProofWatch): string {
  return `${claim.kind === 'claim' ? claim.account : ''}\n${watch.addressOf(request)}`;
}

async function unauthentic(request: FastifyRequest, reply: FastifyReply, { watch }: Telling, why: string): Promise<FastifyReply> {
  await watch.failed(request);
  return refuse(reply, 401, why, 'UNAUTHENTICATED');
}

/** The call as its sender signed it; behind a proxy its path may have been longer. */
function callOf({ raw, headers, body }: FastifyRequest, publicUrl: string | null): SignedCall {
  const target = raw.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const before = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  return { paths: before === '' ? [path] : [path, before + path], rawQuery: mark < 0 ? '' : target.slice(mark + 1), headers, body: body instanceof Uint8Array ? body : new Uint8Array() };
}
