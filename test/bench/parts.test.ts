import { describe, expect, it, test } from 'vitest';
import { withResults } from '../../bench/readme.ts';
import { percentile, spreadOf } from '../../bench/statistics.ts';

describe('a percentile', () => {
  it.each([
    [0, 1],
    [0.5, 3],
    [0.25, 2],
    [0.9, 4.6],
    [1, 5],
  ])('at %d of 1 to 5 is %d: between two neighbours by how near it is to each', (part, value) => {
    expect(percentile([1, 2, 3, 4, 5], part)).toBeCloseTo(value);
  });

  it('of nothing is no number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

test('a spread is the median between the least and the most, whatever their order', () => {
  expect(spreadOf([9, 1, 4, 2])).toEqual({ median: 3, min: 1, max: 9 });
});

describe('results in the README', () => {
  const text = 'before\n<!-- startup: begin -->\nold\n<!-- startup: end -->\nafter\n';

  it('replace those of their section and nothing else', () => {
    expect(withResults(text, 'startup', 'new')).toBe('before\n<!-- startup: begin -->\n\nnew\n\n<!-- startup: end -->\nafter\n');
  });

  it('are refused where there is no such section', () => {
    expect(() => withResults(text, 'compare', 'new')).toThrow('there is no section "compare"');
  });
});
