import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { isKnown } from '../../exports/etag.ts';
import { rateHeaders } from '../../limits/request-rates.ts';

/** Headers of a request that decide on an answer which may be kept. What a caller states as its purpose decides on none of them. */
const decisive = 'Accept, Authorization, X-Cost';

/** Says of an answer for how long it may be kept, and for which requests. */
export function tellCacheable(reply: FastifyReply, cacheControl: string): void {
  const known = reply.getHeader('vary');
  void reply.headers({ 'cache-control': cacheControl, vary: typeof known === 'string' ? `${known}, ${decisive}` : decisive });
}

/**
 * The same of an answer to a GET, which caches keep by its address: it has a name by which it is asked for again, and what it would tell others of
 * one caller's limits is left out where others may get it.
 * @returns whether who asks has it, so that 304 says all
 */
export function tellCacheableByAddress(reply: FastifyReply, cacheControl: string, body: string): boolean {
  tellCacheable(reply, cacheControl);
  if (cacheControl.startsWith('public')) for (const name of rateHeaders) void reply.removeHeader(name);
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
  void reply.header('etag', etag);
  return isKnown(etag, reply.request.headers['if-none-match']);
}
