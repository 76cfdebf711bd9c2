import type { ColumnHead } from './column.ts';
import { csvEncoder } from './csv.ts';
import type { Encoder, EncoderOptions } from './encoder.ts';
import { ndjsonEncoder } from './ndjson.ts';
import { parquetEncoder } from './parquet.ts';

export const formats = ['csv', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

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
