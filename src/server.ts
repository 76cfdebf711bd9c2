import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openEngine } from './authorisation/index.ts';
import type { Config } from './config.ts';
import { type ExecutorOf, executorOf as executorOfConfig } from './execution/index.ts';
import { startApollo } from './server/graphql/apollo.ts';
import { openCaching } from './server/graphql/caching/index.ts';
import { registerDashboard } from './server/dashboard.ts';
import { endConnectionsWhenDraining } from './server/draining.ts';
import { startChangePoller } from './server/inbound/change-poller.ts';
import { registerEvents } from './server/inbound/event-routes.ts';
import { startEventWorker } from './server/inbound/event-worker.ts';
import { registerApplicationRoutes } from './server/inbound/application-routes.ts';
import { createExplorer } from './server/graphql/explorer.ts';
import { registerExplorer } from './server/graphql/explorer-route.ts';
import { registerExports } from './server/exports/route.ts';
import { startForwarding } from './server/inbound/forwarding.ts';
import { openFrontDoor } from './server/front-door.ts';
import { openKnown } from './server/graphql/known/index.ts';
import { registerGraphql } from './server/graphql/graphql-route.ts';
import { startApplicationPurge } from './server/inbound/forget-applications.ts';
import { registerHealth } from './server/health.ts';
import { type HttpDeadlines, httpOptions, usualDeadlines } from './server/http-options.ts';
import { registerJsonBodies } from './server/limits/json-bodies.ts';
import { registerLoadShedding } from './server/load-shedding.ts';
import { type LoopDelay, unwatchedLoop, watchLoopDelay } from './server/loop-delay.ts';
import { measure } from './server/metrics/index.ts';
import { createMetrics } from './server/metrics/registry.ts';
import { watchPlant } from './server/metrics/watch-plant.ts';
import { registerOwnHost } from './server/own-host.ts';
import { openPlant } from './server/plant.ts';
import { startPurge } from './server/purge.ts';
import { endRefusedUpgrades } from './server/streams/refused-upgrades.ts';
import { registerStreams } from './server/streams/routes.ts';
import { subscriptionsElsewhere } from './server/graphql/subscriptions-elsewhere.ts';
import { registerRefusals } from './server/refusals.ts';
import { registerRequestDeadline } from './server/request-deadline.ts';
import { rateHeaders, registerAddressRates } from './server/limits/request-rates.ts';
import { registerSecurityHeaders } from './server/security-headers.ts';
import { executableSchema } from './server/graphql/schema.ts';

/** A gateway that listens. */
export interface RunningServer {
  /** Where it is reached, without a closing slash. */
  readonly url: string;
  /** Where Prometheus asks for metrics; null where it cannot. */
  readonly metricsUrl: string | null;
  /** Reads again who the callers are. */
  reloadClients(): Promise<void>;
  /** Takes no new requests, answers those under way, then lets go of the upstreams, of Redis and of the store. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly now?: () => number;
  /** Where the log goes, JSON lines; standard output by default. */
  readonly logTo?: { write(line: string): void };
  readonly deadlines?: HttpDeadlines;
  /** How long a subscriber may take nothing of what it is sent, milliseconds. */
  readonly stallMs?: number;
  /** What executes operations; what the configuration says by default. */
  readonly executorOf?: ExecutorOf;
  /** How late the event loop is; as it is measured by default. */
  readonly loopDelay?: LoopDelay;
}

/** Wires the parts together and listens. Nothing is asked of an upstream before the first operation. */
export async function startServer(config: Config, { now = Date.now, logTo, deadlines = usualDeadlines, stallMs = 30_000, executorOf = executorOfConfig(config.execution), loopDelay }: ServerOptions = {}): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, base: null }, logTo ?? pino.destination(1));
  const metrics = config.limits.metrics === null ? null : createMetrics();
  const plant = await openPlant(config, { now, log, ...(metrics !== null && { watch: watchPlant(metrics) }) });
  const { store, redis } = plant;

  const app = Fastify(httpOptions(deadlines, config.limits.trustProxy));
  app.server.maxConnections = config.limits.maxConnections;
  endRefusedUpgrades(app);
  const engine = openEngine(executableSchema(), undefined, executorOf);
  const front = await openFrontDoor(plant, engine);
  const measuring = measure(app, plant, metrics);
  const caching = openCaching(engine.schema, now);
  const known = openKnown({ plant, front, engine, measuring, caching });
  const apollo = await startApollo(app, plant, engine, [subscriptionsElsewhere, ...measuring.plugins, front.plugin, ...known.plugins, caching.plugin]);
  registerRefusals(app, log);
  registerJsonBodies(app);
  registerRequestDeadline(app, { requestMs: deadlines.requestMs, longestMs: config.inbound.turnMs + config.inbound.bodyMs });
  registerOwnHost(app, config);
  registerAddressRates(app, front.rates);
  await app.register(cors, { origin: config.corsOrigins.length === 0 ? false : [...config.corsOrigins], exposedHeaders: [...rateHeaders] });
  const { maxLoopDelayMs } = config.endurance;
  const loop = loopDelay ?? (maxLoopDelayMs === 0 ? unwatchedLoop : watchLoopDelay());
  registerLoadShedding(app, { delay: loop, boundMs: maxLoopDelayMs, onShed: measuring.shed });
  registerSecurityHeaders(app, config);
  endConnectionsWhenDraining(app);
  registerHealth(app, store);
  registerExplorer(app, createExplorer());
  registerDashboard(app);
  const worker = startEventWorker(plant);
  const poller = startChangePoller(plant);
  registerEvents(app, { ...plant, publicUrl: config.publicUrl, wake: () => worker.wake() });
  registerGraphql(app, apollo, plant, front, known);
  await registerStreams(app, plant, front, engine, stallMs);
  registerExports(app, plant);
  registerApplicationRoutes(app, plant);

  const purge = startPurge(store, { days: config.idempotencyDays, unsettledDays: config.unsettledDays, candidateReadsDays: config.authorisation.candidateReadsDays, ...config.keeping, eventDays: config.events.eventDays, now, warn: (error) => log.warn({ error: error.name }, 'old outcomes could not be purged') });
  const applicationPurge = startApplicationPurge(plant, config.inbound.retentionDays, {
    warn: (error) => log.warn({ error: error.name }, 'old applications could not be forgotten'),
    notRemoved: (error, sha256) => log.warn({ error: 'code' in error ? error.code : error.name, sha256 }, 'a CV could not be removed; it is tried again'),
  });
  const url = await listen(app, config);
  const metricsListener = await measuring.listen();
  plant.address.listensOn(url);
  const forwarding = startForwarding(plant);
  log.info({ url, sources: [...plant.callers.gateway.upstreams.keys()], redis: redis !== undefined && (redis.client.isReady || 'away'), ...(metricsListener !== null && { metrics: metricsListener.url }) }, 'listening');
  return {
    url,
    metricsUrl: metricsListener?.url ?? null,
    reloadClients: () => plant.callers.reload(),
    async close() {
      await apollo.stop();
      front.trusted.close();
      loop.stop();
      await metricsListener?.close();
      await worker.stop();
      await poller.stop();
      await forwarding.close();
      purge.stop();
      await applicationPurge.stop();
      await plant.close();
      log.info('stopped');
    },
  };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  const address = await app.listen({ host, port });
  return address.replace(/\/$/, '');
}
