/** Largest CV, bytes after base64 (ICTerGezocht document, Sollicitaties: 20 MB). */
export const maxCvBytes = 20 * 1024 * 1024;

/**
 * The bytes of base64 text (RFC 4648, 4); the alphabet for URLs (5), line breaks and a missing end are accepted.
 * @returns null where it is none
 */
export function bytesOfBase64(text: string): Buffer | null {
  const written = /\s/.test(text) ? text.replaceAll(/\s+/g, '') : text;
  const signs = written.replace(/={1,2}$/, '').length;
  const padding = written.length - signs;
  if (signs % 4 === 1 || (padding > 0 && written.length % 4 !== 0)) return null;
  const bytes = Buffer.from(written, 'base64');
  // What is none of its signs is passed over, and tells by the length.
  return bytes.length === Math.floor((signs * 3) / 4) ? bytes : null;
}

interface Kind {
  readonly starts: readonly number[];
  /** Of files that begin alike, by the end of their name. */
  readonly types: Readonly<Record<string, string>>;
  readonly otherwise: string;
}
const unknown = 'application/octet-stream';
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How the usual files of a CV begin. What a browser would run is not among them. */
const kinds: readonly Kind[] = [
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], types: {}, otherwise: 'application/pdf' },
  { starts: [0x50, 0x4b, 0x03, 0x04], types: { docx: office, odt: 'application/vnd.oasis.opendocument.text' }, otherwise: unknown },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], types: { doc: 'application/msword' }, otherwise: unknown },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], types: {}, otherwise: 'application/rtf' },
  { starts: [0x89, 0x50, 0x4e, 0x47], types: {}, otherwise: 'image/png' },
  { starts: [0xff, 0xd8, 0xff], types: {}, otherwise: 'image/jpeg' },
];

/** By its first bytes, and where those are those of several kinds by its name too. */
export function contentTypeOf(bytes: Uint8Array, fileName: string | null): string {
  const kind = kinds.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (kind === undefined) return unknown;
  const [, ending = ''] = /\.([A-Za-z0-9]{1,8})$/.exec(fileName ?? '') ?? [];
  return Object.hasOwn(kind.types, ending.toLowerCase()) ? (kind.types[ending.toLowerCase()] ?? kind.otherwise) : kind.otherwise;
}
