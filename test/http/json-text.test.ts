import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonText } from '../../src/http/json-text.ts';

/** Of this size a text with a character beyond Latin-1 would be a large string. */
const large = 80_000;

/** JSON of about that size, with the texts spread over it. */
function filled(texts: readonly string[], size = large): Buffer {
  const filler = 'x'.repeat(Math.ceil(size / (texts.length + 1)));
  return Buffer.from(JSON.stringify(texts.flatMap((text) => [filler, text, { [text]: filler.slice(0, 5) }]).concat(filler)));
}

/** Whether all is of Latin-1. */
function isNarrow(text: string): boolean {
  return Buffer.from(text, 'latin1').toString('latin1') === text;
}

/** The same bytes where words begin elsewhere. */
function shifted(bytes: Buffer, by: number): Buffer {
  return Buffer.concat([Buffer.alloc(by, 0xff), bytes]).subarray(by);
}

const asItIs = (bytes: Buffer): string => bytes.toString('utf8').replace(/^\uFEFF/, '');

describe('a large text', () => {
  test('means what it says, whatever its characters and wherever it lies', () => {
    const text = string({ unit: constantFrom('a', '"', '\\', '\n', 'é', 'ÿ', 'Ā', '’', '\u2028', '\uFEFF', '\uFFFF', '\uD800', '日', '👩‍🔧', '𐀀', '\u{10FFFF}') });
    const sameMeaning = property(array(text, { minLength: 1, maxLength: 20 }), integer({ min: 0, max: 7 }), (texts, by) => {
      const found = jsonText(shifted(filled(texts), by));
      expect(JSON.parse(found)).toEqual(JSON.parse(filled(texts).toString('utf8')));
    });
    assert(sameMeaning, { numRuns: 200 });
  });

  test.each([
    ['escapes what is beyond Latin-1', ['1 ’ 2 € 3 日本 4 👩‍🔧', 'één'], true],
    ['leaves one of Latin-1 alone', ['één café'], true],
    ['is read as it is where a backslash stands before such a character', ['C:\\’'], false],
    ['is read as it is where that would make it larger', ['ж'.repeat(8000)], false],
    ['escapes a few of many', ['ж'.repeat(8000)], true, 400_000],
    ['is read as it is where many are beyond Latin-1', ['ж'.repeat(16_000)], false, 200_000],
    ['is read as it is where it is very large', ['’'], false, 2_200_000],
  ] as const)('%s', (_name, texts, escaped, size: number | undefined = large) => {
    const bytes = filled(texts, size);
    expect(isNarrow(jsonText(bytes))).toBe(escaped);
    expect(JSON.parse(jsonText(bytes))).toEqual(JSON.parse(bytes.toString('utf8')));
  });

  test('that is no JSON stays none', () => {
    for (const wrong of ['"\\’"', '’', '{’:1}', '"a"’']) {
      const bytes = Buffer.from(`["${'x'.repeat(large)}", ${wrong}]`);
      expect(() => JSON.parse(asItIs(bytes))).toThrow(SyntaxError);
      expect(() => JSON.parse(jsonText(bytes))).toThrow(SyntaxError);
    }
  });

  test('that is not UTF-8 is read as others read it', () => {
    for (const wrong of [[0xff], [0xc3], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      const bytes = Buffer.concat([Buffer.from(`["${'x'.repeat(large)}’`), Buffer.from(wrong), Buffer.from('"]')]);
      expect(jsonText(bytes)).toBe(bytes.toString('utf8'));
    }
  });

  test('keeps the one before it apart', () => {
    const [one, other] = [jsonText(filled(['’one'])), jsonText(filled(['’other']))];
    expect([one.includes('one'), one.includes('other'), other.includes('other')]).toEqual([true, false, true]);
  });
});

test.each([0, 1, 100, 65_000, 65_536, 70_000, 131_000, 131_072, 140_000, 1_048_500, 1_048_600])('a byte order mark is left out before %i characters', (characters) => {
  const json = JSON.stringify([`${'x'.repeat(characters)}’`]);
  expect(JSON.parse(jsonText(Buffer.from(`\uFEFF${json}`)))).toEqual(JSON.parse(json));
  expect(jsonText(Buffer.from('\uFEFF'))).toBe('');
});
