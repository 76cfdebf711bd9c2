import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Finds what a key opens by the key itself. */
export interface KeyIndex<Entry> {
  /** Undefined for a key that opens nothing. */
  find(key: string): Entry | undefined;
}

/**
 * Entries by the SHA-256 of their keys, lower-case hex. How long a look-up takes tells nothing: it goes by an HMAC that is keyed anew in
 * every process, so that nobody can make up keys whose look-ups share a part of the way, and does the same for a key that is none.
 */
export function keyIndex<Entry>(entries: Iterable<readonly [sha256: string, entry: Entry]>): KeyIndex<Entry> {
  const secret = randomBytes(32);
  const placeOf = (digest: Buffer) => createHmac('sha256', secret).update(digest).digest('base64');
  const known = new Map(Array.from(entries, ([sha256, entry]) => [placeOf(Buffer.from(sha256, 'hex')), { digest: Buffer.from(sha256, 'hex'), entry }] as const));
  const nothing = { digest: Buffer.alloc(32), entry: undefined };
  return {
    find(key) {
      const digest = createHash('sha256').update(key).digest();
      const { digest: stored, entry } = known.get(placeOf(digest)) ?? nothing;
      return timingSafeEqual(digest, stored) ? entry : undefined;
    },
  };
}
