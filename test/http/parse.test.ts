import { describe, expect, test } from 'vitest';
import { array, object, objects, optionalDate, optionalInstant, optionalInt, optionalNumber, optionalText, optionalUrl, ShapeError, text, texts } from '../../src/http/parse.ts';

describe('parsing upstream JSON', () => {
  test.each([
    ['2026-02-28T10:00:00Z', '2026-02-28T10:00:00.000Z'],
    ['2026-02-28T10:00:00+01:00', '2026-02-28T09:00:00.000Z'],
    ['2026-02-30T10:00:00Z', undefined],
    ['2026-02-28T10:00:00', undefined],
    ['2026-02-28', undefined],
    [17, undefined],
    [`2026-01-01${'T'.repeat(500_000)}x`, undefined],
  ])('an instant states its zone and a day that exists: %s', (value, expected) => {
    expect(optionalInstant(value)?.toISOString()).toBe(expected);
  });

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2026-01-05T23:30:00-05:00', '2026-01-05'],
    ['05-01-2026', null],
    [null, null],
  ])('a date is the day as it is written: %s', (value, expected) => {
    expect(optionalDate(value)).toBe(expected);
  });

  test('texts are trimmed, numbers are told in decimals, and blanks are nothing', () => {
    expect([optionalText('  a '), optionalText(7), optionalText('   '), optionalText({}), optionalText(Number.NaN)]).toEqual(['a', '7', null, null, null]);
    expect(texts(['a', '', 3, null])).toEqual(['a', '3']);
    expect(texts('a')).toEqual(['a']);
  });

  test('numbers may come as decimal texts, and an Int is one that GraphQL can hold', () => {
    expect([optionalNumber('12.5'), optionalNumber(''), optionalNumber('x'), optionalNumber(Infinity)]).toEqual([12.5, null, null, null]);
    expect([optionalInt(3), optionalInt(3.5), optionalInt(2 ** 31)]).toEqual([3, null, null]);
  });

  test('only absolute web addresses are URLs', () => {
    expect([optionalUrl('https://example.org/a'), optionalUrl('javascript:alert(1)'), optionalUrl('/a'), optionalUrl('ftp://example.org')]).toEqual(['https://example.org/a', null, null, null]);
  });

  test.each(['\u0000', '\n', '\ud800'])('a URL that holds %j as it is written is none', (sign) => {
    expect(optionalUrl(`https://example.org/a${sign}b`)).toBeNull();
  });

  test('a wrong shape names its path', () => {
    expect(() => object([], 'a.b')).toThrow(new ShapeError('a.b', 'an object'));
    expect(() => array({}, '')).toThrow('expected an array at the root');
    expect(() => text('', 'id')).toThrow('expected a string at id');
  });

  test('entries of a list that are no objects are passed over', () => {
    expect(objects([{ a: 1 }, null, 'x', [1]])).toEqual([{ a: 1 }]);
    expect(objects('x')).toEqual([]);
  });
});
