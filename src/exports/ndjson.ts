import type { Cell, Cells, ColumnHead } from './column.ts';
import type { Encoder, EncoderOptions, Summary } from './encoder.ts';
import { jsonLine } from './json-line.ts';

const nothing = Buffer.alloc(0);

/**
 * NDJSON: one object a line, every column in each, timestamps as ISO 8601 in UTC. Only what was asked for stands between the rows; a
 * file that broke off ends in a line that says so.
 */
export function ndjsonEncoder(columns: readonly ColumnHead[], { progress, trailer }: Pick<EncoderOptions, 'progress' | 'trailer'>): Encoder {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  // Put together by hand: no object is made for every row of a million.
  const text = (row: Cells): string => `{${columns.map((column, at) => `${names[at]}${jsonLine(shown(row[at] ?? null, column))}`).join(',')}}`;
  return {
    begin: () => nothing,
    add: (rows) => (rows.length === 0 ? nothing : Buffer.from(`${rows.map(text).join('\n')}\n`, 'utf8')),
    note: (at) => (progress ? line({ progress: at }) : nothing),
    end: (summary) => (trailer ? line({ trailer: { complete: true, ...counted(summary) } }) : nothing),
    broken: ({ code, message }, summary) => line({ trailer: { complete: false, ...counted(summary), error: { code, message } } }),
  };
}

function counted({ rows, unreadable, skipped }: Summary) {
  return { rows, unreadable, ...(skipped.length > 0 && { skippedSources: skipped }) };
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
}

function shown(cell: Cell, { type }: ColumnHead): Cell {
  return type === 'timestamp' && typeof cell === 'number' ? new Date(cell).toISOString() : cell;
}
