import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openEngine } from './authorisation/index.ts';
import type { Config } from './config.ts';
import { startApollo } from './server/apollo.ts';
import { registerDashboard } from './server/dashboard.ts';
import { endConnectionsWhenDraining } from './server/draining.ts';
import { createExplorer } from './server/explorer.ts';
import { registerExplorer } from './server/explorer-route.ts';
import { openFrontDoor } from './server/front-door.ts';
import { registerGraphql } from './server/graphql-route.ts';
import { registerHealth } from './server/health.ts';
import { registerOwnHost } from './server/own-host.ts';
import { openPlant } from './server/plant.ts';
import { startPurge } from './server/purge.ts';
import { refuseMalformed, registerRefusals } from './server/refusals.ts';
import { rateHeaders, registerAddressRates } from './server/request-rates.ts';
import { executableSchema } from './server/schema.ts';

/** Largest GraphQL request, bytes. */
const maxBodyBytes = 1024 * 1024;

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
  const plant = await openPlant(config, { now, log });
  const { store, redis } = plant;

  const app = Fastify({ bodyLimit: maxBodyBytes, requestTimeout: 30_000, logger: false, forceCloseConnections: 'idle', frameworkErrors: refuseMalformed, trustProxy: config.limits.trustProxy.length === 0 ? false : [...config.limits.trustProxy] });
  const engine = openEngine(executableSchema());
  const front = await openFrontDoor(plant, engine);
  const apollo = await startApollo(app, plant, engine, [front.plugin]);
  registerRefusals(app, log);
  registerOwnHost(app, config);
  registerAddressRates(app, front.rates);
  await app.register(cors, { origin: config.corsOrigins.length === 0 ? false : [...config.corsOrigins], exposedHeaders: [...rateHeaders] });
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
  endConnectionsWhenDraining(app);
  registerHealth(app, store);
  registerExplorer(app, createExplorer());
  registerDashboard(app);
  registerGraphql(app, apollo, plant, front);

  const purge = startPurge(store, { days: config.idempotencyDays, unsettledDays: config.unsettledDays, candidateReadsDays: config.authorisation.candidateReadsDays, now, warn: (error) => log.warn({ error: error.name }, 'old outcomes could not be purged') });
  const url = await listen(app, config);
  log.info({ url, sources: [...plant.callers.gateway.upstreams.keys()], redis: redis !== undefined }, 'listening');
  return {
    url,
    async close() {
      await apollo.stop();
      front.trusted.close();
      purge.stop();
      await plant.close();
      log.info('stopped');
    },
  };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  const address = await app.listen({ host, port });
  return address.replace(/\/$/, '');
}
