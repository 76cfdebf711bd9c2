import type { Cells, ColumnHead } from './column.ts';

/** What one page of a source brings to a file. */
export interface Batch {
  readonly rows: readonly Cells[];
  /** Rows of the source that were read for them. */
  readonly read: number;
  /** Rows of the page that could not be read; each costs itself. */
  readonly unreadable: number;
  /** Where the file goes on behind this page, in words of the walk's own; null at the end. */
  readonly next: string | null;
  /** Rows of the source that will be read in all, null where it does not say so. */
  readonly total: number | null;
}

/** A file's content, read from the sources page by page as it is asked for; leaving the loop asks for no more. */
export interface Walk {
  readonly columns: readonly ColumnHead[];
  /** Seconds that a page takes at least while many are read, by the rate limit; 0 where none is known. */
  readonly secondsAPage: number;
  /**
   * @param from the `next` of an earlier batch of an equal walk; null from the start
   * @throws SourceFailure where a source fails: a file is whole or it is none
   * @throws BadInput where `from` is none
   */
  batches(from: string | null): AsyncGenerator<Batch>;
}
