import { createHash } from 'node:crypto';
import type { VacancyFacet } from '../../domain/capabilities.ts';
import type { Fetched } from '../../domain/fetched.ts';
import { auth } from '../../http/auth.ts';
import { breaker } from '../../http/breaker.ts';
import { bulkhead } from '../../http/bulkhead.ts';
import { cache } from '../../http/cached.ts';
import { type Answer, type Call, compose, type HttpRequest, type Wrap } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { StatusError } from '../../http/errors.ts';
import { isObject, type Json } from '../../http/parse.ts';
import { retryBudget } from '../../http/retry-budget.ts';
import { retry } from '../../http/retry.ts';
import { throttle } from '../../http/throttle.ts';
import { timeout } from '../../http/timeout.ts';
import { createTransport } from '../../http/transport.ts';
import { wordless } from '../../http/wordless.ts';
import { deliver, type Delivery } from '../shared/delivery.ts';
import { strikeSecrets } from '../shared/strike-secrets.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import { apiKey, isForbidden, withApiKey } from './api-key.ts';
import { argumentNames } from './argument-names.ts';
import type { CsoConfig } from './config.ts';
import { type JobCriteria, type Page, remoteJobFilter } from './criteria.ts';
import { type OrganisationCriteria, remoteOrganisationFilter } from './organisation-filter.ts';
import { fieldSelection, type Selection } from './selection.ts';
import { type CountRow, type JobRow, parseApiKey, parseCount, parseCounts, parseFlag, parseJob, parseJobs, parseLists, parseOrganisations } from './wire.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const vacancyFreshness = { freshMs: minuteMs, staleMs: 10 * minuteMs };
/** Lists and organisations change by the week. */
const listFreshness = { freshMs: 6 * hourMs, staleMs: 24 * hourMs };
const attemptMs = 6000;
/** A new key ends the old one. While Redis is away replicas cannot share one, and end each other's: one call may try so many. */
const keysPerCall = 4;
const methodsOfJobs = ['getJob', 'getJobs', 'getJobCount', 'getJobCountForEnumeration'];

/** `enumerationType` of getJobCountForEnumeration, as its table writes it. */
const enumerationTypes: Readonly<Record<VacancyFacet, string>> = {
  REGION: 'Region',
  EDUCATION_LEVEL: 'EducationLevel',
  JOB_BRANCH: 'JobBranch',
  JOB_CATEGORY: 'JobCategory',
  CONTRACT_TYPE: 'ContractType',
};

/**
 * CSO's JobAPI with one account, a function for each of its own (CSO document, 5). Every function throws `HttpError` or
 * `ShapeError`. What an account sees depends on its rights: nothing is shared across accounts.
 */
export function createCsoClient(config: CsoConfig, { cache: store, shared, limiters, now, sleep, crowd, waited }: Services) {
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph', now });
  const sending = strikeSecrets([config.password], transport.json);
  const credential = credentialName(config.baseUrl, config.username, config.password);
  const [room, circuit, budget] = [bulkhead({ ...crowd, now }), breaker(), retryBudget({ now })];
  const limit = config.rateLimit;
  const limiter = limit === null ? null : limiters({ key: `cso:${credential}`, points: limit.calls, windowSeconds: limit.windowSeconds });
  const waiting = sleep === undefined ? { now } : { now, sleep };
  const slots = limiter === null ? [] : [throttle({ limiters: [limiter], onWaited: (ms) => waited?.('CSO', ms), ...waiting })];
  const attempt = timeout({ ms: attemptMs, now });

  const withoutKey = compose(coalesce({ now }), wordless(), ...slots, attempt)(sending);
  const key = apiKey({
    name: `cso:${credential}`,
    shared,
    now,
    getApiKey: async (signal, deadline) => parseApiKey((await send(withoutKey, 'getApiKey', { username: config.username, password: config.password }, { signal, ...until(deadline) })).body),
    isValidApiKey: async (apiKey, deadline) => parseFlag((await send(withoutKey, 'isValidApiKey', { apiKey }, { key: keyOf('isValidApiKey', apiKey), ...until(deadline) })).body),
  });

  const keyed = auth({ token: key, apply: withApiKey, isRejected: isForbidden, renewals: keysPerCall });
  const withKey = compose(coalesce({ now }), room, circuit, retry({ ...waiting, budget }), argumentNames(), keyed, ...slots, attempt)(sending);
  const writing = compose(room, circuit, retry({ ...waiting, budget }), keyed, ...slots, attempt);
  /** Counted up by every change, so that no later read joins one that began before it. */
  let changes = 0;

  function keyOf(method: string, body: string): string {
    return `cso:${credential}:${method}:${createHash('sha256').update(body).digest('base64url')}`;
  }

  /** A read that others with the same account may share and that is kept for a while. POST is all that CSO speaks; reads are safe to repeat. */
  async function read<T>(method: string, args: Json, parse: (body: unknown) => T, life: { freshMs: number; staleMs: number }, scope: RequestScope, call = withKey): Promise<Fetched<T>> {
    const shareKey = keyOf(method, JSON.stringify(args));
    const kept = compose(cache(store), checked(parse))(call);
    const answer = await send(kept, method, args, { ...scope, key: `${shareKey}#${changes}`, cache: { key: shareKey, ...life } });
    return { value: parse(answer.body), fetchedAt: answer.fetchedAt, stale: answer.stale };
  }

  /** That there is no such job, by CSO's own word, is an answer without one, and kept as any other: a code that is gone is asked for in many places. */
  const jobOrNone: Call<unknown> = async (request) => {
    try {
      const answer = await withKey(request);
      parseJob(answer.body);
      return answer;
    } catch (error) {
      if (!(error instanceof StatusError && error.status === 404 && !error.ofCredential && isObject(error.body))) throw error;
      return { status: 404, headers: {}, body: null, fetchedAt: now(), stale: false };
    }
  };

  function write(method: string, args: Json, { repeatable }: { readonly repeatable: boolean }, scope: RequestScope): Promise<Delivery> {
    return deliver(writing, sending, { ...scope, method: 'POST', path: `${method}.json`, body: JSON.stringify(args), repeatable });
  }

  return {
    credential,
    healthy: () => circuit.isHealthy(),
    rateLimit: () => limiter?.state() ?? null,
    close: () => transport.close(),

    /** getJob (5.3) of a code; null where there is no such job (404, from CSO itself). */
    async getJob(jobCode: string, selection: Selection, scope: RequestScope): Promise<Fetched<Json> | null> {
      const { value, ...freshness } = await read('getJob', { jobCode, remoteJobFieldSelection: fieldSelection(selection) }, parseJobIfAny, vacancyFreshness, scope, jobOrNone);
      return value === null ? null : { ...freshness, value };
    },

    /** getJobs (5.4): a bounded page of the jobs that meet the criteria. */
    getJobs: (criteria: JobCriteria, page: Page, selection: Selection, scope: RequestScope): Promise<Fetched<readonly JobRow[]>> =>
      read('getJobs', { filter: remoteJobFilter(criteria, config.sectorsIn, page), fieldSelection: fieldSelection(selection) }, parseJobs, vacancyFreshness, scope),

    /** getJobCount (5.5): how many jobs meet the criteria. */
    getJobCount: (criteria: JobCriteria, scope: RequestScope): Promise<Fetched<number>> =>
      read('getJobCount', { filter: remoteJobFilter(criteria, config.sectorsIn, null) }, parseCount, vacancyFreshness, scope),

    /** getJobCountForEnumeration (5.9): how many jobs meet the criteria for each value; values without jobs are left out. */
    getJobCountForEnumeration: (by: VacancyFacet, criteria: JobCriteria, scope: RequestScope): Promise<Fetched<readonly CountRow[]>> =>
      read('getJobCountForEnumeration', { enumerationType: enumerationTypes[by], filter: remoteJobFilter(criteria, config.sectorsIn, null) }, parseCounts, vacancyFreshness, scope),

    /** getJobEnumerations (5.6): all lists in one call. */
    getJobEnumerations: (scope: RequestScope): Promise<Fetched<Json>> => read('getJobEnumerations', {}, parseLists, listFreshness, scope),

    /** getOrganisations (5.7): all that take part. */
    getOrganisations: (scope: RequestScope): Promise<Fetched<readonly unknown[]>> => read('getOrganisations', {}, parseOrganisations, listFreshness, scope),

    /** getOrganisationsWithFilter (5.8, 5.14). */
    getOrganisationsWithFilter: (criteria: OrganisationCriteria, scope: RequestScope): Promise<Fetched<readonly unknown[]>> =>
      read('getOrganisationsWithFilter', { filter: remoteOrganisationFilter(criteria) }, parseOrganisations, listFreshness, scope),

    /** The same page as it is now: neither served from the cache nor kept in it. */
    async currentJobs(criteria: JobCriteria, page: Page, selection: Selection, scope: RequestScope): Promise<readonly JobRow[]> {
      const args = { filter: remoteJobFilter(criteria, config.sectorsIn, page), fieldSelection: fieldSelection(selection) };
      return parseJobs((await send(withKey, 'getJobs', args, scope)).body);
    },

    /** saveJob (5.10): a new job, or one in the place of that whose `code` it has. */
    saveJob: (job: Json, how: { readonly repeatable: boolean }, scope: RequestScope): Promise<Delivery> => write('saveJob', { job }, how, scope),

    /** removeJob (5.11). */
    removeJob: (jobCode: string, scope: RequestScope): Promise<Delivery> => write('removeJob', { jobCode }, { repeatable: true }, scope),

    /** How many changes this process made; what was read before the last one may be old. */
    changes: () => changes,

    /** Drops whatever is kept of jobs, after a change of one. Lists and organisations stay. */
    async dropJobs(): Promise<void> {
      changes += 1;
      await Promise.all(methodsOfJobs.map((method) => store.deletePrefix(`cso:${credential}:${method}:`)));
    },

    /** isValidApiKey (5.2) of the account's present key. */
    async isValidApiKey(): Promise<boolean> {
      return parseFlag((await send(withoutKey, 'isValidApiKey', { apiKey: await key.get() }, {})).body);
    },
  };
}

export type CsoClient = ReturnType<typeof createCsoClient>;

/** A job of `getJob`; null where there is none (`jobOrNone`). */
function parseJobIfAny(body: unknown): Json | null {
  return body === null ? null : parseJob(body);
}

/** What cannot be read is not kept: a bad answer would stand in the way of good ones for as long as it lives. */
function checked(parse: (body: unknown) => unknown): Wrap {
  return (next) => async (request) => {
    const answer = await next(request);
    parse(answer.body);
    return answer;
  };
}

function until(deadline: number | undefined): Pick<HttpRequest, 'deadline'> {
  return deadline === undefined ? {} : { deadline };
}

/** One call of a function (3.1): its arguments are the JSON body, its name is the path. */
function send(call: Call<unknown>, method: string, args: Json, rest: Omit<HttpRequest, 'method' | 'path' | 'body' | 'repeatable'>): Promise<Answer<unknown>> {
  return call({ ...rest, method: 'POST', path: `${method}.json`, body: JSON.stringify(args), repeatable: true });
}
