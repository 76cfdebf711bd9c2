import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import cors from '@fastify/cors';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type Config, ConfigError } from './config.ts';
import type { Context } from './context.ts';
import { connectUpstreams } from './datasources/connect.ts';
import { createLimiters } from './datasources/shared/limiters.ts';
import { createCache } from './http/cache.ts';
import { connectRedis, type RedisConnection } from './http/redis.ts';
import { redisStore } from './http/redis-store.ts';
import { memoryStore } from './http/shared.ts';
import { OperationRunner } from './posting/runner.ts';
import { contextMaker } from './server/context-maker.ts';
import { createCursorSeal } from './server/cursor-seal.ts';
import { cursorSecretOf } from './server/cursor-secret.ts';
import { endConnectionsWhenDraining } from './server/draining.ts';
import { errorFormatter, logUnexpected } from './server/errors.ts';
import { createExplorer } from './server/explorer.ts';
import { registerExplorer } from './server/explorer-route.ts';
import { registerHealth } from './server/health.ts';
import { registerOwnHost } from './server/own-host.ts';
import { reachableUrl } from './server/public-url.ts';
import { startPurge } from './server/purge.ts';
import { refuseMalformed, registerRefusals } from './server/refusals.ts';
import { redisWatch } from './server/redis-watch.ts';
import { executableSchema } from './server/schema.ts';
import { openStore, type Store } from './store/index.ts';

/** Largest GraphQL request, bytes. */
const maxBodyBytes = 1024 * 1024;
/** Longest document, tokens: what the explorer's introspection needs is a tenth of it. */
const maxTokens = 10_000;

/** A gateway that listens. */
export interface RunningServer {
  /** Where it is reached, without a closing slash. */
  readonly url: string;
  /** Takes no new requests, answers those under way, then lets go of the upstreams, of Redis and of the store. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly now?: () => number;
  /** Where the log goes, JSON lines; standard output by default. */
  readonly logTo?: { write(line: string): void };
}

/** Wires the parts together and listens. Nothing is asked of an upstream before the first operation. */
export async function startServer(config: Config, { now = Date.now, logTo }: ServerOptions = {}): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, base: null }, logTo ?? pino.destination(1));
  const store = await storeOf(config, now);
  const runner = new OperationRunner(store);
  const redis = await redisOf(config, redisWatch(log, now));
  const connected = connectUpstreams(config.upstreams, {
    cache: createCache({ shared: redis, maxEntries: config.cacheMaxEntries, maxBytes: config.cacheMaxBytes, now }),
    shared: redis === undefined ? memoryStore(now) : redisStore(redis),
    limiters: createLimiters(redis),
    now,
    warn: (message) => log.warn(message),
  });

  const app = Fastify({ bodyLimit: maxBodyBytes, requestTimeout: 30_000, logger: false, forceCloseConnections: 'idle', frameworkErrors: refuseMalformed });
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

  registerRefusals(app, log);
  registerOwnHost(app, config);
  await app.register(cors, { origin: config.corsOrigins.length === 0 ? false : [...config.corsOrigins] });
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
  endConnectionsWhenDraining(app);
  registerHealth(app, store);
  registerExplorer(app, createExplorer());
  const limits = { scanPages: config.scanPages, facetRows: config.facetRows };
  const context = contextMaker({
    config,
    connected,
    writing: { store, runner, notLogged: (error) => logUnexpected(log, error, { part: 'mutation log' }) },
    publicUrl: reachableUrl(config.publicUrl),
    cursors: createCursorSeal(cursorSecretOf(config)),
    limits,
    now,
    unexpected: (error, source) => logUnexpected(log, error, { source }),
  });
  app.route({ url: '/graphql', method: ['GET', 'POST', 'OPTIONS'], handler: fastifyApolloHandler(apollo, { context }) });

  const purge = startPurge(store, { days: config.idempotencyDays, unsettledDays: config.unsettledDays, now, warn: (error) => log.warn({ error: error.name }, 'old outcomes could not be purged') });
  const url = await listen(app, config);
  log.info({ url, sources: [...connected.keys()], redis: redis !== undefined }, 'listening');
  return {
    url,
    async close() {
      await apollo.stop();
      // Mutations whose callers left are seen through before what they need is let go.
      await runner.drain();
      purge.stop();
      await Promise.all([...connected.values()].map((upstream) => upstream.close()));
      await redis?.close();
      await store.close();
      log.info('stopped');
    },
  };
}

/** @throws ConfigError where the store cannot be opened */
async function storeOf({ databaseUrl, dataDir }: Config, now: () => number): Promise<Store> {
  try {
    return await openStore({ databaseUrl, dataDir, now });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(databaseUrl === null ? `DATA_DIR: nothing can be kept in ${dataDir}: ${why}` : `DATABASE_URL: the database cannot be used: ${why}`, { cause: error });
  }
}

async function redisOf({ redisUrl }: Config, onError: (error: Error) => void): Promise<RedisConnection | undefined> {
  return redisUrl === null ? undefined : connectRedis({ url: redisUrl, onError });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  const address = await app.listen({ host, port });
  return address.replace(/\/$/, '');
}
