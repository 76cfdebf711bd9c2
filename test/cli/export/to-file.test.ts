import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SourceFailure } from '../../../src/domain/errors.ts';
import type { Batch, Walk } from '../../../src/exports/batch.ts';
import type { Cells, ColumnHead } from '../../../src/exports/column.ts';
import { plainDialect } from '../../../src/exports/dialect.ts';
import { NotWhole } from '../../../src/exports/errors.ts';
import { encoderOf } from '../../../src/exports/format.ts';
import { meterOf } from '../../../src/exports/meter.ts';
import { type FileOfRows, writeFileOfRows } from '../../../src/cli/export/to-file.ts';

const columns: readonly ColumnHead[] = [{ name: 'title', type: 'text', description: 'A title.' }];
const titles = ['one', 'line\u2028separator', 'paragraph\u2029separator', 'carriage\rreturn', 'line\nfeed', '{"a":1}', ''];

/** A list of pages of one row, each named by its number, of which one may fail. */
function listOf(rows: readonly Cells[], failing: { readonly at: number; readonly with: Error } | null, asked: number[]): Walk {
  return {
    columns,
    secondsAPage: 0,
    async *batches(from): AsyncGenerator<Batch> {
      for (let page = Number(from ?? 0); page < rows.length; page += 1) {
        asked.push(page);
        if (failing?.at === page) throw failing.with;
        yield { rows: rows.slice(page, page + 1), read: 1, unreadable: 0, next: page + 1 < rows.length ? String(page + 1) : null, total: rows.length };
      }
    },
  };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'werkgraph-file-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

function fileOf(path: string, walk: Walk): FileOfRows {
  const options = { dialect: plainDialect, progress: false, trailer: false };
  return { path, question: 'the same', walk, encoder: encoderOf('ndjson', columns, options), meter: meterOf(Date.now), now: Date.now, maxAgeMs: null, told: () => undefined };
}

const rows = titles.map((title): Cells => [title]);

test('texts come through the spool as they are, whatever ends a line to some reader', async () => {
  const path = join(await folder(), 'titles.ndjson');
  await writeFileOfRows(fileOf(path, listOf(rows, null, [])));
  const text = await readFile(path, 'utf8');
  const lines = text.trimEnd().split(/[\n\r\u2028\u2029]/);
  expect(lines.map((line) => (JSON.parse(line) as { title: string }).title)).toEqual(titles);
});

test('a source that fails leaves what came before it, and the next run goes on there', async () => {
  const path = join(await folder(), 'titles.ndjson');
  const failure = new SourceFailure('ICTERGEZOCHT', 'UPSTREAM_UNAVAILABLE', 'It does not answer.');
  await expect(writeFileOfRows(fileOf(path, listOf(rows, { at: 3, with: failure }, [])))).rejects.toBe(failure);
  const asked: number[] = [];
  expect(await writeFileOfRows(fileOf(path, listOf(rows, null, asked)))).toEqual({ rows: rows.length, unreadable: 0, skipped: [] });
  expect(asked).toEqual([3, 4, 5, 6]);
});

test('a list of which rows may have been passed over is no file, and the next run begins anew', async () => {
  const path = join(await folder(), 'titles.ndjson');
  const moved = new NotWhole('ICTERGEZOCHT');
  await expect(writeFileOfRows(fileOf(path, listOf(rows, { at: 3, with: moved }, [])))).rejects.toBe(moved);
  expect(existsSync(path)).toBe(false);
  const asked: number[] = [];
  await writeFileOfRows(fileOf(path, listOf(rows, null, asked)));
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
