import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { callerGate } from './caller-of.ts';
import type { Plant } from './plant.ts';

/** Longest purpose that is kept in the audit, characters. */
const maxPurposeLength = 200;

/** `GET` and `POST /graphql`: one operation for whoever the request is of. */
export function registerGraphql(app: FastifyInstance, apollo: ApolloServer<Context>, { callers, contexts }: Pick<Plant, 'callers' | 'contexts'>): void {
  const gate = callerGate(callers);
  const handler = fastifyApolloHandler(apollo, {
    context: async (request, reply) => contexts.forReply(gate.callerOf(request), reply, purposeOf(request.headers['x-purpose'])),
  });
  app.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], onRequest: gate.onRequest, handler });
}

function purposeOf(stated: string | readonly string[] | undefined): string | null {
  return typeof stated === 'string' && stated.trim() !== '' ? stated.trim().slice(0, maxPurposeLength) : null;
}
