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
import type { Context } from '../context.ts';
import { errorFormatter } from './errors.ts';
import type { Plant } from './plant.ts';
import { executableSchema } from './schema.ts';

/** Longest document, tokens: what the explorer's introspection needs is a tenth of it. */
const maxTokens = 10_000;

/** The GraphQL engine; it takes operations until it is stopped. */
export async function startApollo(app: FastifyInstance, { config, log }: Plant): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: executableSchema(),
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
