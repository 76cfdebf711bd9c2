import type { FigurePage } from '../domain/insight.ts';

/** What the pages of a list came to so far. */
export interface Counted {
  /** Rows that the list had when it was first told, and when it was last; null where it was not. */
  readonly first: number | null;
  readonly last: number | null;
  /** Rows that came, and those of them that had not come before. */
  readonly read: number;
  readonly distinct: number;
}

/** Counts the pages of one reading of a list from its beginning. */
export interface ListCount {
  /** @param distinct how many of its rows had not come before */
  add(page: Pick<FigurePage<unknown>, 'rows' | 'failures' | 'total'>, distinct: number): void;
  /** Whether the list moved in a way by which rows may have been passed over: it lost one while it was read, or changed while nobody read it. */
  moved(): boolean;
  /** At the end of the list: whether nothing was passed over, by what the source tells of the number of rows. */
  isWhole(): boolean;
  /** What another reading goes on from. */
  counted(): Counted;
}

/** @param earlier what a reading that broke off had come to; which rows came in it is forgotten, so that a list that changed since cannot be gone on with */
export function listCount(earlier: Counted | null = null): ListCount {
  let { first, last, read, distinct } = earlier ?? { first: null, last: null, read: 0, distinct: 0 };
  let moved = false;
  let away = earlier !== null;
  return {
    add({ rows, failures, total }, fresh) {
      read += rows.length + failures.length;
      distinct += fresh;
      if (total === null) return;
      if (last !== null && (away ? total !== last : total < last)) moved = true;
      away = false;
      first ??= total;
      last = total;
    },
    moved: () => moved,
    isWhole() {
      if (moved) return false;
      // Rows that came again are no sign of a loss while the list kept its length.
      return last === null || (first === last ? read : distinct) >= last;
    },
    counted: () => ({ first, last, read, distinct }),
  };
}
