import { Big } from 'big.js';
import { stringify } from 'csv-stringify/sync';
import type { Cell, Cells, ColumnHead } from './column.ts';
import type { CsvDialect } from './dialect.ts';
import type { Encoder } from './encoder.ts';
import { harmless } from './formula.ts';

const nothing = Buffer.alloc(0);

/**
 * CSV by RFC 4180: a line of names, lines that end in CRLF, UTF-8. Every text stands in quotes, so that it stays one cell whatever
 * separator a reader takes; a missing value is nothing, an empty text two quotes. Whether a file is whole only the transfer can tell.
 */
export function csvEncoder(columns: readonly ColumnHead[], dialect: CsvDialect): Encoder {
  const options = {
    delimiter: dialect.separator,
    record_delimiter: '\r\n',
    quoted_string: true,
    cast: { number: (value: number) => numberText(value, dialect), boolean: (value: boolean) => String(value) },
  };
  const lines = (rows: readonly Cells[]): Buffer => (rows.length === 0 ? nothing : Buffer.from(stringify(rows.map((row) => [...row]), options), 'utf8'));
  return {
    begin: () => Buffer.concat([Buffer.from(dialect.bom ? '\uFEFF' : '', 'utf8'), lines([columns.map(({ name }) => name)])]),
    add: (rows) => lines(rows.map((row) => row.map((cell, at) => shown(cell, columns[at], dialect)))),
    note: () => nothing,
    end: () => nothing,
    broken: () => nothing,
  };
}

function shown(cell: Cell, column: ColumnHead | undefined, { timestamps }: CsvDialect): Cell {
  if (cell === null) return null;
  if (column?.type === 'timestamp' && typeof cell === 'number') {
    const iso = new Date(cell).toISOString();
    return timestamps === 'iso' ? iso : iso.slice(0, 19).replace('T', ' ');
  }
  return typeof cell === 'string' && column?.type === 'text' ? harmless(cell) : cell;
}

/** As it was given: every digit, and never with an exponent. */
function numberText(value: number, { decimal }: CsvDialect): string {
  const text = Number.isFinite(value) ? new Big(value).toFixed() : '';
  return decimal === '.' ? text : text.replace('.', ',');
}
