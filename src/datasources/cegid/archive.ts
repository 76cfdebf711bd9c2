import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { BodyBuffer } from '../../http/body.ts';
import { ShapeError } from '../../http/parse.ts';
import type { ExportBounds } from './config.ts';

/** The entries that hold a vacancy and a candidate; whatever else lies in an archive are attachments. */
const jsonEntry = /^(?:offer|applicant)detail(?:\.json)?$/i;
const encrypted = 0x1;
const stored = 0;
const deflated = 8;

/**
 * The JSON of one exported object. Only that entry is unpacked, up to its bound; attachments never are.
 * @throws ShapeError for everything else that an archive can be, without a word of what it holds
 */
export async function jsonOfArchive(archive: Buffer, bounds: ExportBounds, path: string): Promise<{ readonly value: unknown; readonly bytes: number }> {
  const zip = await opened(archive, path);
  if (zip.entryCount > bounds.entries) throw new ShapeError(path, `an archive of at most ${bounds.entries} entries`);
  const entry = await findEntry(zip, path);
  // Bit 0 of the flags; other methods than these two need more than a ZIP reader has.
  if ((entry.generalPurposeBitFlag & encrypted) !== 0) throw new ShapeError(path, 'an entry that is not encrypted');
  if (![stored, deflated].includes(entry.compressionMethod)) throw new ShapeError(path, 'an entry that is stored or deflated');
  if (entry.uncompressedSize > bounds.entryBytes) throw new ShapeError(path, `an entry of at most ${bounds.entryBytes} bytes`);
  const content = await unpacked(zip, entry, bounds.entryBytes, path);
  try {
    return { value: content.json({ method: 'GET', path }), bytes: entry.uncompressedSize };
  } catch {
    throw new ShapeError(path, 'JSON');
  }
}

async function opened(archive: Buffer, path: string): Promise<ZipFile> {
  try {
    // Names stay bytes: nothing is written by them, so an odd name of an attachment is no reason to lose the row.
    return await fromBufferPromise(archive, { decodeStrings: false });
  } catch {
    throw new ShapeError(path, 'a ZIP archive');
  }
}

async function findEntry(zip: ZipFile, path: string): Promise<Entry> {
  try {
    for await (const entry of zip.eachEntry()) {
      if (jsonEntry.test(entry.fileNameRaw.toString('latin1'))) return entry;
    }
  } catch {
    throw new ShapeError(path, 'a ZIP archive');
  }
  throw new ShapeError(path, 'an entry offerdetail or applicantdetail');
}

/** The reader checks the size that an entry states against what comes out of it, and stops where it is passed. */
async function unpacked(zip: ZipFile, entry: Entry, maxBytes: number, path: string): Promise<BodyBuffer> {
  const content = new BodyBuffer(maxBytes);
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!content.add(chunk)) break;
    }
  } catch {
    throw new ShapeError(path, 'an entry that can be unpacked');
  }
  return content;
}
