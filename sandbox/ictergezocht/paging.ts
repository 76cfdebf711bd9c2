import type { Exchange, Reply } from '../kit/exchange.ts';
import { badParameter } from './errors.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** The page size is fixed at 50 (document, section Paginatie); fewer can be asked. */
const maxLimit = 50;

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** `offset` and `limit` of a query, or the refusal of a malformed one and of every parameter that is not known here. */
export function pageOf(query: URLSearchParams, otherParameters: readonly string[]): Page | Reply {
  for (const name of query.keys()) {
    if (!['offset', 'limit', ...otherParameters].includes(name)) return badParameter(name, 'Deze parameter bestaat niet.');
    if (query.getAll(name).length > 1) return badParameter(name, 'Deze parameter mag één keer voorkomen.');
  }
  const offset = query.get('offset') ?? '0';
  const limit = query.get('limit') ?? String(maxLimit);
  if (!/^\d{1,9}$/.test(offset)) return badParameter('offset', 'Dit is geen getal vanaf 0.');
  if (!/^\d{1,9}$/.test(limit) || Number(limit) < 1 || Number(limit) > maxLimit) return badParameter('limit', `Dit is geen getal van 1 tot en met ${maxLimit}.`);
  return { offset: Number(offset), limit: Number(limit) };
}

/** A page of a list as the document shapes it; `rel` takes all parameters of the request along. */
export function pageBody(exchange: Exchange, page: Page, total: number, items: readonly unknown[], switches: IctergezochtSwitches): unknown {
  const { offset, limit } = page;
  const link = (toOffset: number): string => {
    const query = new URLSearchParams(exchange.query);
    query.set('offset', String(toOffset));
    query.set('limit', String(limit));
    const origin = switches.relNextOrigin === '' ? `http://${exchange.headers.host ?? 'localhost'}` : switches.relNextOrigin;
    return `${origin}${exchange.path}?${query}`;
  };
  const prev = offset > 0 ? link(Math.max(0, offset - limit)) : undefined;
  const next = offset + limit < total ? link(offset + limit) : undefined;
  const count = switches.countMeaning === 'total' ? total : items.length;
  const rel = relOf(prev, next, switches.relWhenEmpty);
  return { count, offset, limit, ...(rel === undefined ? {} : { rel }), items };
}

function relOf(prev: string | undefined, next: string | undefined, whenEmpty: IctergezochtSwitches['relWhenEmpty']): unknown {
  if (prev === undefined && next === undefined) {
    switch (whenEmpty) {
      case 'object':
        return {};
      case 'null':
        return null;
      case 'absent':
        return undefined;
      case 'list':
        return [];
    }
  }
  if (whenEmpty === 'null') return { prev: prev ?? null, next: next ?? null };
  return { ...(prev === undefined ? {} : { prev }), ...(next === undefined ? {} : { next }) };
}
