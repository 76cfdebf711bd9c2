import type { Cells } from './column.ts';
import type { CsvDialect } from './dialect.ts';
import type { Progress } from './progress.ts';

/** What a whole file came to. */
export interface Summary {
  readonly rows: number;
  /** Rows of the source that could not be read, and are not in the file. */
  readonly unreadable: number;
  /** Sources that the file does not have, since they cannot apply a criterion of the filter. */
  readonly skipped: readonly string[];
}

/** Why a file ends before its end. */
export interface Broken {
  readonly code: string;
  readonly message: string;
}

/** Makes a file bit by bit; what a step gives may be empty. Nothing of a row is held longer than a bounded number of rows. */
export interface Encoder {
  begin(): Uint8Array;
  add(rows: readonly Cells[]): Uint8Array;
  /** A line on how far it is, where the format has room for one and it was asked for. */
  note(progress: Progress): Uint8Array;
  end(summary: Summary): Uint8Array;
  /** What stands behind the last row of a file that broke off, where the format has room for it. It must not make the file look whole. */
  broken(failure: Broken, summary: Summary): Uint8Array;
}

export interface EncoderOptions {
  readonly dialect: CsvDialect;
  /** NDJSON: lines on how far it is. */
  readonly progress: boolean;
  /** NDJSON: a last line that says that the file is whole. */
  readonly trailer: boolean;
}
