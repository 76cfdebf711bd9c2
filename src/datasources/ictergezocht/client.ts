import { breaker } from '../../http/breaker.ts';
import { bulkhead } from '../../http/bulkhead.ts';
import { cache } from '../../http/cached.ts';
import { type Answer, type Call, type CachePolicy, compose, type HttpRequest } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { headers } from '../../http/headers.ts';
import { type Json, object, ShapeError } from '../../http/parse.ts';
import { retry } from '../../http/retry.ts';
import { throttle } from '../../http/throttle.ts';
import { timeout } from '../../http/timeout.ts';
import { createTransport } from '../../http/transport.ts';
import { type Fetched, type Freshness, oldest } from '../../domain/fetched.ts';
import { deliver, type Delivery } from '../shared/delivery.ts';
import { strikeSecrets } from '../shared/strike-secrets.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import { type ClickPage, parseClicks } from './click.ts';
import type { IctergezochtConfig } from './config.ts';
import { type InsightPage, parseInsights, parseInsightsWithoutPeople } from './insight.ts';
import { keyHeaders } from './key-headers.ts';
import { nextPageUrl } from './next-page.ts';
import { type ListItem, parseItems } from './wire.ts';

const hourMs = 60 * 60_000;
type Life = Omit<CachePolicy, 'key'>;
const listLife: Life = { freshMs: 6 * hourMs, staleMs: 24 * hourMs };
/** Figures of running days are corrected; a dashboard asks for several groupings of one reading. */
const figureLife: Life = { freshMs: hourMs / 12, staleMs: hourMs / 4 };
const attemptMs = 6000;

/** What a page of a list holds, where it begins in the list, and the query of the one behind it. */
export interface ListPage<T> {
  readonly content: T;
  readonly offset: number;
  readonly next: string | null;
}

/** Days `YYYY-MM-DD`; only clicks have a reference number. */
export interface FigureQuery {
  readonly startDate?: string;
  readonly endDate?: string;
  readonly referenceNumber?: string;
}

/** One account's access to the board, a function an endpoint. Every function throws `HttpError` or `ShapeError`. */
export function createIctergezochtClient(config: IctergezochtConfig, services: Services) {
  const { cache: store, limiters, now } = services;
  const clock = { now, ...(services.sleep === undefined ? {} : { sleep: services.sleep }) };
  const base = new URL(config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`);
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph', now });
  const sending = strikeSecrets([config.apiKey, config.partnerKey], transport.json);
  const credential = credentialName(base.href, config.apiKey, config.partnerKey ?? '');
  const account = limiters({ key: `ictergezocht:account:${credentialName(base.href, config.apiKey)}`, points: config.accountLimit.requests, windowSeconds: config.accountLimit.windowSeconds });
  const address = limiters({ key: `ictergezocht:address:${base.origin}`, points: config.addressLimit.requests, windowSeconds: config.addressLimit.windowSeconds });
  const circuit = breaker();
  const slots = throttle({ limiters: [account, address], onWaited: (ms) => services.waited?.('ICTERGEZOCHT', ms), ...clock });
  const calling = compose(bulkhead({ ...services.crowd, now }), circuit, retry(clock), headers(keyHeaders(config)), slots, timeout({ ms: attemptMs, now }));
  const chain = compose(cache(store), coalesce({ now }), calling);
  const keyOf = (path: string): string => `ictergezocht:${credential}:${path}`;

  /** Parsed within the chain, so that an answer that is none is not kept. */
  function pages<T>(parse: (body: unknown) => T): Call<ListPage<T>> {
    return chain(async (request) => {
      const answer = await sending(request);
      const url = new URL(request.path, base);
      const next = nextPageUrl(object(answer.body, '')['rel'], url);
      const body = { content: parse(answer.body), offset: Number(url.searchParams.get('offset') ?? 0), next: next === null ? null : next.search.slice(1) };
      return { ...answer, body };
    });
  }

  /**
   * A list page after page until there is no next (ICTerGezocht document, Paginatie): `count` may be the total or the page's, and is
   * not looked at. The first page is asked for as it is; the board's links say the rest.
   * @param base parameters of every page, which links are to take along
   * @param query of the page to begin with
   * @param life how long pages are kept; null: they are read as they are now
   */
  async function* pagesFrom<T>(page: Call<ListPage<T>>, list: string, base: FigureQuery, query: string, more: Partial<HttpRequest>, life: Life | null, maxPages = config.maxPages): AsyncGenerator<Answer<ListPage<T>>> {
    let count = 0;
    for (let next: string | null = query; next !== null; count += 1) {
      if (count >= maxPages) throw new ShapeError('rel.next', `an end within ${maxPages} pages`);
      // In one order, by which a page is known again.
      const parameters: string = new URLSearchParams({ ...base, ...Object.fromEntries(new URLSearchParams(next)) }).toString();
      const path: string = parameters === '' ? list : `${list}?${parameters}`;
      const key = keyOf(path);
      // What says until when it may take is read anew for each page.
      const answer: Answer<ListPage<T>> = await page({ ...more, method: 'GET', path, repeatable: true, ...(life !== null && { key, cache: { key, ...life } }) });
      yield answer;
      next = answer.body.next;
    }
  }

  function figurePages<T>(page: Call<ListPage<T>>, list: string, query: FigureQuery, from: string | null, scope: RequestScope, life: Life | null) {
    return pagesFrom(page, list, query, from ?? '', scope, life, config.maxFigurePages);
  }

  /** Every item of a list. */
  async function all<T>(page: Call<ListPage<readonly T[]>>, path: string, scope: RequestScope, life: Life): Promise<Fetched<readonly T[]>> {
    const items: T[] = [];
    const parts: Freshness[] = [];
    for await (const answer of pagesFrom(page, path, {}, '', scope, life)) {
      items.push(...answer.body.content);
      parts.push(answer);
    }
    const { fetchedAt, stale } = oldest(parts) ?? { fetchedAt: now(), stale: false };
    return { value: items, fetchedAt, stale };
  }

  function write(method: 'POST' | 'PUT' | 'DELETE', path: string, payload: Json | null, scope: RequestScope): Promise<Delivery> {
    const body = payload === null ? {} : { body: JSON.stringify(payload) };
    return deliver(calling, sending, { ...scope, ...body, method, path, repeatable: method !== 'POST' });
  }

  const itemPages = pages<readonly ListItem[]>(parseItems);
  const insights = pages<InsightPage>(parseInsights);
  const insightsWithoutPeople = pages<InsightPage>(parseInsightsWithoutPeople);
  const clicks = pages<ClickPage>(parseClicks);

  return {
    /** Which board it is. */
    board: base.href,
    /** A name for whose figures these are, whoever posts for them. */
    account: credentialName(base.href, config.apiKey),
    healthy: () => circuit.isHealthy(),
    /** The account's window, the narrower one. */
    limit: () => account.state(),
    close: () => transport.close(),

    /** GET /company/type (ICTerGezocht document, Lijst types): what a vacancy's `company.typeId` takes. */
    companyTypes: (scope: RequestScope) => all(itemPages, 'company/type', scope, listLife),

    /** GET /company/user/function (ICTerGezocht document, Lijst gebruikersfuncties): what `companyUser.functionId` takes. */
    userFunctions: (scope: RequestScope) => all(itemPages, 'company/user/function', scope, listLife),

    /** GET /vacancy/insight (ICTerGezocht document, Inzichten) as it is now, of the whole account. Leaving the loop asks for no more. */
    async *insightPages(more: Partial<RequestScope> & Pick<HttpRequest, 'priority'>): AsyncGenerator<InsightPage> {
      for await (const { body } of pagesFrom(insights, 'vacancy/insight', {}, '', more, null)) yield body.content;
    },

    /**
     * GET /vacancy/insight (ICTerGezocht document, Inzichten), page by page. Leaving the loop asks for no more.
     * @param from what `next` of an earlier page adds to the query; null from the start
     * @param kept pages of the last minutes will do, those of others with this credential too; they are without people
     */
    insights: (query: FigureQuery, from: string | null, kept: boolean, scope: RequestScope) =>
      figurePages(kept ? insightsWithoutPeople : insights, 'vacancy/insight', query, from, scope, kept ? figureLife : null),

    /** GET /click (ICTerGezocht document, Lijst kliks), page by page, never kept. @param from as of `insights` */
    clicks: (query: FigureQuery, from: string | null, scope: RequestScope) => figurePages(clicks, 'click', query, from, scope, null),

    /** POST /vacancy (Toevoegen). */
    createVacancy: (payload: Json, scope: RequestScope) => write('POST', 'vacancy', payload, scope),

    /** PUT /vacancy/<vacancyid> (Wijzigen). @param vacancyId digits only: it becomes a path */
    updateVacancy: (vacancyId: string, payload: Json, scope: RequestScope) => write('PUT', `vacancy/${vacancyId}`, payload, scope),

    /** DELETE /vacancy/<vacancyid> (Verwijderen). */
    deleteVacancy: (vacancyId: string, scope: RequestScope) => write('DELETE', `vacancy/${vacancyId}`, null, scope),

    /** Drops whatever is kept of vacancies, after a change of one; the lists stay. */
    dropVacancies: () => store.deletePrefix(keyOf('vacancy')),
  };
}

export type IctergezochtClient = ReturnType<typeof createIctergezochtClient>;
