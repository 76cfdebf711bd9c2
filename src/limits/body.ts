/** Beyond every body whose operation is taken: variables hold half as many values, and are a third as deep. */
export const mostOfBody = { commas: 20_000, depth: 64 } as const;

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Whether the text of a JSON body holds more values, or is nested deeper, than any operation. To be asked before it is parsed: a mebibyte
 * of names takes a parser ten times as long as this, which looks at each character outside of texts once. What is no JSON is the
 * parser's to say.
 */
export function isOvergrown(text: string): boolean {
  let [commas, depth] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfText(text, at);
      if (at === -1) return false;
    } else if (code === comma) {
      commas += 1;
      if (commas > mostOfBody.commas) return true;
    } else if (opening.has(code)) {
      depth += 1;
      if (depth > mostOfBody.depth) return true;
    } else if (closing.has(code)) depth -= 1;
  }
  return false;
}

/** Where the text ends that begins at a quote; -1 where it does not. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return -1;
}
