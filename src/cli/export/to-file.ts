import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { dirname } from 'node:path';
import type { Walk } from '../../exports/batch.ts';
import type { Cells } from '../../exports/column.ts';
import type { Encoder, Summary } from '../../exports/encoder.ts';
import { NotWhole } from '../../exports/errors.ts';
import { jsonLine } from '../../exports/json-line.ts';
import type { Meter } from '../../exports/meter.ts';
import type { Progress } from '../../exports/progress.ts';
import { syncFolder } from '../../store/folders.ts';
import { holdAlone } from './hold-alone.ts';

/** Rows that are encoded at once when the file is made of what was read. */
const rowsAtOnce = 500;
/** How long what was read may lie in memory before it is on the disk for good, milliseconds. */
const syncMs = 2000;
/** Of the places that a journal names: what an earlier version left in other words is not gone on with. */
const journalVersion = 2;

/** What is known of a file that is being made, kept beside it. */
interface Journal extends Summary {
  /** What the file is asked to hold: only an equal question goes on with it. */
  readonly question: string;
  /** Bytes of the spool that are whole. */
  readonly bytes: number;
  /** Where the walk goes on. */
  readonly next: string | null;
  /** Whether everything was read. */
  readonly read: boolean;
  /** When the first page was read, milliseconds since the epoch. */
  readonly begunAt: number;
}

export interface FileOfRows {
  readonly path: string;
  /** Names the question, with whose figures they are: equal for equal files. */
  readonly question: string;
  readonly walk: Walk;
  readonly encoder: Encoder;
  readonly meter: Meter;
  readonly now: () => number;
  /** How old what an earlier run read may be to go on with it; null: any age, since it does not change any more. */
  readonly maxAgeMs: number | null;
  /** Told after each page, and of an earlier run that is gone on with. */
  readonly told: (event: { readonly kind: 'resumed' | 'page'; readonly progress: Progress }) => void;
}

/**
 * Makes a file that is there whole or not at all. What is read goes into a spool beside it, `<file>.part`, page by page, with a journal of
 * the last page that is safe on the disk; a run that was interrupted, however hard, is gone on with by the next. When everything is there
 * the file is written from the spool and takes its name.
 *
 * @throws SourceFailure, after which a further run goes on; NotWhole, after which it begins anew
 * @throws FileInUse where another process makes it
 */
export async function writeFileOfRows(file: FileOfRows): Promise<Summary> {
  const release = await holdAlone(`${file.path}.lock`);
  try {
    return await makeFile(file);
  } finally {
    await release();
  }
}

async function makeFile(file: FileOfRows): Promise<Summary> {
  const spool = `${file.path}.part`;
  const journalPath = `${file.path}.part.json`;
  const question = createHash('sha256').update(`${journalVersion} ${file.question}`).digest('base64url');
  const earlier = await journalOf(journalPath, spool, question, file);
  if (earlier === null) await rm(spool, { force: true });
  else {
    await truncate(spool, earlier.bytes);
    file.meter.resume(earlier);
    file.told({ kind: 'resumed', progress: file.meter.progress() });
  }
  if (earlier?.read !== true) await readInto(spool, journalPath, { question, begunAt: earlier?.begunAt ?? file.now(), from: earlier?.next ?? null, bytes: earlier?.bytes ?? 0 }, file);
  const summary = file.meter.summary();
  const made = `${file.path}.made`;
  await pipeline(encoded(spool, file.encoder, summary), createWriteStream(made, { mode: 0o600, flush: true }));
  await rename(made, file.path);
  await syncFolder(dirname(file.path));
  await rm(journalPath, { force: true });
  await rm(spool, { force: true });
  return summary;
}

interface Start {
  readonly question: string;
  readonly begunAt: number;
  readonly from: string | null;
  readonly bytes: number;
}

async function readInto(spool: string, journalPath: string, { question, begunAt, from, bytes: begun }: Start, { walk, meter, now, told }: FileOfRows): Promise<void> {
  const handle = await open(spool, 'a', 0o600);
  try {
    let bytes = begun;
    let syncedAt = now();
    let last: string | null = null;
    const keep = async (next: string | null, read: boolean): Promise<void> => {
      await handle.datasync();
      await writeJournal(journalPath, { question, begunAt, bytes, next, read, ...meter.summary() });
      syncedAt = now();
    };
    const pages = walk.batches(from);
    for (;;) {
      // What a source fails on leaves what came before it.
      const { done, value: batch } = await pages.next().catch(async (error: unknown) => {
        if (error instanceof NotWhole) await rm(journalPath, { force: true });
        else if (last !== null) await keep(last, false);
        throw error;
      });
      if (done === true) break;
      const lines = Buffer.from(batch.rows.map((row) => `${jsonLine(row)}\n`).join(''), 'utf8');
      await handle.appendFile(lines);
      bytes += lines.length;
      meter.add(batch);
      last = batch.next;
      if (last !== null && now() - syncedAt >= syncMs) await keep(last, false);
      told({ kind: 'page', progress: meter.progress() });
    }
    await keep(null, true);
  } finally {
    await handle.close();
  }
}

/** What an earlier run left, null where there is nothing to go on with. */
async function journalOf(path: string, spool: string, question: string, { now, maxAgeMs }: FileOfRows): Promise<Journal | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const size = await stat(spool).then(
    (found) => found.size,
    () => null,
  );
  const journal = text === null ? null : parseJournal(text);
  if (journal === null || size === null || size < journal.bytes || journal.question !== question) return null;
  return maxAgeMs !== null && now() - journal.begunAt > maxAgeMs ? null : journal;
}

function parseJournal(text: string): Journal | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJournal(value) ? value : null;
  } catch {
    return null;
  }
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const journal = new Map(Object.entries(value));
  const numbers = ['bytes', 'rows', 'unreadable', 'begunAt'].every((name) => Number.isSafeInteger(journal.get(name)));
  const next = journal.get('next');
  const skipped: unknown = journal.get('skipped');
  const names = Array.isArray(skipped) && skipped.every((name) => typeof name === 'string');
  return numbers && names && typeof journal.get('question') === 'string' && typeof journal.get('read') === 'boolean' && (next === null || typeof next === 'string');
}

/** In one step: a journal that is half written would lose what it is for. */
async function writeJournal(path: string, journal: Journal): Promise<void> {
  const fresh = `${path}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(journal));
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(fresh, path);
}

async function* encoded(spool: string, encoder: Encoder, summary: Summary): AsyncGenerator<Uint8Array> {
  yield encoder.begin();
  let rows: Cells[] = [];
  for await (const line of createInterface({ input: createReadStream(spool), crlfDelay: Number.POSITIVE_INFINITY })) {
    rows.push(cellsIn(line));
    if (rows.length < rowsAtOnce) continue;
    yield encoder.add(rows);
    rows = [];
  }
  yield encoder.add(rows);
  yield encoder.end(summary);
}

function cellsIn(line: string): Cells {
  const cells: unknown = JSON.parse(line);
  if (!Array.isArray(cells)) throw new TypeError('the spool holds something else than rows');
  return cells.map((cell: unknown) => (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null));
}
