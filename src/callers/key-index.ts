import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Finds what a key opens by the key itself. */
export interface KeyIndex<Entry> {
  /** Undefined for a key that opens nothing. */
  find(key: string): Entry | undefined;
}

/**
 * Entries by the SHA-256 of their keys, lower-case hex. How long a look-up takes tells nothing: it goes by a hash that is salted anew in
 * every process, so that nobody can make up keys whose look-ups share a part of the way, and does the same for a key that is none.
 */
export function keyIndex<Entry>(entries: Iterable<readonly [sha256: string, entry: Entry]>): KeyIndex<Entry> {
  const salt = randomBytes(32).toString('hex');
  const placeOf = (sha256: string) => hash('sha256', salt + sha256, 'base64');
  const known = new Map(Array.from(entries, ([sha256, entry]) => [placeOf(sha256), { digest: Buffer.from(sha256), entry }] as const));
  const nothing = { digest: Buffer.alloc(64), entry: undefined };
  return {
    find(key) {
      const sha256 = hash('sha256', key, 'hex');
      const { digest, entry } = known.get(placeOf(sha256)) ?? nothing;
      return timingSafeEqual(Buffer.from(sha256), digest) ? entry : undefined;
    },
  };
}
