import type { Context } from '../context.ts';
import type { SourceName } from '../domain/source-name.ts';

/** The part of a rate limit that long work may have: the rest is for who waits for an answer. */
const shareOfBulk = 0.75;

/** Seconds that a page takes at least while many are read from these sources, by the rate limits that are known. */
export function secondsAPageOf({ sources }: Pick<Context, 'sources'>, asked: readonly { readonly source: SourceName }[]): number {
  const limits = sources.describe().flatMap(({ source, rateLimit }) => (rateLimit !== null && asked.some((one) => one.source === source) ? [rateLimit] : []));
  return Math.max(0, ...limits.map(({ limit, windowSeconds }) => windowSeconds / (limit * shareOfBulk)));
}
