import { breaker } from '../../http/breaker.ts';
import { cache } from '../../http/cache.ts';
import { type Call, type CachePolicy, compose } from '../../http/call.ts';
import { coalesce } from '../../http/coalesce.ts';
import { headers } from '../../http/headers.ts';
import { object, ShapeError } from '../../http/parse.ts';
import { retry } from '../../http/retry.ts';
import { throttle } from '../../http/throttle.ts';
import { timeout } from '../../http/timeout.ts';
import { createTransport } from '../../http/transport.ts';
import { type Fetched, type Freshness, oldest } from '../../domain/fetched.ts';
import { credentialName, type RequestScope, type Services } from '../shared/upstream.ts';
import type { IctergezochtConfig } from './config.ts';
import { keyHeaders } from './key-headers.ts';
import { nextPageUrl } from './next-page.ts';
import { type ListItem, parseItems } from './wire.ts';

const hourMs = 60 * 60_000;
const listLife: Omit<CachePolicy, 'key'> = { freshMs: 6 * hourMs, staleMs: 24 * hourMs };
const attemptMs = 6000;

/** A page of a list, and the path of the one behind it. */
interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** One account's access to the board, a function an endpoint. Every function throws `HttpError` or `ShapeError`. */
export function createIctergezochtClient(config: IctergezochtConfig, services: Services) {
  const { cache: store, limiters, now } = services;
  const clock = { now, ...(services.sleep === undefined ? {} : { sleep: services.sleep }) };
  const base = new URL(config.baseUrl.endsWith('/') ? config.baseUrl : `${config.baseUrl}/`);
  const transport = createTransport({ baseUrl: config.baseUrl, userAgent: 'werkgraph', now });
  const credential = credentialName(base.href, config.apiKey, config.partnerKey ?? '');
  const account = limiters({ key: `ictergezocht:account:${credentialName(base.href, config.apiKey)}`, points: config.accountLimit.requests, windowSeconds: config.accountLimit.windowSeconds });
  const address = limiters({ key: `ictergezocht:address:${base.origin}`, points: config.addressLimit.requests, windowSeconds: config.addressLimit.windowSeconds });
  const circuit = breaker();
  const chain = compose(
    cache(store),
    coalesce({ now }),
    circuit,
    retry(clock),
    headers(keyHeaders(config)),
    throttle({ limiters: [account, address], ...clock }),
    timeout({ ms: attemptMs, now }),
  );

  /** Parsed within the chain, so that an answer that is none is not kept. */
  function pages<T>(parse: (body: unknown) => readonly T[]): Call<ListPage<T>> {
    return chain(async (request) => {
      const answer = await transport.json(request);
      const next = nextPageUrl(object(answer.body, '')['rel'], new URL(request.path, base));
      const body = { items: parse(answer.body), next: next === null ? null : next.pathname.slice(base.pathname.length) + next.search };
      return { ...answer, body };
    });
  }

  /**
   * Every item of a list, page after page until there is no next (ICTerGezocht document, Paginatie): `count` may be the total or the
   * page's, and is not looked at. The first page is asked for as it is; the board's links say the rest.
   */
  async function all<T>(page: Call<ListPage<T>>, path: string, scope: RequestScope, life: Omit<CachePolicy, 'key'>): Promise<Fetched<readonly T[]>> {
    const items: T[] = [];
    const parts: Freshness[] = [];
    for (let next: string | null = path; next !== null; ) {
      if (parts.length >= config.maxPages) throw new ShapeError('rel.next', `an end within ${config.maxPages} pages`);
      const key = `ictergezocht:${credential}:${next}`;
      const answer = await page({ method: 'GET', path: next, repeatable: true, key, cache: { key, ...life }, ...scope });
      items.push(...answer.body.items);
      parts.push(answer);
      next = answer.body.next;
    }
    const { fetchedAt, stale } = oldest(parts) ?? { fetchedAt: now(), stale: false };
    return { value: items, fetchedAt, stale };
  }

  const itemPages = pages<ListItem>(parseItems);

  return {
    healthy: () => circuit.isHealthy(),
    /** The account's window, the narrower one. */
    limit: () => account.state(),
    close: () => transport.close(),

    /** GET /company/type (ICTerGezocht document, Lijst types): what a vacancy's `company.typeId` takes. */
    companyTypes: (scope: RequestScope) => all(itemPages, 'company/type', scope, listLife),

    /** GET /company/user/function (ICTerGezocht document, Lijst gebruikersfuncties): what `companyUser.functionId` takes. */
    userFunctions: (scope: RequestScope) => all(itemPages, 'company/user/function', scope, listLife),
  };
}

export type IctergezochtClient = ReturnType<typeof createIctergezochtClient>;
