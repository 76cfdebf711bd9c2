import { SourceFailure } from '../domain/errors.ts';
import type { Freshness } from '../domain/fetched.ts';
import type { FigurePage } from '../domain/insight.ts';
import { mayPass } from '../federate/passing.ts';
import { markOf, type PassedRows, type Place } from './marks.ts';

/** A source's list of figures, apart from what it lists. */
export interface FigureRows<T> {
  pages(from: string | null): AsyncIterable<FigurePage<T>>;
  /** What a row is known again by; nothing personal, as cursors show it. */
  identity(row: T): string;
  readonly passedRows: PassedRows;
  /** Marks of passed rows that a cursor holds. */
  readonly marksKept: number;
  /** Null where every row is shown. */
  readonly keep: ((row: T) => boolean) | null;
  readonly failureOf: (error: unknown) => SourceFailure;
}

/** A row with where the walk stands behind it. */
export interface Passed<T> {
  readonly node: T | SourceFailure;
  readonly behind: Place;
}

/** What was read of a source's list from a place on. */
export interface Stretch<T> {
  readonly items: readonly Passed<T>[];
  /** Where to go on; null at the end of the list. */
  readonly end: Place | null;
  readonly failure: SourceFailure | null;
  readonly parts: readonly Freshness[];
  readonly total: number | null;
  readonly pages: number;
}

/** Reads on until so many rows are shown, so many pages are read, or the list ends or fails. What failed is where to go on. */
export async function walkSource<T>(list: FigureRows<T>, from: Place, limit: { readonly rows: number; readonly pages: number }): Promise<Stretch<T>> {
  const items: Passed<T>[] = [];
  const parts: Freshness[] = [];
  let place = from;
  let total: number | null = null;
  try {
    for await (const page of list.pages(from.page)) {
      parts.push({ fetchedAt: page.fetchedAt, stale: page.stale });
      total = page.total;
      for (const { row, behind } of notPassed(list, page, place)) {
        if (items.length === limit.rows) return { items, end: place, failure: null, parts, total, pages: parts.length };
        place = behind;
        if (row instanceof SourceFailure || list.keep === null || list.keep(row)) items.push({ node: row, behind });
      }
      if (page.next === null) return { items, end: null, failure: null, parts, total, pages: parts.length };
      place = { ...place, page: page.next, index: 0, total: page.total };
      if (items.length === limit.rows || parts.length >= limit.pages) break;
    }
    return { items, end: place, failure: null, parts, total, pages: parts.length };
  } catch (error) {
    const failure = list.failureOf(error);
    return { items, end: mayPass(failure) ? place : null, failure, parts, total: null, pages: parts.length };
  }
}

/** The rows of a page that earlier pages did not show, each with the place behind it. */
function notPassed<T>(list: FigureRows<T>, { rows: read, failures, total, next }: FigurePage<T>, place: Place) {
  const rows: readonly (T | SourceFailure)[] = [...read, ...failures];
  const marks = rows.map((row) => markOf(row instanceof SourceFailure ? `${place.page} ${row.message}` : list.identity(row)));
  const passed = list.passedRows(marks, total, place);
  let last = place.passed;
  return rows.flatMap((row, index) => {
    if (passed[index] === true) return [];
    last = [...last, ...marks.slice(index, index + 1)].slice(-list.marksKept);
    // Behind a page's last row lies the next page, so that this one need not be read again.
    const at = index + 1 === rows.length && next !== null ? { page: next, index: 0 } : { page: place.page, index: index + 1 };
    const behind: Place = { ...at, total, passed: last };
    return [{ row, behind }];
  });
}
