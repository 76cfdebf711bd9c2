import { BadInput } from './errors.ts';

/**
 * What keeps a text from being kept and told on as it is, in a few words that do not repeat it; null where nothing does. PostgreSQL holds
 * no NUL, and half of a character becomes U+FFFD on its way into a store or to an upstream, so that two texts become one.
 */
export function textProblem(text: string): string | null {
  if (text.includes('\u0000')) return 'holds a NUL character';
  return text.isWellFormed() ? null : 'holds half of a character (a lone surrogate)';
}

/** The same for a text of one line, in which control characters have no place either. */
export function lineProblem(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- it is looked for what a line must not hold
  return textProblem(text) ?? (/[\u0001-\u001f\u007f]/.test(text) ? 'holds control characters' : null);
}

/**
 * A text as it can be kept where nobody can mend it, as an upstream would send the same again for ever: U+FFFD stands where a NUL or half
 * of a character was.
 */
export function keepable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

/** Characters of what something is looked up by: with four bytes for each it is well below the 2,704 that an entry of an index in PostgreSQL may have. */
export const longestName = 255;

/** Whether something can be called, looked up and kept by this text. */
export function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= longestName && lineProblem(text) === null;
}

/** What a caller calls a thing by: a reference number, a code, a key. @throws BadInput where it is empty, too long or cannot be kept */
export function nameOf(text: string, path: readonly string[]): string {
  if (!text.isWellFormed()) throw new BadInput(path, 'holds half of a character (a lone surrogate)');
  if (!isName(text)) throw new BadInput(path, `is to be 1 to ${longestName} characters without control characters`);
  return text;
}
