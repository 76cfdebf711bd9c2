const quote = 0x22;
const backslash = 0x5c;

/** Below this nothing is looked for, bytes: whatever it holds is little. */
const smallBytes = 1024 * 1024;
const maxOutsideBytes = 256 * 1024;
const maxQuotes = 100_000;

/**
 * Whether JSON text is large by what stands between its strings, or by many strings, rather than by a few long ones. Parsed, such a text
 * takes many times its size of memory; an application is large by its CV alone. Text that is no JSON may be called either.
 */
export function isBulky(body: Buffer): boolean {
  if (body.length <= smallBytes) return false;
  let outside = 0;
  let quotes = 0;
  let inString = false;
  for (let at = 0; at < body.length; ) {
    const found = body.indexOf(quote, at);
    const end = found === -1 ? body.length : found;
    if (!inString) outside += end - at;
    quotes += 1;
    if (outside > maxOutsideBytes || quotes > maxQuotes) return true;
    if (!inString || !isEscaped(body, end)) inString = !inString;
    at = end + 1;
  }
  return false;
}

function isEscaped(body: Buffer, at: number): boolean {
  let before = at - 1;
  while (body[before] === backslash) before -= 1;
  return (at - 1 - before) % 2 === 1;
}
