import { badQuery } from './errors.ts';
import type { Reply } from '../kit/exchange.ts';

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** The largest page of an export, as clients in the wild ask it. */
export const maxLimit = 100;

/** `offset` and `limit` of a query, or the refusal of one that is malformed or out of range. */
export function pageOf(query: URLSearchParams, defaultLimit: number): Page | Reply {
  const offset = wholeNumber(query, 'offset', 0);
  const limit = wholeNumber(query, 'limit', defaultLimit);
  if (offset === undefined) return badQuery('offset must be a whole number from 0.');
  if (limit === undefined || limit < 1 || (query.has('limit') && limit > maxLimit)) return badQuery(`limit must be a whole number from 1 to ${maxLimit}.`);
  return { offset, limit };
}

/** The first parameter of the query that is not known here, or that is given twice without leave. */
export function strayParameter(query: URLSearchParams, known: readonly string[], repeatable: readonly string[] = []): string | undefined {
  return [...query.keys()].find((name) => !known.includes(name) || (query.getAll(name).length > 1 && !repeatable.includes(name)));
}

function wholeNumber(query: URLSearchParams, name: string, absent: number): number | undefined {
  const text = query.get(name);
  if (text === null) return absent;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
