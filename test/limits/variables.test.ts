import { expect, test } from 'vitest';
import { areTooLarge, mostVariables } from '../../src/limits/variables.ts';

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

function named(count: number): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
}

test('variables are bounded in depth and in number', () => {
  expect(areTooLarge({ a: nested(mostVariables.depth) })).toBe('depth');
  expect(areTooLarge({ a: nested(mostVariables.depth - 1) })).toBeNull();
  expect(areTooLarge({ a: Array(mostVariables.values).fill(1) })).toBe('values');
  expect(areTooLarge({ a: Array(mostVariables.values - 1).fill(1) })).toBeNull();
  expect(areTooLarge({ a: named(mostVariables.names + 1) })).toBe('names');
  expect(areTooLarge({ a: named(mostVariables.names) })).toBeNull();
  expect(areTooLarge({})).toBeNull();
});

test('they are walked without recursion', () => {
  expect(areTooLarge(JSON.parse(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`))).toBe('depth');
});
