import type { Cells, ColumnHead } from './column.ts';
import { csvEncoder, type CsvDialect } from './csv.ts';
import { ndjsonEncoder } from './ndjson.ts';
import { parquetEncoder } from './parquet.ts';
import type { Progress } from './progress.ts';

export const formats = ['csv', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** What a whole file came to. */
export interface Summary {
  readonly rows: number;
  /** Rows of the source that could not be read, and are not in the file. */
  readonly unreadable: number;
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

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

export function encoderOf(format: Format, columns: readonly ColumnHead[], options: EncoderOptions): Encoder {
  switch (format) {
    case 'csv':
      return csvEncoder(columns, options.dialect);
    case 'ndjson':
      return ndjsonEncoder(columns, options);
    case 'parquet':
      return parquetEncoder(columns);
  }
}
