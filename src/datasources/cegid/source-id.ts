/** What a global id cannot hold: blanks and control characters; and the sign that escapes them. */
// oxlint-disable-next-line no-control-regex -- it is looked for what an id cannot hold
const needsEscape = /[\s\u0000-\u001f\u007f%]/;

/**
 * Cegid's own number of a thing as it stands in ids here. References are free text at some sites: one that an id cannot hold
 * is percent-encoded, every other one is its own id.
 */
export function sourceIdOf(native: string): string {
  return needsEscape.test(native) ? encodeURIComponent(native) : native;
}

/** Cegid's own number behind an id. */
export function nativeIdOf(sourceId: string): string {
  if (!sourceId.includes('%')) return sourceId;
  try {
    return decodeURIComponent(sourceId);
  } catch {
    return sourceId;
  }
}
