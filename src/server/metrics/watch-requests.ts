import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { errorCodes } from '../../domain/errors.ts';
import type { Metrics } from './registry.ts';

/** Counts what is answered, by the route as it is registered: an address that there is none of is nobody's label. */
export function watchRequests(app: FastifyInstance, { requests, requestSeconds }: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.inc({ route, method: request.method, status: reply.statusCode });
    requestSeconds.observe({ route }, reply.elapsedTime / 1000);
  });
}

const codes: ReadonlySet<string> = new Set(errorCodes);

/** Counts operations by their type and what came of them: the code of the first error, where there is one. */
export function countOperation({ operations }: Metrics, type: string, code: unknown): void {
  const outcome = code === undefined || code === null ? 'ok' : typeof code === 'string' && codes.has(code) ? code : 'other';
  operations.inc({ type, outcome });
}

/** Counts the operations that Apollo answers. */
export function operationsPlugin(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response }) {
          const code = response.body.kind === 'single' ? response.body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
          countOperation(metrics, operation?.operation ?? 'none', code);
        },
      };
    },
  };
}
