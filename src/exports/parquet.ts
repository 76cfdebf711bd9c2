import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Cells, CellType, ColumnHead } from './column.ts';
import type { Encoder } from './encoder.ts';

/** Rows of a row group: what is held in memory, and what holds the process up while it is written (some 20 ms). */
const rowsOfAGroup = 4_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** How each type is written. Whole numbers have 64 bits, so that none is cut. */
const types: Readonly<Record<CellType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  timestamp: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
};

const nothing = Buffer.alloc(0);

/**
 * Parquet, row group by row group, every column optional, compressed by Snappy. A file that breaks off has no footer, without which no
 * reader opens it. The footer says how many rows of the source could not be read.
 */
export function parquetEncoder(columns: readonly ColumnHead[]): Encoder {
  const bytes = new ByteWriter();
  const root: SchemaElement = { name: 'werkgraph', num_children: columns.length };
  const schema = [root, ...columns.map(({ name, type }): SchemaElement => ({ name, ...types[type], repetition_type: 'OPTIONAL' }))];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'werkgraph' });
  let waiting: Cells[] = [];

  function writeGroup(): void {
    const rows = waiting;
    waiting = [];
    // Without a `flush` of the bytes it writes at once, and gives no promise.
    void writer.write({ columnData: columns.map(({ name, type }, at) => ({ name, data: rows.map((row) => written(row[at] ?? null, type)) })), rowGroupSize: rows.length });
  }

  /** What was written since the last time. */
  function drain(): Uint8Array {
    const written = Buffer.from(bytes.getBytes());
    bytes.index = 0;
    return written;
  }

  return {
    begin: drain,
    add(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length === rowsOfAGroup) writeGroup();
      }
      return bytes.index === 0 ? nothing : drain();
    },
    note: () => nothing,
    end({ unreadable }) {
      if (waiting.length > 0) writeGroup();
      writer.kvMetadata = [{ key: 'werkgraph.unreadable', value: String(unreadable) }];
      void writer.finish();
      return drain();
    },
    broken: () => nothing,
  };
}

function written(cell: Cell, type: CellType): unknown {
  if (cell === null) return null;
  switch (type) {
    case 'integer':
      return BigInt(Math.trunc(Number(cell)));
    case 'date':
      return new Date(`${String(cell)}T00:00:00Z`);
    case 'timestamp':
      return new Date(Number(cell));
    default:
      return cell;
  }
}
