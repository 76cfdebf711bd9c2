import { isUtf8 } from 'node:buffer';

/** A string that takes more bytes than this gets pages of memory of its own from V8: to have them mapped and cleared costs several times what parsing the text does. */
const mostCheapBytes = 128 * 1024 - 32;
/** As a string, a text takes two bytes a character as soon as one of its characters is beyond Latin-1. */
const mostWideCharacters = mostCheapBytes / 2;
/** What is larger is rare. */
const mostNarrowedBytes = 1024 * 1024;
/** A dear string is still half as dear, as long as its escapes make it no longer than this times its bytes. */
const mostGrowth = 1.25;

const lastOfAscii = 0x7f;
const lastOfLatin1 = 0xff;
const [byteOrderMark, backslash] = [Buffer.from('\uFEFF'), 0x5c];
const hexDigits = Buffer.from('0123456789abcdef');
/** Two escapes: a character beyond U+FFFF. */
const longestWritten = 12;
/** Shared by all readers, since none waits for anything between writing to it and reading what it wrote. */
const narrow = Buffer.allocUnsafeSlow(mostNarrowedBytes * mostGrowth + longestWritten);

/**
 * The text of JSON in UTF-8, for `JSON.parse`; a byte order mark is left out, what is not UTF-8 becomes U+FFFD. Characters beyond Latin-1 stand
 * as their escapes, which mean the same, where that makes a string half as large that would be dear.
 */
export function jsonText(bytes: Buffer): string {
  const text = byteOrderMark.equals(bytes.subarray(0, byteOrderMark.length)) ? bytes.subarray(byteOrderMark.length) : bytes;
  if (text.length <= mostWideCharacters || text.length > mostNarrowedBytes || !isUtf8(text)) return text.toString('utf8');
  const written = writeNarrow(text);
  return written === null ? text.toString('utf8') : narrow.toString('latin1', 0, written);
}

/** Writes the text in Latin-1, with escapes. @returns how many bytes; null where they are too many, or an escape would mean another text */
function writeNarrow(text: Buffer): number | null {
  const endOfAscii = asciiReader(text);
  const most = Math.max(mostCheapBytes, text.length * mostGrowth);
  let [at, written] = [0, 0];
  while (at < text.length) {
    const end = endOfAscii(at);
    written += text.copy(narrow, written, at, end);
    for (at = end; at < text.length; ) {
      const code = codePointAt(text, at);
      if (code <= lastOfAscii) break;
      if (code > lastOfLatin1 && text[at - 1] === backslash) return null;
      written = writeCharacter(code, written);
      at += bytesOf(code);
      if (written + text.length - at > most) return null;
    }
  }
  return written;
}

/** Finds where what is ASCII from a place on ends. Four bytes are looked at in one: most of JSON is ASCII. */
function asciiReader(text: Buffer): (from: number) => number {
  const aligned = -text.byteOffset & 3;
  const words = new Int32Array(text.buffer, text.byteOffset + aligned, (text.length - aligned) >> 2);
  const isAscii = (at: number): boolean => (text[at] ?? 0) <= lastOfAscii;
  return (from) => {
    let at = from;
    for (; (at - aligned) % 4 !== 0; at += 1) if (at >= text.length || !isAscii(at)) return at;
    let word = (at - aligned) / 4;
    while (word < words.length && ((words[word] ?? 0) & 0x80808080) === 0) word += 1;
    for (at = aligned + word * 4; at < text.length && isAscii(at); ) at += 1;
    return at;
  };
}

/** The character that begins there, of a text that is known to be UTF-8. */
function codePointAt(text: Buffer, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = [text[at], text[at + 1], text[at + 2], text[at + 3]];
  if (first <= lastOfAscii) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | (second & 0x3f);
  if (first < 0xf0) return ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return ((first & 0x07) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f);
}

function bytesOf(code: number): number {
  return code <= 0x7ff ? 2 : code <= 0xffff ? 3 : 4;
}

/** @returns where the next is written */
function writeCharacter(code: number, at: number): number {
  if (code <= lastOfLatin1) {
    narrow[at] = code;
    return at + 1;
  }
  if (code <= 0xffff) return writeEscape(code, at);
  const beyond = code - 0x10000;
  return writeEscape(0xdc00 | (beyond & 0x3ff), writeEscape(0xd800 | (beyond >> 10), at));
}

/** `\uXXXX` */
function writeEscape(unit: number, at: number): number {
  narrow[at] = backslash;
  narrow[at + 1] = 0x75;
  for (let digit = 0; digit < 4; digit += 1) narrow[at + 2 + digit] = hexDigits[(unit >> (12 - 4 * digit)) & 0xf] ?? 0;
  return at + 6;
}
