import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { Cells, ColumnHead } from '../../src/exports/column.ts';
import { dutchExcelDialect, plainDialect } from '../../src/exports/dialect.ts';
import type { Encoder, EncoderOptions } from '../../src/exports/encoder.ts';
import { encoderOf, type Format } from '../../src/exports/format.ts';

const columns: readonly ColumnHead[] = [
  { name: 'title', type: 'text', description: '' },
  { name: 'clicks', type: 'integer', description: '' },
  { name: 'cost', type: 'decimal', description: '' },
  { name: 'online', type: 'boolean', description: '' },
  { name: 'publishedOn', type: 'date', description: '' },
  { name: 'clickedAt', type: 'timestamp', description: '' },
];
const instant = Date.parse('2026-03-29T01:30:00.250Z');
const rows: readonly Cells[] = [
  ['Java "Developer";, Zoë', 12, 0.35, true, '2026-03-29', instant],
  ['=1+1', -3, -1234567.89, false, '2026-10-25', 0],
  [null, null, null, null, null, null],
  ['', 9_007_199_254_740_991, 1e-7, true, '1999-12-31', -1],
];
const plain: EncoderOptions = { dialect: plainDialect, progress: false, trailer: false };

/** A whole file, its rows added one page at a time. */
function fileOf(encoder: Encoder, pages: readonly (readonly Cells[])[]): Buffer {
  const all = pages.flat();
  return Buffer.concat([encoder.begin(), ...pages.map((page) => encoder.add(page)), encoder.end({ rows: all.length, unreadable: 0, skipped: [] })]);
}

const written = (format: Format, options = plain): Buffer => fileOf(encoderOf(format, columns, options), rows.map((row) => [row]));

describe('CSV', () => {
  test('follows RFC 4180: names, CRLF, texts in quotes, nothing for what is missing', () => {
    expect(written('csv').toString('utf8')).toBe(
      [
        '"title","clicks","cost","online","publishedOn","clickedAt"',
        '"Java ""Developer"";, Zoë",12,0.35,true,"2026-03-29","2026-03-29T01:30:00.250Z"',
        `"'=1+1",-3,-1234567.89,false,"2026-10-25","1970-01-01T00:00:00.000Z"`,
        ',,,,,',
        '"",9007199254740991,0.0000001,true,"1999-12-31","1969-12-31T23:59:59.999Z"',
        '',
      ].join('\r\n'),
    );
  });

  test('for Excel in Dutch has a byte order mark, semicolons, commas in numbers and times that it knows', () => {
    const lines = written('csv', { ...plain, dialect: dutchExcelDialect }).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFF"title";"clicks";"cost";"online";"publishedOn";"clickedAt"');
    expect(lines[1]).toBe('"Java ""Developer"";, Zoë";12;0,35;true;"2026-03-29";"2026-03-29 01:30:00"');
    expect(lines[2]).toBe(`"'=1+1";-3;-1234567,89;false;"2026-10-25";"1970-01-01 00:00:00"`);
  });

  test('keeps a text one cell whatever separator a reader takes', () => {
    const encoder = encoderOf('csv', columns, plain);
    encoder.begin();
    const line = Buffer.from(encoder.add([['a;=1+1\r\n=2\t=3', null, null, null, null, null]])).toString('utf8');
    expect(line).toBe('"a;=1+1\r\n=2\t=3",,,,,\r\n');
  });

  test('of nothing is its names', () => {
    expect(fileOf(encoderOf('csv', columns, plain), []).toString('utf8')).toBe('"title","clicks","cost","online","publishedOn","clickedAt"\r\n');
  });
});

describe('NDJSON', () => {
  test('is one object a line with every column', () => {
    const lines = written('ndjson').toString('utf8').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { title: 'Java "Developer";, Zoë', clicks: 12, cost: 0.35, online: true, publishedOn: '2026-03-29', clickedAt: '2026-03-29T01:30:00.250Z' },
      { title: '=1+1', clicks: -3, cost: -1_234_567.89, online: false, publishedOn: '2026-10-25', clickedAt: '1970-01-01T00:00:00.000Z' },
      { title: null, clicks: null, cost: null, online: null, publishedOn: null, clickedAt: null },
      { title: '', clicks: 9_007_199_254_740_991, cost: 1e-7, online: true, publishedOn: '1999-12-31', clickedAt: '1969-12-31T23:59:59.999Z' },
    ]);
  });

  test('says on request how far it is and that it is whole, and always that it is not', () => {
    const encoder = encoderOf('ndjson', columns, { ...plain, progress: true, trailer: true });
    const progress = { rows: 50, pages: 1, waitSeconds: 0, secondsLeft: 12 };
    expect(Buffer.from(encoder.note(progress)).toString()).toBe(`{"progress":${JSON.stringify(progress)}}\n`);
    expect(Buffer.from(encoder.end({ rows: 2, unreadable: 1, skipped: [] })).toString()).toBe('{"trailer":{"complete":true,"rows":2,"unreadable":1}}\n');
    expect(Buffer.from(encoder.end({ rows: 2, unreadable: 1, skipped: ['CEGID'] })).toString()).toBe('{"trailer":{"complete":true,"rows":2,"unreadable":1,"skippedSources":["CEGID"]}}\n');
    const silent = encoderOf('ndjson', columns, plain);
    expect([silent.note(progress), silent.end({ rows: 2, unreadable: 0, skipped: [] })].map(({ length }) => length)).toEqual([0, 0]);
    expect(Buffer.from(silent.broken({ code: 'RATE_LIMITED', message: 'Enough.' }, { rows: 2, unreadable: 0, skipped: [] })).toString()).toBe('{"trailer":{"complete":false,"rows":2,"unreadable":0,"error":{"code":"RATE_LIMITED","message":"Enough."}}}\n');
  });
});

const arrayBuffer = (content: Buffer): ArrayBuffer => new Uint8Array(content).buffer;

/** What DuckDB reads in a file. */
async function duckdb<Row>(content: Buffer, name: string, sql: (path: string) => string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-duckdb-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await writeFile(join(folder, name), content);
    return (await (await connection.runAndReadAll(sql(join(folder, name)))).getRowObjectsJson()) as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

describe('Parquet', () => {
  test('has the right types', () => {
    const { schema, key_value_metadata: notes } = parquetMetadata(arrayBuffer(written('parquet')));
    expect(schema.slice(1)).toMatchObject([
      { name: 'title', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'clicks', type: 'INT64' },
      { name: 'cost', type: 'DOUBLE' },
      { name: 'online', type: 'BOOLEAN' },
      { name: 'publishedOn', type: 'INT32', converted_type: 'DATE' },
      { name: 'clickedAt', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
    ]);
    expect(notes).toEqual([{ key: 'werkgraph.unreadable', value: '0' }]);
  });

  test('is read back as it was written', async () => {
    expect(await parquetReadObjects({ file: arrayBuffer(written('parquet')) })).toEqual([
      { title: 'Java "Developer";, Zoë', clicks: 12n, cost: 0.35, online: true, publishedOn: new Date('2026-03-29'), clickedAt: new Date(instant) },
      { title: '=1+1', clicks: -3n, cost: -1_234_567.89, online: false, publishedOn: new Date('2026-10-25'), clickedAt: new Date(0) },
      { title: null, clicks: null, cost: null, online: null, publishedOn: null, clickedAt: null },
      { title: '', clicks: 9_007_199_254_740_991n, cost: 1e-7, online: true, publishedOn: new Date('1999-12-31'), clickedAt: new Date(-1) },
    ]);
  });

  test('is what DuckDB takes it for', async () => {
    const described = await duckdb<{ column_name: string; column_type: string }>(written('parquet'), 'a.parquet', (path) => `describe select * from '${path}'`);
    expect(described.map(({ column_name: name, column_type: type }) => `${name} ${type}`)).toEqual(['title VARCHAR', 'clicks BIGINT', 'cost DOUBLE', 'online BOOLEAN', 'publishedOn DATE', 'clickedAt TIMESTAMP WITH TIME ZONE']);
    const [sums] = await duckdb(written('parquet'), 'a.parquet', (path) => `select count(*)::int as n, sum(clicks)::varchar as clicks, sum(cost)::varchar as cost, max("publishedOn")::varchar as latest, epoch_ms(max("clickedAt"))::varchar as at from '${path}'`);
    expect(sums).toEqual({ n: 4, clicks: '9007199254741000', cost: '-1234567.5399999', latest: '2026-10-25', at: String(instant) });
  });

  test.each([0, 1, 3_999, 4_000, 4_001, 25_000])('has all of %d rows, in row groups of a bounded size', async (count) => {
    const many = Array.from({ length: count }, (_, index): Cells => [`v${index}`, index, index / 100, null, null, null]);
    const pages = Array.from({ length: Math.ceil(count / 50) }, (_, page) => many.slice(page * 50, page * 50 + 50));
    const file = fileOf(encoderOf('parquet', columns, plain), pages);
    const { num_rows: total, row_groups: groups } = parquetMetadata(arrayBuffer(file));
    expect(Number(total)).toBe(count);
    expect(groups.every(({ num_rows: rowsOfGroup }) => Number(rowsOfGroup) <= 4_000)).toBe(true);
    const [sums] = await duckdb(file, 'a.parquet', (path) => `select count(*)::int as n, coalesce(sum(clicks), 0)::varchar as clicks from '${path}'`);
    expect(sums).toEqual({ n: count, clicks: String((count * (count - 1)) / 2) });
  });

  test('that breaks off is opened by no reader', async () => {
    const encoder = encoderOf('parquet', columns, plain);
    const broken = Buffer.concat([encoder.begin(), encoder.add(rows), encoder.broken({ code: 'RATE_LIMITED', message: '' }, { rows: 4, unreadable: 0, skipped: [] })]);
    await expect(duckdb(broken, 'a.parquet', (path) => `select * from '${path}'`)).rejects.toThrow(/parquet/i);
  });
});

const sumsIn = (from: string) => `select count(*)::int as n, sum(clicks)::varchar as clicks, sum(cost)::varchar as cost, max("publishedOn")::varchar as latest, count("clickedAt")::int as stamped from ${from}`;

test('DuckDB reads the same in CSV and NDJSON', async () => {
  const expected = [{ n: 4, clicks: '9007199254741000', cost: '-1234567.5399999', latest: '2026-10-25', stamped: 3 }];
  expect(await duckdb(written('csv'), 'a.csv', (path) => sumsIn(`read_csv('${path}')`))).toEqual(expected);
  expect(await duckdb(written('ndjson'), 'a.ndjson', (path) => sumsIn(`read_ndjson('${path}')`))).toEqual(expected);
});
