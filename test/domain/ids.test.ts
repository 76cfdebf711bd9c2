import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/domain/errors.ts';
import { globalId, idKinds, parseGlobalId, parseIdOf } from '../../src/domain/ids.ts';
import { sourceNames } from '../../src/domain/source-name.ts';

test('a global id is source, kind and upstream id, the first two in lower case', () => {
  expect(globalId('CSO', 'vacancy', '01130-041035402768')).toBe('cso:vacancy:01130-041035402768');
  expect(globalId('CSO', 'enumeration', 'regions/BRG.0204')).toBe('cso:enumeration:regions/BRG.0204');
});

test('a global id is read back as it was made, colons of the upstream id included', () => {
  const readable = fc.string({ minLength: 1, maxLength: 400, unit: fc.constantFrom('a', 'Z', '0', ':', '/', '.', '-', '%', 'é', '日') });
  fc.assert(
    fc.property(fc.constantFrom(...sourceNames), fc.constantFrom(...idKinds), readable, (source, kind, sourceId) => {
      expect(parseGlobalId(globalId(source, kind, sourceId), ['id'])).toEqual({ source, kind, sourceId });
    }),
  );
});

describe('what is no global id', () => {
  test.each([
    '',
    ':',
    '::',
    'vdab',
    'vdab:vacancy',
    'vdab:vacancy:',
    'VDAB:vacancy:1',
    'vdab:Vacancy:1',
    'indeed:vacancy:1',
    'vdab:person:1',
    ' vdab:vacancy:1',
    'vdab:vacancy: 1',
    'vdab:vacancy:1\n',
    'vdab:vacancy:a\u0000b',
    'vdab:vacancy:a\u007fb',
    'vdab:vacancy:a\ud800b',
    'vdab:vacancy:a\u00a0b',
    `vdab:vacancy:${'x'.repeat(600)}`,
    'x'.repeat(1_000_000),
    'toString:constructor:__proto__',
  ])('%.60j is refused by the name of its argument', (id) => {
    expect(() => parseGlobalId(id, ['ids', '3'])).toThrow(BadInput);
    expect(() => parseGlobalId(id, ['ids', '3'])).toThrow(/^"ids\.3" is not a global id/);
  });
});

test('an id of one kind does not pass for another', () => {
  expect(parseIdOf('vacancy', 'vdab:vacancy:1', ['id'])).toEqual({ source: 'VDAB', kind: 'vacancy', sourceId: '1' });
  expect(() => parseIdOf('vacancy', 'vdab:candidate:1', ['id'])).toThrow(new BadInput(['id'], 'is the id of a candidate, not of a vacancy'));
  expect(() => parseIdOf('vacancy', 'nonsense', ['id'])).toThrow(BadInput);
});
