import { describe, expect, test } from 'vitest';
import { isOvergrown, mostOfBody } from '../../src/limits/body.ts';

const list = (count: number) => JSON.stringify({ v: Array.from({ length: count }, () => 1) });
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('the body of a request', () => {
  test.each([
    ['usual', JSON.stringify({ query: '{ a(b: ["\\"{[,"]) { c, d } }', variables: { x: [1, { y: 'z' }] } })],
    ['at the bound of values', list(mostOfBody.commas + 1)],
    ['at the bound of depth', nested(mostOfBody.depth)],
    ['wide in its texts alone', JSON.stringify({ query: ',[{'.repeat(100_000) })],
    ['with quotes and backslashes in its texts', JSON.stringify({ query: '\\"\\\\",[{'.repeat(30_000), other: '\\' })],
    ['with lists beside one another', JSON.stringify(Array.from({ length: 1000 }, () => [[]]))],
    ['that is no JSON', '{"query": "never ends, [[[['],
    ['empty', ''],
  ])('is parsed: one %s', (_name, text) => {
    expect(isOvergrown(text)).toBe(false);
  });

  test.each([
    ['with more values', list(mostOfBody.commas + 2)],
    ['nested deeper', nested(mostOfBody.depth + 1)],
    ['of names alone', `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`],
    ['with values behind a text that ends in backslashes', `{"a":"\\\\\\\\",${list(30_000).slice(1)}`],
  ])('is not: one %s', (_name, text) => {
    expect(isOvergrown(text)).toBe(true);
  });
});
