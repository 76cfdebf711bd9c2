import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import type { Plant } from '../plant.ts';
import { listenForMetrics, type MetricsListener } from './listen.ts';
import { createMetrics } from './registry.ts';
import { operationsPlugin, watchRequests } from './watch-requests.ts';
import { watchQueues } from './watch-queues.ts';
import { watchUpstreams } from './watch-upstreams.ts';

/** What measures a gateway, where METRICS_PORT says where it is to be told. */
export interface Measuring {
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  listen(): Promise<MetricsListener | null>;
}

/** Nothing is measured where nobody can ask for it. */
export function measure(app: FastifyInstance, { config, callers, store }: Pick<Plant, 'config' | 'callers' | 'store'>): Measuring {
  const address = config.limits.metrics;
  if (address === null) return { plugins: [], listen: async () => null };
  const metrics = createMetrics();
  watchRequests(app, metrics);
  watchQueues(metrics, store);
  return {
    plugins: [operationsPlugin(metrics)],
    async listen() {
      const stop = watchUpstreams(metrics, config, callers.gateway.upstreams);
      const listener = await listenForMetrics(metrics, address);
      return {
        url: listener.url,
        async close() {
          stop();
          await listener.close();
        },
      };
    },
  };
}
