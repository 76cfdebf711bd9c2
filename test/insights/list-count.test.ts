import { describe, expect, test } from 'vitest';
import { listCount } from '../../src/insights/list-count.ts';

const page = (rows: number, total: number | null) => ({ rows: Array.from({ length: rows }, () => null), failures: [], total });

function goneOnWith(total: number | null, rows: number) {
  const before = listCount();
  before.add(page(50, 120), 50);
  const after = listCount(before.counted());
  after.add(page(rows, total), rows);
  return { moved: after.moved(), whole: after.isWhole() };
}

describe('a list that is gone on with', () => {
  test('is whole where all of its rows came in one run or the other', () => {
    expect(goneOnWith(120, 70)).toEqual({ moved: false, whole: true });
  });

  test('is not whole where it ended before its end', () => {
    expect(goneOnWith(120, 69)).toEqual({ moved: false, whole: false });
    expect(goneOnWith(null, 20)).toEqual({ moved: false, whole: false });
  });

  test.each([119, 121])('moved where it has %d rows and no longer 120: which ones came is forgotten', (total) => {
    expect(goneOnWith(total, 70)).toEqual({ moved: true, whole: false });
  });
});
