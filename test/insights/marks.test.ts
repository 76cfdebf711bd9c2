import { describe, expect, test } from 'vitest';
import { joinMarks, markOf, passedByName, passedBySequence, splitMarks } from '../../src/insights/marks.ts';

const marks = (text: string): readonly string[] => [...text].map(markOf);
const place = { page: null, index: 2, total: 4, passed: marks('ab') };
const left = (passed: readonly boolean[], text: string): string => [...text].filter((_, index) => passed[index] !== true).join('');

test('marks stand in one text and come back', () => {
  expect(splitMarks(joinMarks(marks('abc')))).toEqual(marks('abc'));
  expect(splitMarks('')).toEqual([]);
});

describe('rows that a list has once', () => {
  test.each([
    ['where they were', 'abcd', 'cd'],
    ['behind one that was put in front', 'xabcd', 'xcd'],
    ['after one of them went', 'bcd', 'cd'],
  ])('are passed %s', (_case, page, rest) => {
    expect(left(passedByName(marks(page), 4, place), page)).toBe(rest);
  });
});

describe('rows that may be alike', () => {
  test.each([
    ['by their number while the list has its length', 'aaaa', 4, { ...place, passed: marks('aa') }, 'aa'],
    ['further on where others came in before them', 'xabcd', 5, place, 'cd'],
    ['where they were, though others came in behind', 'abcde', 5, place, 'cde'],
    ['at the seam, where they moved on to the next page', 'bcd', 5, { ...place, index: 0 }, 'cd'],
    ['nowhere, where they are not', 'wxyz', 9, place, 'wxyz'],
    ['by their number where nothing tells the length', 'abcd', null, { ...place, total: null }, 'cd'],
    ['nowhere at the beginning', 'abcd', null, { page: null, index: 0, total: null, passed: [] }, 'abcd'],
  ])('are passed %s', (_case, page, total, at, rest) => {
    expect(left(passedBySequence(marks(page), total, at), page)).toBe(rest);
  });
});
