import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Engine } from '../../authorisation/index.ts';
import type { Context } from '../../context.ts';
import { engineGateway } from './engine-gateway.ts';
import { errorFormatter } from './errors.ts';
import type { Plant } from '../plant.ts';

/** Errors of validation that are told: of a hostile document there may be one for every word. */
const maxErrors = 20;

/** GraphQL over HTTP in front of the engine; it takes operations until it is stopped. */
export async function startApollo(app: FastifyInstance, { config, log }: Plant, engine: Engine, plugins: readonly ApolloServerPlugin<Context>[]): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: engineGateway(engine),
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: config.limits.maxTokens },
    validationOptions: { maxErrors },
    hideSchemaDetailsFromClientErrors: !config.introspection,
    // Where only trusted documents run, nobody may register another.
    ...(config.limits.trustedDocuments === 'only' && { persistedQueries: false as const }),
    formatError: errorFormatter(log, { namesNames: config.introspection }),
    logger: log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ...plugins,
    ],
  });
  await apollo.start();
  return apollo;
}
