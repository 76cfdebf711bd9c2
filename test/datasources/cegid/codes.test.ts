import { expect, test } from 'vitest';
import { isKnownStatus, kindOfReferential, statusIdsOf, vacancyStatusOf } from '../../../src/datasources/cegid/codes.ts';

const builtIn = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'] as const;

test.each(builtIn)('a status or a referential that a site calls %j is one that nobody knows', (name) => {
  expect(vacancyStatusOf(`x_${name}`)).toBe('UNKNOWN');
  expect(vacancyStatusOf(name)).toBe('UNKNOWN');
  expect(isKnownStatus(`x_${name}`, 'x_')).toBe(false);
  expect(kindOfReferential(name)).toBe('OTHER');
});

test('the statuses of the vendor are known by their endings, and back', () => {
  expect(vacancyStatusOf('_TS_CO_VacancyStatus_Diffuse')).toBe('PUBLISHED');
  expect(statusIdsOf(['CLOSED'], 'p_')).toEqual(['p_Finalise', 'p_Archive']);
  expect(isKnownStatus('p_Diffuse', 'p_')).toBe(true);
});
