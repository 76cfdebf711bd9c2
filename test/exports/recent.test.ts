import { expect, test } from 'vitest';
import { recently } from '../../src/exports/recent.ts';

test('a row that moved into the next page while its list grew comes once', () => {
  const came = recently();
  const pages = [['a', 'b', 'c'], ['c', 'd', 'e'], ['e', 'f']];
  expect(pages.flat().filter((key) => !came(key))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('what is remembered is bounded, and what came a moment ago is part of it', () => {
  const came = recently();
  for (let row = 0; row < 100_000; row += 1) expect(came(`row ${row}`)).toBe(false);
  expect(came('row 96000')).toBe(true);
  expect(came('row 95999')).toBe(false);
});
