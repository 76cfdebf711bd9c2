import { breaker } from '../../http/breaker.ts';
import { cache } from '../../http/cache.ts';
import { type Answer, compose, type HttpRequest } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { StatusError } from '../../http/errors.ts';
import { headers } from '../../http/headers.ts';
import type { Json } from '../../http/parse.ts';
import { retry } from '../../http/retry.ts';
import { timeout } from '../../http/timeout.ts';
import { createTransport } from '../../http/transport.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import type { VdabConfig } from './config.ts';
import type { Parameters } from './filter.ts';
import { type BulkRow, candidateIdOf, type IdList, parseBulk, parseCandidate, parseIdList, parseVacancies, parseVacancy, vacancyIdOf } from './wire.ts';

const minuteMs = 60_000;
const searchFreshness = { freshMs: minuteMs, staleMs: 10 * minuteMs };
const snapshotFreshness = { freshMs: 60 * minuteMs, staleMs: 0 };
const attemptMs = 6000;

/** Largest pages: search 200, bulk 2000 (clients of v2). */
export const searchPageSize = 200;
export const bulkPageSize = 2000;

export interface Paging {
  readonly offset: number;
  readonly limit: number;
}
export interface Window {
  readonly from: Date;
  readonly until: Date;
}
export type Bulk = ReturnType<typeof parseBulk>;
export type { BulkRow };

/**
 * VDAB's vacancy API v2 and CV API v1 with one key, a function an endpoint. Every function throws `HttpError` or
 * `ShapeError`; vacancies are read through the cache, CVs never: they are personal data.
 */
export function createVdabClient(config: VdabConfig, { cache: store, now }: Services) {
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph' });
  const credential = credentialName(config.clientId, config.bearerToken ?? '');
  const circuit = breaker();
  const call = compose(cache(store), coalesce({ now }), circuit, retry({ now }), headers(keyHeaders(config)), timeout({ ms: attemptMs, now }))(transport.json);
  const keyOf = (what: string) => `vdab:${credential}:${what}`;

  /** A GET that others with the same key may share; `freshness` lets its answer be kept. */
  function get(path: string, scope: RequestScope, freshness?: { freshMs: number; staleMs: number }): Promise<Answer<unknown>> {
    const key = keyOf(path);
    const kept = freshness === undefined ? {} : { cache: { key, ...freshness } };
    return call({ method: 'GET', path, repeatable: true, key, ...scope, ...kept });
  }

  async function list(path: string, parameters: Parameters, idOf: (row: unknown) => string | null, scope: RequestScope, freshness?: { freshMs: number; staleMs: number }) {
    const answer = await get(`${path}${queryString(parameters, config.multiValue)}`, scope, freshness);
    return { ...freshnessOf(answer), value: parseIdList(answer.body, idOf) };
  }

  return {
    credential,
    healthy: () => circuit.isHealthy(),
    close: () => transport.close(),

    /** GET /vacatures: ids of one page of the matches. */
    searchVacancies: (parameters: Parameters, { offset, limit }: Paging, scope: RequestScope) =>
      list(config.vacanciesPath, { ...parameters, vanaf: [String(offset)], aantal: [String(limit)] }, vacancyIdOf, scope, searchFreshness),

    /** GET /vacatures/initial: ids of all that are published on a date; one answer, kept while cursors page over it. */
    initialVacancies: (date: string, scope: RequestScope) => list(`${config.vacanciesPath}/initial`, { datum: [date] }, vacancyIdOf, scope, snapshotFreshness),

    /** GET /vacatures/{id}; null where it is gone or never was (404, 410). */
    vacancy: (id: string, scope: RequestScope) => detail(get(`${config.vacanciesPath}/${encodeURIComponent(id)}`, scope), parseVacancy),

    /** POST /vacatures: the details of several ids; those it does not know are absent. Safe to repeat: it only reads. */
    async vacancies(ids: readonly string[], scope: RequestScope) {
      const body = JSON.stringify({ [config.multiFetchProperty]: ids });
      const request: HttpRequest = { method: 'POST', path: config.vacanciesPath, body, repeatable: true, key: keyOf(`POST ${ids.join()}`), ...scope };
      const answer = await call(request);
      return { ...freshnessOf(answer), value: parseVacancies(answer.body) };
    },

    /** GET /vacatures/bulk: created, changed and deleted within a window. */
    changedVacancies: (window: Window, paging: Paging, scope: RequestScope) => bulk(`${config.vacanciesPath}/bulk`, window, paging, vacancyIdOf, scope),

    /** GET /kandidaten: one page of the matches, with the fields that `velden` names. */
    searchCandidates: (parameters: Parameters, fields: readonly string[], { offset, limit }: Paging, scope: RequestScope) =>
      list(config.candidatesPath, { ...parameters, ...(fields.length > 0 && { velden: fields }), vanaf: [String(offset)], aantal: [String(limit)] }, candidateIdOf, scope),

    /** GET /kandidaten/{id}; null where it is gone or never was. */
    candidate: (id: string, scope: RequestScope) => detail(get(`${config.candidatesPath}/${encodeURIComponent(id)}`, scope), parseCandidate),

    /** GET /kandidaten/bulk. */
    changedCandidates: (window: Window, paging: Paging, scope: RequestScope) => bulk(`${config.candidatesPath}/bulk`, window, paging, candidateIdOf, scope),
  };

  async function bulk(path: string, { from, until }: Window, { offset, limit }: Paging, idOf: (row: unknown) => string | null, scope: RequestScope) {
    const parameters = { van: [from.toISOString()], tot: [until.toISOString()], vanaf: [String(offset)], aantal: [String(limit)] };
    const answer = await get(`${path}${queryString(parameters, config.multiValue)}`, scope);
    return { ...freshnessOf(answer), value: parseBulk(answer.body, idOf) };
  }
}

export type VdabClient = ReturnType<typeof createVdabClient>;
export type { IdList };

async function detail(answer: Promise<Answer<unknown>>, parse: (body: unknown) => Json) {
  try {
    const found = await answer;
    return { ...freshnessOf(found), value: parse(found.body) };
  } catch (error) {
    if (error instanceof StatusError && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

function freshnessOf({ fetchedAt, stale }: Answer<unknown>) {
  return { fetchedAt, stale };
}

function keyHeaders(config: VdabConfig): Record<string, string> {
  return {
    'X-IBM-Client-Id': config.clientId,
    ...(config.bearerToken !== null && { Authorization: `Bearer ${config.bearerToken}` }),
  };
}

function queryString(parameters: Parameters, multiValue: VdabConfig['multiValue']): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters)) {
    if (multiValue === 'comma' && values.length > 1) query.append(name, values.join());
    else for (const value of values) query.append(name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
