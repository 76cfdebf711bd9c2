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
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  return rest.reduce<Freshness>((all, part) => ({ fetchedAt: Math.min(all.fetchedAt, part.fetchedAt), stale: all.stale || part.stale }), first);
}
