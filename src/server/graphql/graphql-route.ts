import { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context.ts';
import { callerGate } from '../caller-of.ts';
import type { FrontDoor } from '../front-door.ts';
import { tellCacheableByAddress, tellCacheable } from './caching/tell-cacheable.ts';
import type { Known } from './known/index.ts';
import { askedOf, graphqlRequestOf } from './graphql-http.ts';
import { createTurns } from '../../limits/turns.ts';
import { LimitRefusal, refusedCost } from '../limits/limit-refusal.ts';
import type { Plant } from '../plant.ts';
import { refuse } from '../refusals.ts';
import type { Resolved, TrustedDocuments } from '../limits/trusted-documents.ts';

/** Bodies below this are read in no time to speak of, bytes. */
const smallBody = 8 * 1024;

/** Longest purpose that is kept in the audit, characters. */
const maxPurposeLength = 200;

/** `GET` and `POST /graphql`: one operation for whoever the request is of, by the lane of what is known or else by Apollo. */
export function registerGraphql(app: FastifyInstance, apollo: ApolloServer<Context>, plant: Plant, { trusted, limits, arrivals }: FrontDoor, { lane, types }: Known): void {
  const gate = callerGate(plant);
  const turns = createTurns();

  function contextOf(request: FastifyRequest, reply: FastifyReply, { query, trusted: isTrusted }: Resolved, paid: boolean): Context {
    const caller = gate.callerOf(request);
    if (query !== undefined && !isTrusted) limits.checkText(query);
    const context = plant.contexts.forReply(caller, reply, purposeOf(request.headers['x-purpose']));
    arrivals.set(context.sources, { request, reply, caller, trusted: isTrusted, paid, reportsCost: request.headers['x-cost'] === 'report' });
    return context;
  }

  /** What is new, or large, may hold the process for milliseconds: nobody does so many times in a row. */
  function takesTime({ headers }: FastifyRequest, { query, trusted: isTrusted }: Resolved): boolean {
    const isNew = !isTrusted && query !== undefined && !limits.isKnown(query);
    return isNew || Number(headers['content-length'] ?? smallBody) >= smallBody;
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const resolved = resolve(trusted, request);
    if (resolved instanceof LimitRefusal) return refuseAs(reply, resolved);
    const document = resolved.trusted && resolved.query !== undefined ? resolved.query : null;
    if (takesTime(request, resolved)) await turns.take(gate.rates.whose(request, gate.callerOf(request)));
    const passage = await lane.take(request, reply, { resolved, caller: gate.callerOf(request), purpose: purposeOf(request.headers['x-purpose']) });
    if (passage.kind === 'answered') return passage.reply;
    const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: graphqlRequestOf(request, document),
      context: async () => contextOf(request, reply, resolved, passage.paid),
    });
    for (const [name, value] of headers) void reply.header(name, value);
    // What came to nothing was read all the same. What its caller has no points for was charged when they were spent.
    if (status !== undefined && status >= 400 && status < 500 && status !== 429) await gate.rates.chargeCost(request, gate.callerOf(request), refusedCost);
    void reply.code(status ?? 200);
    const contentType = headers.get('content-type');
    if (status === undefined && contentType !== undefined) types.note(request.headers.accept, contentType);
    if (body.kind !== 'complete') return reply.send(Readable.from(body.asyncIterator));
    const cacheControl = headers.get('cache-control');
    if (status === undefined && cacheControl !== undefined) {
      if (request.method !== 'GET') tellCacheable(reply, cacheControl);
      else if (tellCacheableByAddress(reply, cacheControl, body.string)) return reply.code(304).send();
    }
    return reply.send(body.string);
  }

  app.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], onRequest: gate.onRequest, handler: answer });
}

function resolve(trusted: TrustedDocuments, request: FastifyRequest): Resolved | LimitRefusal {
  try {
    return trusted.resolve(askedOf(request));
  } catch (error) {
    if (error instanceof LimitRefusal) return error;
    throw error;
  }
}

function refuseAs(reply: FastifyReply, { status, code, message, details }: LimitRefusal): FastifyReply {
  return refuse(reply, status, message, code, details);
}

function purposeOf(stated: string | readonly string[] | undefined): string | null {
  return typeof stated === 'string' && stated.trim() !== '' ? stated.trim().slice(0, maxPurposeLength) : null;
}
