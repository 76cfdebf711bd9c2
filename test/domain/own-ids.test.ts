import { expect, test } from 'vitest';
import { BadInput } from '../../src/domain/errors.ts';
import { ownId, parseOwnId } from '../../src/domain/own-ids.ts';

test('what the gateway keeps has a global id too, with the gateway in the place of a source', () => {
  expect(ownId('posting', '0199')).toBe('werkgraph:posting:0199');
  expect(parseOwnId('posting', 'werkgraph:posting:0199', ['id'])).toBe('0199');
});

test('the bare id that was once told is taken still', () => {
  expect(parseOwnId('posting', '0199', ['id'])).toBe('0199');
});

test.each(['werkgraph:webhook:0199', 'cso:vacancy:1', 'werkgraph:posting:', ':'])('%s is the id of something else', (id) => {
  expect(() => parseOwnId('posting', id, ['id'])).toThrow(BadInput);
});

test.each(['a\u0000', 'werkgraph:posting:a\u0000', 'a\ud800', 'a\nb'])('%j is the id of nothing', (id) => {
  expect(() => parseOwnId('posting', id, ['id'])).toThrow(BadInput);
});
