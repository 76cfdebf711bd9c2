import { type Exchange, isRecord, parseBody, type Reply } from '../kit/exchange.ts';
import { badQuery, refusal } from './errors.ts';

/** The request's JSON object, or the refusal of anything else. */
export function jsonObject(exchange: Exchange): { readonly object: Record<string, unknown> } | Reply {
  const type = exchange.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refusal(415, 'UnsupportedMediaType', 'The body must be application/json.');
  const body = parseBody(exchange);
  return isRecord(body) ? { object: body } : badQuery('The body must be a JSON object.');
}

/** The first key of the object that is not known here. */
export function strayKey(object: Record<string, unknown>, known: readonly string[]): string | undefined {
  return Object.keys(object).find((key) => !known.includes(key));
}
