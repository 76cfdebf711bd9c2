import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Engine } from '../authorisation/index.ts';
import type { Context } from '../context.ts';
import { engineGateway } from './engine-gateway.ts';
import { errorFormatter } from './errors.ts';
import type { Plant } from './plant.ts';

/** Longest document, tokens: what the explorer's introspection needs is a tenth of it. */
const maxTokens = 10_000;

/** GraphQL over HTTP in front of the engine; it takes operations until it is stopped. */
export async function startApollo(app: FastifyInstance, { config, log }: Plant, engine: Engine): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: engineGateway(engine),
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    parseOptions: { maxTokens },
    formatError: errorFormatter(log),
    logger: log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}
