/**
 * JSON that is one line to whoever reads it: JSON leaves two line separators of Unicode as they are, at which some readers break lines,
 * Node's among them.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', String.raw`\u2028`).replaceAll('\u2029', String.raw`\u2029`);
}
