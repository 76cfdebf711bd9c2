import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

const version = 20;
/** Bit 11: names are UTF-8. */
const flags = 0x0800;
/** 1 January 1980, the first day that a ZIP can name. */
const dosDate = 0x0021;

/** A ZIP archive of the entries, in their order; method 8 or 0 of the ZIP format. */
export function zip(entries: readonly ZipEntry[], method: 'deflate' | 'store'): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = method === 'deflate' ? deflateRawSync(content) : Buffer.from(content);
    const nameBytes = Buffer.from(name, 'utf8');
    const common = commonHeader(method, content, packed.length, nameBytes.length);
    const local = Buffer.concat([uint32(0x04034b50), common, nameBytes, packed]);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(version), common, directoryTail(offset), nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = Buffer.concat([uint32(0x06054b50), uint16(0), uint16(0), count, count, uint32(central.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...locals, central, end]);
}

/** What the local header and the central directory share: from the version needed to the extra field's length. */
function commonHeader(method: 'deflate' | 'store', content: Uint8Array, packedLength: number, nameLength: number): Buffer {
  return Buffer.concat([
    uint16(version),
    uint16(flags),
    uint16(method === 'deflate' ? 8 : 0),
    uint16(0),
    uint16(dosDate),
    uint32(crc32(content)),
    uint32(packedLength),
    uint32(content.length),
    uint16(nameLength),
    uint16(0),
  ]);
}

/** Comment length, disk, internal and external attributes, and where the local header begins. */
function directoryTail(localOffset: number): Buffer {
  return Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(localOffset)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
