/** A number from 0 to 2³² − 1 that a text stands for: near texts are far from each other. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A name of letters that a text stands for. */
export function letters(text: string): string {
  return [...`${hashOf(text)}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
