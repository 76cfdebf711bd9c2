/** Rows that are remembered: two of the longest pages of any source. */
const kept = 4000;

/**
 * Whether a row came a moment ago. A list that grows at its head while it is read moves rows into the next page, where they would come
 * a second time.
 */
export function recently(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return true;
    seen.add(key);
    const [oldest] = seen.size > kept ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return false;
  };
}
