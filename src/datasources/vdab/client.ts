import { breaker } from '../../http/breaker.ts';
import { bulkhead } from '../../http/bulkhead.ts';
import { cache } from '../../http/cached.ts';
import { type Answer, type CachePolicy, type Call, compose, type HttpRequest } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { StatusError } from '../../http/errors.ts';
import type { Budget } from '../../http/flights.ts';
import { headers } from '../../http/headers.ts';
import type { Json } from '../../http/parse.ts';
import { retryBudget } from '../../http/retry-budget.ts';
import { retry } from '../../http/retry.ts';
import { throttle } from '../../http/throttle.ts';
import { timeout } from '../../http/timeout.ts';
import { createTransport } from '../../http/transport.ts';
import { parsed } from '../shared/parsed.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import type { VdabConfig } from './config.ts';
import { readingIds } from './id-stream.ts';
import { initialList } from './initial-list.ts';
import { type Paging, type Parameters, queryString } from './query.ts';
import { type BulkRow, type IdList, type Listed, parseCandidate, parseCandidateChanges, parseCandidateRows, parseVacancies, parseVacancy, parseVacancyChanges, parseVacancyIds } from './wire.ts';

type Life = Omit<CachePolicy, 'key'>;

const minuteMs = 60_000;
const searchLife: Life = { freshMs: minuteMs, staleMs: 10 * minuteMs };
const attemptMs = 6000;
/** `initial` holds everything that is published: it is read to its end within this. */
const initialAttemptMs = 2 * minuteMs;
const initialMaxBytes = 256 * 1024 * 1024;

/** Largest pages: search 200, bulk 2000 (clients of v2). */
export const searchPageSize = 200;
export const bulkPageSize = 2000;

export interface Window {
  readonly from: Date;
  readonly until: Date;
}
/** Bulk rows of vacancies or CVs. */
export type Bulk = Listed<BulkRow>;

/**
 * VDAB's vacancy API v2 and CV API v1 with one key, a function an endpoint. Every function throws `HttpError` or
 * `ShapeError`; vacancies are read through the cache, CVs never: they are personal data.
 */
export function createVdabClient(config: VdabConfig, services: Services) {
  const { cache: store, now } = services;
  const clock = { now, ...(services.sleep !== undefined && { sleep: services.sleep }) };
  const credential = credentialName(config.baseUrl, config.clientId, config.bearerToken ?? '');
  const limiter = config.rateLimit === null ? null : services.limiters({ key: `vdab:${credential}`, points: config.rateLimit.requests, windowSeconds: config.rateLimit.windowSeconds });
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph', maxStreamBytes: initialMaxBytes, now });
  const [room, circuit, budget] = [bulkhead({ ...services.crowd, now }), breaker(), retryBudget({ now })];
  const slots = limiter === null ? [] : [throttle({ limiters: [limiter], onWaited: (ms) => services.waited?.('VDAB', ms), ...clock })];
  const chain = (ms: number) => compose(coalesce({ now }), room, circuit, retry({ ...clock, budget }), headers(keyHeaders(config)), ...slots, timeout({ ms, now }));
  const json = chain(attemptMs)(transport.json);
  const ids = chain(initialAttemptMs)(readingIds(transport.stream));
  // Parsed before it is kept.
  const search = cache(store)(parsed(json, parseVacancyIds));

  const keyOf = (what: string) => `vdab:${credential}:${what}`;
  const url = (path: string, parameters: Parameters) => `${path}${queryString(parameters, config.multiValue)}`;

  /** A GET that others with the same key may share while it is in flight, and afterwards where it has a life. */
  function get<T>(call: Call<T>, path: string, budget: Budget, life?: Life): Promise<Answer<T>> {
    const key = keyOf(path);
    return call({ method: 'GET', path, repeatable: true, key, ...budget, ...(life !== undefined && { cache: { key, ...life } }) });
  }

  async function bulk(path: string, parse: (body: unknown) => Bulk, { from, until }: Window, paging: Paging, scope: RequestScope) {
    return fetched(await get(parsed(json, parse), url(`${path}/bulk`, { van: [from.toISOString()], tot: [until.toISOString()], ...pageOf(paging) }), scope));
  }

  return {
    credential,
    /** Under which keys vacancies are kept: each by its id, and pages of a search behind a beginning that they share. */
    kept: { vacancy: (id: string) => keyOf(`vacancy:${id}`), pages: keyOf(`${config.vacanciesPath}?`) },
    /** True while calls are made at all. */
    healthy: () => circuit.isHealthy(),
    limit: () => limiter?.state() ?? null,
    close: () => transport.close(),

    /** GET /vacatures: ids of one page of the matches (vacancy document, GET/vacatures). */
    searchVacancies: async (parameters: Parameters, paging: Paging, scope: RequestScope) =>
      fetched(await get(search, url(config.vacanciesPath, { ...parameters, ...pageOf(paging) }), scope, searchLife)),

    /** GET /vacatures/initial: ids of all that are published on a date `YYYY-MM-DD` (vacancy document, GET/vacatures/initial). */
    initialVacancies: initialList(services, keyOf(`${config.vacanciesPath}/initial`), config.initialPageSize, (date, paging, budget): Promise<Answer<IdList>> =>
      get(ids, url(`${config.vacanciesPath}/initial`, { datum: [date], ...(paging !== null && pageOf(paging)) }), budget),
    ),

    /** GET /vacatures/{id}; null where it is gone or never was: 404, 410 (vacancy document, GET/vacatures/{id}). */
    vacancy: (id: string, scope: RequestScope) => detail(get(parsed(json, (body) => parseVacancy(id, body)), `${config.vacanciesPath}/${encodeURIComponent(id)}`, scope)),

    /** POST /vacatures: details of several ids, absent where unknown (vacancy document, POST/vacatures). It only reads: safe to repeat. */
    async vacancies(wanted: readonly string[], scope: RequestScope) {
      const body = JSON.stringify({ [config.multiFetchProperty]: wanted });
      const request: HttpRequest = { method: 'POST', path: config.vacanciesPath, body, repeatable: true, key: keyOf(`POST ${wanted.join()}`), ...scope };
      return fetched(await parsed(json, parseVacancies)(request));
    },

    /** GET /vacatures/bulk: created, changed and deleted within a window (vacancy document, GET/vacatures/bulk). */
    changedVacancies: (window: Window, paging: Paging, scope: RequestScope) => bulk(config.vacanciesPath, parseVacancyChanges, window, paging, scope),

    /** GET /kandidaten: one page of the matches, with the fields that `velden` names (CV document, Functionaliteiten). */
    searchCandidates: async (parameters: Parameters, fields: readonly string[], paging: Paging, scope: RequestScope) =>
      fetched(await get(parsed(json, parseCandidateRows), url(config.candidatesPath, { ...parameters, velden: fields, ...pageOf(paging) }), scope)),

    /** GET /kandidaten/{id}; null where it is gone or never was: 404, 410 (CV document, Functionaliteiten). */
    candidate: (id: string, scope: RequestScope) => detail(get(parsed(json, (body) => parseCandidate(id, body)), `${config.candidatesPath}/${encodeURIComponent(id)}`, scope)),

    /** GET /kandidaten/bulk: created, changed and deleted within a window (CV document, Functionaliteiten). */
    changedCandidates: (window: Window, paging: Paging, scope: RequestScope) => bulk(config.candidatesPath, parseCandidateChanges, window, paging, scope),
  };
}

export type VdabClient = ReturnType<typeof createVdabClient>;

async function detail(call: Promise<Answer<Json>>) {
  try {
    return fetched(await call);
  } catch (error) {
    if (error instanceof StatusError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

function fetched<T>({ body, fetchedAt, stale }: Answer<T>) {
  return { value: body, fetchedAt, stale };
}

/** `vanaf` is an offset from 0, `aantal` a size (clients of v2). */
function pageOf({ offset, limit }: Paging): Parameters {
  return { vanaf: [String(offset)], aantal: [String(limit)] };
}

function keyHeaders({ clientId, bearerToken }: VdabConfig): Record<string, string> {
  return { 'X-IBM-Client-Id': clientId, ...(bearerToken !== null && { Authorization: `Bearer ${bearerToken}` }) };
}
