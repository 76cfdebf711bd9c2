import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import type { Plant } from '../plant.ts';
import { listenForMetrics, type MetricsListener } from './listen.ts';
import type { Metrics } from './registry.ts';
import { countOperation, operationsPlugin, watchRequests } from './watch-requests.ts';
import { watchQueues } from './watch-queues.ts';
import { watchUpstreams } from './watch-upstreams.ts';

/** By what an answer to a known query came: it was executed for whoever asked, or together with another's, or it was not executed. */
export type Way = 'executed' | 'joined' | 'refused';

/** What measures a gateway, where METRICS_PORT says where it is to be told. */
export interface Measuring {
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Counts a query whose document was known, by the code of its first error, and by what its answer came. */
  readonly answered: (code: string | null, way: Way) => void;
  /** Counts a request that was refused because the process has too much to do. */
  readonly shed: () => void;
  listen(): Promise<MetricsListener | null>;
}

/** Nothing is measured where nobody can ask for it: then there are no metrics. */
export function measure(app: FastifyInstance, { config, callers, store }: Pick<Plant, 'config' | 'callers' | 'store'>, metrics: Metrics | null): Measuring {
  const address = config.limits.metrics;
  if (address === null || metrics === null) return { plugins: [], answered: () => {}, shed: () => {}, listen: async () => null };
  watchRequests(app, metrics);
  watchQueues(metrics, store);
  return {
    plugins: [operationsPlugin(metrics)],
    answered(code, way) {
      countOperation(metrics, 'query', code);
      metrics.knownQueries.inc({ way });
    },
    shed: () => metrics.shedRequests.inc(),
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
