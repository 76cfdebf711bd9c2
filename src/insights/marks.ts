import { createHash } from 'node:crypto';

/** Characters of a mark: 36 bits tell a hundred rows apart. */
const markLength = 6;

/** A short name of a row by which a cursor knows it again. It is no secret: nothing personal may be its identity. */
export function markOf(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, markLength);
}

export function joinMarks(marks: readonly string[]): string {
  return marks.join('');
}

export function splitMarks(text: string): readonly string[] {
  return text.match(new RegExp(`.{${markLength}}`, 'g')) ?? [];
}

/** Where a walk over a list of the source stands. */
export interface Place {
  /** The position of the source's page; null is the first. */
  readonly page: string | null;
  /** Rows of that page that were passed. */
  readonly index: number;
  /** How many rows the list had, null where it was not told. */
  readonly total: number | null;
  /** Marks of the rows that were passed last. */
  readonly passed: readonly string[];
}

/** Which rows of the page at a place were passed before. */
export type PassedRows = (marks: readonly string[], total: number | null, place: Place) => readonly boolean[];

/** Rows that a list has once: those whose marks were passed, wherever they stand now. */
export const passedByName: PassedRows = (marks, _total, { passed }) => {
  const known = new Set(passed);
  return marks.map((mark) => known.has(mark));
};

/**
 * Rows that may be alike: those before the place, as long as the list has its length. Where that changed or is not told, the rows that
 * were passed last are looked for, which may have moved on.
 */
export const passedBySequence: PassedRows = (marks, total, { index, total: before, passed }) => {
  const until = total !== null && total === before ? index : endOfSequence(marks, passed);
  return marks.map((_, at) => at < until);
};

/** The furthest end of what was passed last, as much of it as fits before that end; 0 where it is nowhere. */
function endOfSequence(marks: readonly string[], passed: readonly string[]): number {
  for (let end = marks.length; end > 0; end -= 1) {
    const shared = Math.min(end, passed.length);
    if (shared === 0) return 0;
    if (passed.slice(-shared).every((mark, index) => mark === marks[end - shared + index])) return end;
  }
  return 0;
}
