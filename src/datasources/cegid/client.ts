import type { WebhookRequest } from '../../domain/indexing.ts';
import { auth } from '../../http/auth.ts';
import { breaker } from '../../http/breaker.ts';
import { bulkhead } from '../../http/bulkhead.ts';
import { cache } from '../../http/cached.ts';
import { type CachePolicy, compose, type HttpRequest } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { StatusError } from '../../http/errors.ts';
import type { Budget } from '../../http/flights.ts';
import type { Json } from '../../http/parse.ts';
import { retry } from '../../http/retry.ts';
import { throttle } from '../../http/throttle.ts';
import { timeout } from '../../http/timeout.ts';
import { sharedToken } from '../../http/token.ts';
import { createTransport } from '../../http/transport.ts';
import { wordless } from '../../http/wordless.ts';
import { strikeSecrets } from '../shared/strike-secrets.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import { type Condition, filterParameters } from './conditions.ts';
import type { CegidConfig } from './config.ts';
import { EitherPath, isNotFound } from './either-path.ts';
import { type ExportPage, readingExport } from './export-body.ts';
import { fetchToken } from './token-call.ts';
import { candidateRows, type ParsedRow, parseHookId, parseReferential, parseTranslations, type ReferentialItem, type Translation, vacancyRows } from './wire.ts';

type Life = Omit<CachePolicy, 'key'>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const searchLife: Life = { freshMs: minuteMs, staleMs: 10 * minuteMs };
const referentialLife: Life = { freshMs: 6 * hourMs, staleMs: dayMs };
const translationLife: Life = { freshMs: dayMs, staleMs: 7 * dayMs };
const tokenEarlyMs = minuteMs;
const attemptMs = 6000;
/** Calls at once: the document asks to keep them few. */
const connections = 8;

export interface Paging {
  readonly offset: number;
  readonly limit: number;
}

/** What is asked of an export. */
export interface ExportQuery {
  readonly conditions: readonly Condition[];
  readonly paging: Paging;
  /** Further parameters, passed on as they are. */
  readonly extra?: readonly (readonly [string, string])[];
}

/** A page of an export, with what its answer says of the whole. */
export interface Rows {
  readonly rows: readonly ParsedRow[];
  readonly total: number | null;
}

/**
 * A site's Matching Indexation API with one client, a function an endpoint. Every function throws `HttpError` or `ShapeError`.
 * Vacancies and referentials are read through the cache; candidates never: they are personal data.
 */
export function createCegidClient(config: CegidConfig, services: Services) {
  const { cache: store, shared, now } = services;
  const clock = { now, ...(services.sleep === undefined ? {} : { sleep: services.sleep }) };
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph', connections, now });
  const sending = strikeSecrets([config.clientSecret], transport.json);
  const credential = credentialName(config.baseUrl, config.clientId, config.clientSecret);
  const circuit = breaker();
  const attempt = timeout({ ms: attemptMs, now });
  const limiter =
    config.rateLimit === null
      ? null
      : services.limiters({ key: `cegid:${credential}`, points: config.rateLimit.requests, windowSeconds: config.rateLimit.windowSeconds });
  const token = sharedToken({
    name: `cegid:${credential}`,
    shared,
    load: (signal, deadline) => fetchToken(compose(wordless(), attempt)(sending), config, now, { signal, ...(deadline !== undefined && { deadline }) }),
    earlyMs: tokenEarlyMs,
    now,
  });
  const slots = limiter === null ? [] : [throttle({ limiters: [limiter], onWaited: (ms) => services.waited?.('CEGID', ms), ...clock })];
  const calling = compose(bulkhead({ ...services.crowd, now }), circuit, retry(clock), auth({ token, apply: withToken, isRejected }), ...slots, attempt);
  const chain = compose(cache(store), coalesce({ now }), calling);
  const json = chain(sending);
  const exported = chain(readingExport(config.bounds)(transport.stream));
  const listPath = new EitherPath(config.referentialPaths);
  const translationPath = new EitherPath(config.referentialPaths);
  const webhookPath = new EitherPath(config.webhookPaths);
  const write = calling(sending);
  const keyOf = (what: string) => `cegid:${credential}:${what}`;

  function request(path: string, budget: Budget, life?: Life): HttpRequest {
    const key = keyOf(path);
    return { method: 'GET', path, repeatable: true, key, ...budget, ...(life !== undefined && { cache: { key, ...life } }) };
  }

  /** A page of an export: archives or JSON, read to rows. */
  async function exportPage(path: string, { conditions, paging, extra = [] }: ExportQuery, parse: (page: ExportPage) => ParsedRow[], scope: RequestScope, life?: Life) {
    const query = new URLSearchParams({ offset: String(paging.offset), limit: String(paging.limit) });
    for (const [name, value] of [...filterParameters(conditions, config.filterJoin), ...extra]) query.append(name, value);
    const { body, fetchedAt, stale } = await exported(request(`${path}?${query.toString()}`, scope, life));
    const value: Rows = { rows: parse(body), total: body.total };
    return { value, fetchedAt, stale };
  }

  /** What a site does not have is remembered like what it has, so that a name that is in no list costs one call, not one each time. */
  function remembered<T>(what: string, life: Life, scope: RequestScope, load: (budget: Budget) => Promise<T>) {
    return store.read({ key: keyOf(what), ...life }, load, { method: 'GET', path: what, ...scope });
  }

  function translationsOf(item: string, suffix: string, scope: RequestScope) {
    return remembered<readonly Translation[]>(`translations:${item}${suffix}`, translationLife, scope, (budget) =>
      orWhenAbsent(translationPath.ask((prefix) => json(request(`${prefix}/${item}/translations${suffix}`, budget)).then(({ body }) => parseTranslations(body))), []),
    );
  }

  return {
    credential,
    /** Under which keys vacancies are kept: each by its reference, and pages of the export behind a beginning that they share. */
    kept: { vacancy: (reference: string) => keyOf(`vacancy:${reference}`), pages: keyOf(`${config.vacanciesPath}?`) },
    /** True while calls are made at all. */
    healthy: () => circuit.isHealthy(),
    limit: () => limiter?.state() ?? null,
    close: () => transport.close(),

    /** GET exports/v1/vacancies, kept for a minute (Cegid document, Cinematics). */
    vacancies: (query: ExportQuery, scope: RequestScope) => exportPage(config.vacanciesPath, query, vacancyRows, scope, searchLife),

    /** The same as it is now: for changes, and for vacancies by reference, which are kept one by one. */
    currentVacancies: (query: ExportQuery, scope: RequestScope) => exportPage(config.vacanciesPath, query, vacancyRows, scope),

    /** GET exports/v1/candidates, never kept (Cegid document, How to use the access token). */
    candidates: (query: ExportQuery, scope: RequestScope) => exportPage(config.candidatesPath, query, candidateRows, scope),

    /** GET referentials/{name}; null where the site has none of that name (Cegid document, referentials needed for initialization). */
    referential: (name: string, scope: RequestScope) =>
      remembered<readonly ReferentialItem[] | null>(`referential:${name}`, referentialLife, scope, (budget) =>
        orWhenAbsent(listPath.ask((prefix) => json(request(`${prefix}/${name}`, budget)).then(({ body }) => parseReferential(body))), null),
      ),

    /** GET referentials/{name}/{id}/translations; empty where the site does not know the item. */
    translations: (name: string, id: string, scope: RequestScope) => translationsOf(itemPath(name, id), '', scope),

    /** GET referentials/{name}/{id}/translations/{lcid}; empty where the item has none in that language. */
    translation: (name: string, id: string, lcid: number, scope: RequestScope) => translationsOf(itemPath(name, id), `/${lcid}`, scope),

    /** POST exports/v1/reports, once (Cegid document, Example of the body of a request for reporting indexed data). What it answers is unsaid. */
    async report(body: Json, scope: RequestScope): Promise<void> {
      await write({ method: 'POST', path: config.reportsPath, body: JSON.stringify(body), repeatable: false, ...scope });
    },

    /** POST system/v1/webhooks, once (Cegid document, Use of Webhooks); the hook's id. */
    async subscribeWebhook({ event, callbackUrl, pingUrl }: WebhookRequest, scope: RequestScope): Promise<string> {
      const body = JSON.stringify({ event, callbackUrl, pingUrl });
      return webhookPath.ask(async (path) => parseHookId((await write({ method: 'POST', path, body, repeatable: false, ...scope })).body));
    },

    /** DELETE system/v1/webhooks/{hookId}. @param hookId checked: it becomes a path */
    async unsubscribeWebhook(hookId: string, scope: RequestScope): Promise<void> {
      await webhookPath.ask((path) => write({ method: 'DELETE', path: `${path}/${hookId}`, repeatable: true, ...scope }));
    },
  };
}

export type CegidClient = ReturnType<typeof createCegidClient>;

/** `Authorization: bearer …`, as the document writes it. */
function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: `bearer ${token}` } };
}

function isRejected(error: unknown): boolean {
  return error instanceof StatusError && error.status === 401;
}

function itemPath(name: string, id: string): string {
  return `${name}/${encodeURIComponent(id)}`;
}

async function orWhenAbsent<T, U>(answer: Promise<T>, absent: U): Promise<T | U> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) return absent;
    throw error;
  }
}
