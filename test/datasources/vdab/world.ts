import assert from 'node:assert/strict';
import { RunningUpstream, type SandboxOptions } from '../../../sandbox/kit/upstream.ts';
import type { Exchange, LoggedRequest, Reply } from '../../../sandbox/kit/exchange.ts';
import type { MovableClock } from '../../../sandbox/kit/clock.ts';
import { createVdab, type Vdab, type VacancyRecord } from '../../../sandbox/vdab/index.ts';
import { type VdabConfig, vdabDefaults } from '../../../src/datasources/vdab/config.ts';
import { VdabDataSource } from '../../../src/datasources/vdab/index.ts';
import { openShared, type VdabShared } from '../../../src/datasources/vdab/shared.ts';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import type { RequestScope, Services } from '../../../src/datasources/shared/upstream.ts';
import { SourceFailure } from '../../../src/domain/errors.ts';
import { createCache } from '../../../src/http/cache.ts';
import { memoryStore } from '../../../src/http/shared.ts';
import { clockAtStart } from '../../sandbox/fixed-clock.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/i;
export const unknownId = '00000000-0000-4000-8000-000000000000';
/** Time of an operation that no test waits for. */
const plentyMs = 20_000;

/** One VDAB key on the sandbox: what operations share, and a way to open them. */
export interface Key {
  readonly shared: VdabShared;
  readonly warnings: readonly string[];
  /** An operation of its own. */
  operation(scope?: Partial<RequestScope>): VdabDataSource;
}

/** VDAB's sandbox on a port, and keys that reach it. */
export interface World {
  readonly clock: MovableClock;
  readonly vdab: Vdab;
  readonly upstream: RunningUpstream;
  /** Another process with the sandbox's key: nothing is cached, nothing is known. */
  key(config?: Partial<VdabConfig>): Key;
  /** Every request's handling passes here first, until `reset`. */
  hold(handling: (exchange: Exchange) => Promise<void>): void;
  /** A log, switches and faults like new. */
  reset(): void;
  stop(): Promise<void>;
}

export async function startWorld(options: Partial<SandboxOptions> = {}): Promise<World> {
  const clock = clockAtStart();
  const vdab = createVdab({ clock, seed: 1, scale: 1, ...options });
  let handling: ((exchange: Exchange) => Promise<void>) | undefined;
  const handle = async (exchange: Exchange): Promise<Reply> => {
    await handling?.(exchange);
    return vdab.handle(exchange);
  };
  const upstream = new RunningUpstream({ ...vdab, handle }, clock);
  await upstream.start();
  const opened: VdabShared[] = [];
  return {
    clock,
    vdab,
    upstream,
    key(config = {}) {
      const warnings: string[] = [];
      const shared = openShared({ ...vdabDefaults, baseUrl: upstream.baseUrl, clientId: vdab.switches.clientId, ...config }, services(clock, warnings));
      opened.push(shared);
      return { shared, warnings, operation: (scope) => new VdabDataSource(shared, { signal: new AbortController().signal, deadline: clock.now() + plentyMs, ...scope }) };
    },
    hold(next) {
      handling = next;
    },
    reset() {
      handling = undefined;
      upstream.reset();
    },
    async stop() {
      await Promise.all(opened.map(({ client }) => client.close()));
      await upstream.stop();
    },
  };
}

/** Freshness without its jitter, and retries that do not wait. */
export function services(clock: MovableClock, warnings: string[]): Services {
  const now = () => clock.now();
  return {
    cache: createCache({ now, random: () => 0.5 }),
    shared: memoryStore(now),
    limiters: createLimiters(),
    now,
    sleep: async () => undefined,
    warn: (message) => void warnings.push(message),
  };
}

/** The log as lines of method, path below the base and query, e.g. `GET v2/vacatures?vanaf=0`. */
export function lines({ upstream }: World): string[] {
  return upstream.requests.map(({ method, path, query }) => `${method} ${path.replace('/services/openservices/', '')}${query === '' ? '' : `?${query}`}`);
}

/** How many requests there were of each method and endpoint, ids aside. */
export function calls({ upstream }: World): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { method, path } of upstream.requests) {
    const endpoint = `${method} ${path.replace('/services/openservices/', '').replace(uuid, '{id}')}`;
    counted[endpoint] = (counted[endpoint] ?? 0) + 1;
  }
  return counted;
}

/** The values of a query parameter of a request, in order. */
export function parameter({ query }: Pick<LoggedRequest, 'query'>, name: string): string[] {
  return new URLSearchParams(query).getAll(name);
}

/** The last request of the log. */
export function lastRequest({ upstream }: World): LoggedRequest {
  const request = upstream.requests.at(-1);
  assert(request !== undefined);
  return request;
}

/** Vacancies that are there, in the order of their making. */
export function someVacancies({ vdab }: World, count: number, matches: (record: VacancyRecord) => boolean = () => true): VacancyRecord[] {
  const found = vdab.data.vacancies.filter((record) => record.document.status === 'GEPUBLICEERD' && matches(record)).slice(0, count);
  assert.equal(found.length, count);
  return found;
}

export function firstVacancy(world: World, matches: (record: VacancyRecord) => boolean = () => true): VacancyRecord {
  const record = world.vdab.data.vacancies.find(matches);
  assert(record !== undefined);
  return record;
}

/** The failure of a call that must fail as a source. */
export async function failureOf(call: Promise<unknown>): Promise<SourceFailure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof SourceFailure) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}

/** Opens once so many have come; until then whoever comes waits. */
export function barrier(count: number): () => Promise<void> {
  let arrived = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  return () => {
    arrived += 1;
    if (arrived === count) resolve();
    return promise;
  };
}

/**
 * The most details that were under way at once. The first so many are held until all of them are there, and a moment longer, in
 * which one too many would come.
 */
export function concurrency(expected: number): { readonly pass: (exchange: Exchange) => Promise<void>; readonly peak: () => number } {
  const all = Promise.withResolvers<void>();
  let underWay = 0;
  let peak = 0;
  return {
    peak: () => peak,
    async pass({ path }) {
      if (!uuid.test(path)) return;
      underWay += 1;
      peak = Math.max(peak, underWay);
      if (underWay === expected) setTimeout(all.resolve, 25);
      await all.promise;
      underWay -= 1;
    },
  };
}
