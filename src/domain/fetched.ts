/** How current an upstream's answer is. */
export interface Freshness {
  /** When it was read from the upstream, milliseconds since the epoch; earlier than now when cached. */
  readonly fetchedAt: number;
  /** True where it is served past its freshness because the upstream failed. */
  readonly stale: boolean;
}

export interface Fetched<T> extends Freshness {
  readonly value: T;
}

/** The freshness of something made of several answers: as old as the oldest, stale where one is. */
export function oldest(parts: readonly Freshness[]): Freshness | null {
  if (parts.length === 0) return null;
  let [fetchedAt, stale] = [Number.POSITIVE_INFINITY, false];
  for (const part of parts) {
    fetchedAt = Math.min(fetchedAt, part.fetchedAt);
    stale ||= part.stale;
  }
  return { fetchedAt, stale };
}
