import { expect, test } from 'vitest';
import { vacancyStatusOf } from '../../../src/datasources/cegid/codes.ts';
import { locationOfVacancy } from '../../../src/datasources/cegid/map-location.ts';
import { regionOfLabel } from '../../../src/datasources/cegid/regions.ts';

const blanks = ' '.repeat(500_000);
const cityIn = (address: string, country: string) => locationOfVacancy({ address }, { id: country })?.city;

// A site may write anything anywhere: what took time with the square of a text or its cube held the process for minutes.
test.each([
  ['an address in the Netherlands', () => cityIn(`Straat 1, 1234 AB${blanks}1`, 'NL'), null],
  ['an address in Belgium', () => cityIn(`Straat 1, 2800${blanks}1`, 'BE'), null],
  ['the label of a region', () => regionOfLabel(`a${blanks}b`), null],
  ['a status', () => vacancyStatusOf(`${'a'.repeat(500_000)}_`), 'UNKNOWN'],
])('%s of any length is read at once', (_what, read, found) => {
  expect(read()).toBe(found);
});

test('blanks in an address are one', () => {
  expect(cityIn('Straat 1,\n  1234 AB   Den   Haag', 'NL')).toBe('Den Haag');
  expect(cityIn('Straat 1,  2800\tMechelen', 'BE')).toBe('Mechelen');
});
