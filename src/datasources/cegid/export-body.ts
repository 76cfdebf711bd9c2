import { BodyBuffer } from '../../http/body.ts';
import type { Call } from '../../http/call.ts';
import { BodyError, type Target } from '../../http/errors.ts';
import { isObject, ShapeError } from '../../http/parse.ts';
import { jsonOfArchive } from './archive.ts';
import { ByteReader } from './byte-reader.ts';
import type { ExportBounds } from './config.ts';

/** One row of an export: its JSON, or where and how it is not what it should be. It survives JSON, so that it can be cached. */
export type ExportRow = { readonly value: unknown } | { readonly problem: string };

/** A page of an export, however the site sent it. */
export interface ExportPage {
  readonly rows: readonly ExportRow[];
  /** How many there are in all, where the answer says so. */
  readonly total: number | null;
}

/** A streamed answer of an export, read to its rows: from here on it is an answer like any other, to be shared and repeated. */
export function readingExport(bounds: ExportBounds): (next: Call<AsyncIterable<Uint8Array>>) => Call<ExportPage> {
  let sendsArchives = false;
  return (next) => async (request) => {
    const answer = await next(request);
    const page = await readExport(answer.body, { bounds, target: request, emptyIsEnd: answer.status === 204 || sendsArchives || isOfBytes(answer.headers['content-type']) });
    const { framed, ...body } = page;
    sendsArchives ||= framed;
    return { ...answer, body };
  };
}

/** Whether a type is of neither JSON nor a text. */
function isOfBytes(contentType: string | undefined): boolean {
  return contentType !== undefined && !/json|^text\//i.test(contentType);
}

/** How an export is read. */
export interface ExportReading {
  readonly bounds: ExportBounds;
  readonly target: Target;
  /** Whether nothing at all is the end, as it is among archives. JSON says so by an empty list: there, nothing is no answer. */
  readonly emptyIsEnd: boolean;
}

/**
 * Reads an export by its content: archives behind their lengths (clients in the wild), else JSON (Cegid document, Response and
 * Request Formats). An archive that cannot be read costs its row.
 * @throws BodyError for anything else, for a cut off answer and for one past its bounds; ShapeError for JSON without a list
 */
export async function readExport(body: AsyncIterable<Uint8Array>, { bounds, target, emptyIsEnd }: ExportReading): Promise<ExportPage & { readonly framed: boolean }> {
  const reader = new ByteReader(body);
  try {
    if (!(await reader.has(1))) {
      if (!emptyIsEnd) throw new BodyError(target, 'truncated');
      return { rows: [], total: null, framed: false };
    }
    await reader.has(headBytes);
    const framed = isFramed(reader.peek(headBytes));
    return { ...(framed ? await readFrames(reader, bounds, target) : await readJson(reader, bounds, target)), framed };
  } finally {
    await reader.close();
  }
}

const lengthBytes = 4;
const headBytes = 8;
/** How a ZIP begins: with an entry, or empty. */
const zipStarts = new Set(['504b0304', '504b0506']);

/** Whether an archive begins behind four bytes; no JSON text does. */
function isFramed(head: Buffer): boolean {
  return zipStarts.has(head.subarray(lengthBytes).toString('hex'));
}

async function readFrames(reader: ByteReader, bounds: ExportBounds, target: Target): Promise<ExportPage> {
  const rows: ExportRow[] = [];
  let leftBytes = bounds.totalBytes;
  while (await reader.has(1)) {
    if (!(await reader.has(lengthBytes))) throw new BodyError(target, 'truncated');
    const length = reader.take(lengthBytes).readUInt32LE();
    if (length > bounds.archiveBytes || rows.length >= bounds.rows) throw new BodyError(target, 'too-large');
    if (!(await reader.has(length))) throw new BodyError(target, 'truncated');
    const entryBytes = Math.min(bounds.entryBytes, leftBytes);
    const { row, bytes } = await rowOfArchive(reader.take(length), { ...bounds, entryBytes }, `[${rows.length}]`);
    rows.push(row);
    leftBytes -= bytes;
  }
  return { rows, total: null };
}

async function rowOfArchive(archive: Buffer, bounds: ExportBounds, path: string): Promise<{ readonly row: ExportRow; readonly bytes: number }> {
  try {
    const { value, bytes } = await jsonOfArchive(archive, bounds, path);
    return { row: { value }, bytes };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return { row: { problem: error.message }, bytes: 0 };
  }
}

async function readJson(reader: ByteReader, bounds: ExportBounds, target: Target): Promise<ExportPage> {
  const body = new BodyBuffer(bounds.totalBytes);
  while (await reader.has(1)) {
    if (!body.add(await reader.takeSome())) throw new BodyError(target, 'too-large');
  }
  return pageOf(body.json(target), bounds, target);
}

/** Names under which an object may hold its list; `data` is what the vendor's wrapped answers use. */
const listNames = ['data', 'items', 'results', 'vacancies', 'offers', 'candidates', 'applicants'];

function pageOf(body: unknown, bounds: ExportBounds, target: Target): ExportPage {
  if (body === null) return { rows: [], total: null };
  const list = listOf(body);
  if (list === null) throw new ShapeError('', 'a list, or an object with one');
  if (list.length > bounds.rows) throw new BodyError(target, 'too-large');
  return { rows: list.map((value) => ({ value })), total: totalOf(body) };
}

/** A list, or the list of an object that wraps one; null where there is none. */
export function listOf(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  if (!isObject(body)) return null;
  for (const name of listNames) {
    const list: unknown = body[name];
    if (Array.isArray(list)) return list;
  }
  return null;
}

function totalOf(body: unknown): number | null {
  const pagination: unknown = isObject(body) ? (body['_pagination'] ?? body) : null;
  const total: unknown = isObject(pagination) ? pagination['total'] : null;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : null;
}
