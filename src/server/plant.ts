import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Callers } from '../callers/index.ts';
import { type Config, ConfigError } from '../config.ts';
import type { Happenings } from '../context.ts';
import { connectUpstreams } from '../datasources/connect.ts';
import { createLimiters } from '../datasources/shared/limiters.ts';
import type { Services } from '../datasources/shared/upstream.ts';
import { happeningsBetween, happeningsHere } from '../events/happenings.ts';
import { createHub, type Hub } from '../events/hub.ts';
import { type CacheOptions, createCache } from '../http/cache.ts';
import { connectRedis, type RedisConnection } from '../http/redis.ts';
import { redisStore } from '../http/redis-store.ts';
import { memoryStore } from '../http/shared.ts';
import { addressNames } from '../limits/rate/address.ts';
import { createRates, type Rates } from '../limits/rate/rates.ts';
import { OperationRunner } from '../posting/runner.ts';
import { openStore, type Store } from '../store/index.ts';
import { type ResumeFiles, resumeFilesIn } from '../store/resume-files.ts';
import { type Contexts, contextMaker } from './context-maker.ts';
import { type Changes, changesBeside, noting } from './changes.ts';
import { createCursorSeals } from './cursor-seal.ts';
import { cursorSecretOf } from './cursor-secret.ts';
import { logUnexpected } from './graphql/errors.ts';
import { callersOf } from './open-callers.ts';
import { type OwnAddress, ownAddress } from './own-address.ts';
import { reachableUrl } from './public-url.ts';
import { redisWatch } from './redis-watch.ts';
import { visitorHash } from './visitor-hash.ts';

/** Everything that works behind the gateway's addresses: what a server listens in front of, and what a command of the CLI works with. */
export interface Plant {
  readonly config: Config;
  readonly log: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly store: Store;
  /** Absent where each process is by itself. */
  readonly redis: RedisConnection | undefined;
  readonly callers: Callers;
  readonly contexts: Contexts;
  readonly happenings: Happenings;
  readonly changes: Changes;
  /** Who listens in this process. */
  readonly hub: Hub;
  /** CVs, beside the store that knows of them. */
  readonly resumeFiles: ResumeFiles;
  readonly address: OwnAddress;
  /** What callers and addresses have left to spend. */
  readonly rates: Rates;
  /** An address as it may be kept: equal for equal networks, and nothing can be read from it. */
  readonly addressName: (address: string) => string;
  /** Sees what is under way through, then lets go of the upstreams, of Redis and of the store. */
  close(): Promise<void>;
}

/** What is told of the parts at work, where anybody measures them. */
export interface Watch {
  readonly cacheRead?: CacheOptions['onRead'];
  readonly waited?: Services['waited'];
}

/**
 * Opens the parts. Nothing is asked of an upstream.
 * @throws ConfigError where the store cannot be opened, or CLIENTS_FILE not be read
 */
export async function openPlant(config: Config, { now, log, watch = {} }: Pick<Plant, 'now' | 'log'> & { readonly watch?: Watch }): Promise<Plant> {
  const store = await storeOf(config, now);
  const redis = await redisOf(config, redisWatch(log, now));
  const runner = new OperationRunner(store);
  const cache = createCache({ shared: redis, maxEntries: config.cacheMaxEntries, maxBytes: config.cacheMaxBytes, onRead: watch.cacheRead, now });
  const changes = changesBeside(() => cache.generation);
  const hub = noting(createHub(), changes);
  const happenings = redis === undefined ? happeningsHere(hub) : happeningsBetween(hub, redis);
  const services: Services = {
    cache,
    shared: redis === undefined ? memoryStore(now) : redisStore(redis),
    limiters: createLimiters(redis),
    crowd: config.endurance.calls,
    waited: watch.waited,
    now,
    warn: (message) => log.warn(message),
  };
  const upstreams = connectUpstreams(config.upstreams, services);
  const callers = await callersOf(config, { upstreams, services, log });
  const secret = cursorSecretOf(config);
  const address = ownAddress(config);
  const resumeFiles = resumeFilesIn(config.inbound.resumeDir ?? join(config.dataDir, 'resumes'));
  const contexts = contextMaker({
    config,
    callers,
    store,
    happenings,
    writing: { runner, notLogged: (error) => logUnexpected(log, error, { part: 'mutation log' }) },
    publicUrl: reachableUrl(config.publicUrl),
    ownUrl: (path) => address.urlOf(path),
    cursorsOf: createCursorSeals(secret),
    visitorOf: visitorHash(secret),
    limits: { scanPages: config.scanPages, facetRows: config.facetRows },
    now,
    unexpected: (error, source) => logUnexpected(log, error, { source }),
  });
  return {
    config,
    log,
    now,
    store,
    redis,
    callers,
    contexts,
    happenings,
    changes,
    hub,
    resumeFiles,
    address,
    rates: createRates({ limits: config.limits.rates, shared: redis, now }),
    addressName: addressNames(secret),
    async close() {
      // Mutations whose callers left are seen through before what they need is let go.
      await runner.drain();
      await callers.close();
      await Promise.all([...upstreams.values()].map((upstream) => upstream.close()));
      await redis?.close();
      await store.close();
    },
  };
}

/** @throws ConfigError where it cannot be opened */
export async function storeOf({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, now: () => number): Promise<Store> {
  try {
    return await openStore({ databaseUrl, dataDir, now });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(databaseUrl === null ? `DATA_DIR: nothing can be kept in ${dataDir}: ${why}` : `DATABASE_URL: the database cannot be used: ${why}`, { cause: error });
  }
}

async function redisOf({ redisUrl, redisPrefix }: Config, onError: (error: Error) => void): Promise<RedisConnection | undefined> {
  return redisUrl === null ? undefined : connectRedis({ url: redisUrl, prefix: redisPrefix, onError });
}
