import type { FigurePage } from '../domain/insight.ts';

/** Counts the pages of one reading of a list from its beginning. */
export interface ListCount {
  /** @param distinct how many of its rows had not come before */
  add(page: Pick<FigurePage<unknown>, 'rows' | 'failures' | 'total'>, distinct: number): void;
  /** Whether the list lost a row while it was read, with which another may have been passed over. */
  shrank(): boolean;
  /** At the end of the list: whether nothing was passed over, by what the source tells of the number of rows. */
  isWhole(): boolean;
}

export function listCount(): ListCount {
  let first: number | null = null;
  let last: number | null = null;
  let shrank = false;
  let [read, distinct] = [0, 0];
  return {
    add({ rows, failures, total }, fresh) {
      read += rows.length + failures.length;
      distinct += fresh;
      if (total === null) return;
      if (last !== null && total < last) shrank = true;
      first ??= total;
      last = total;
    },
    shrank: () => shrank,
    isWhole() {
      if (shrank) return false;
      // Rows that came again are no sign of a loss while the list kept its length.
      return last === null || (first === last ? read : distinct) >= last;
    },
  };
}
