/** Archives as the exports send them: each behind its length in four bytes, little-endian; nothing at all at the end. */
export function frames(archives: readonly Uint8Array[]): Buffer {
  return Buffer.concat(archives.flatMap((archive) => [lengthPrefix(archive.length), archive]));
}

function lengthPrefix(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}
