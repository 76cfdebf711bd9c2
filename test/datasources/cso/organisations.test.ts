import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BadInput, SourceFailure } from '../../../src/domain/errors.ts';
import type { OrganisationFilter } from '../../../src/domain/organisation.ts';
import type { CsoOrganisation } from '../../../sandbox/cso/index.ts';
import { CsoHarness, rejection } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const { organisations } = cso.sandbox.data;
const any: OrganisationFilter = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };
const below = (code: string): string[] => organisations.filter(({ parent }) => parent === code).flatMap((each) => [each.code, ...below(each.code)]);

async function codes(filter: Partial<OrganisationFilter>): Promise<string[]> {
  const { value, complete } = await cso.open().organisations({ ...any, ...filter });
  expect(complete).toBe(true);
  return value.map(({ code }) => code);
}
const codesWhere = (test: (each: CsoOrganisation) => boolean) => organisations.filter(test).map(({ code }) => code);

test('gives every organisation that takes part, in one call kept for hours', async () => {
  const connected = cso.connect();
  const { value } = await cso.operation(connected).organisations(any);
  expect(value).toHaveLength(organisations.length);
  expect(value.find(({ code }) => code === '01020')).toMatchObject({ source: 'CSO', name: 'Algemene Rekenkamer', abbreviation: 'AR', slug: 'algemene-rekenkamer', hpkDays: 5, sector: null });
  cso.clock.advance(5 * 60 * 60 * 1000);
  expect(await cso.operation(connected).organisationByCode('01130')).toMatchObject({ name: 'Belastingdienst', hpkDays: 0 });
  expect(await cso.operation(connected).organisationByCode('99999')).toBeNull();
  expect([cso.count('getOrganisations'), cso.count('getOrganisationsWithFilter')]).toEqual([1, 0]);
});

test.each<[string, Partial<OrganisationFilter>, (each: CsoOrganisation) => boolean, number]>([
  ['codes', { codes: ['01220', '01130', 'nope'] }, ({ code }) => ['01130', '01220'].includes(code), 0],
  ['a part of the name', { name: 'MINISTERIE van j' }, ({ name }) => name.startsWith('Ministerie van J'), 0],
  ['no code', { codes: [] }, () => false, 0],
  ['no level', { levels: [] }, () => false, 0],
  ['a sector', { sector: 'SEC.08' }, ({ sector }) => sector.code === 'SEC.08', 1],
  ['levels', { levels: ['2', '3'] }, ({ level }) => level !== '1', 1],
  ['a sector and a name', { sector: 'SEC.02', name: 'dienst' }, ({ sector, name }) => sector.code === 'SEC.02' && name.toLowerCase().includes('dienst'), 1],
  ['what lies below a level', { levels: ['2'], includeSubOrganisations: true }, ({ level }) => level !== '1', 1],
  ['what lies below codes', { codes: ['01900', '01130'], includeSubOrganisations: true }, ({ code }) => ['01130', '01900', ...below('01900')].includes(code), 2],
  ['what lies below a name', { name: 'economische', includeSubOrganisations: true }, ({ code }) => ['01900', ...below('01900')].includes(code), 1],
  ['what lies below a name at a level', { name: 'dienst', levels: ['2'], codes: ['01910'], includeSubOrganisations: true }, ({ code }) => ['01910', '01920'].includes(code), 2],
])('finds by %s', async (_name, filter, expected, filtered) => {
  expect(await codes(filter)).toEqual(codesWhere(expected));
  expect(cso.count('getOrganisationsWithFilter')).toBe(filtered);
});

test('tells the sector where organisations carry theirs, and refuses another then', async () => {
  cso.sandbox.switches.organisationSector = true;
  const source = cso.open();
  expect(await source.organisationByCode('01130')).toMatchObject({ sector: 'Rijksoverheid' });
  const error = await rejection(source.organisations({ ...any, sector: 'SEC.99' }));
  expect(error).toBeInstanceOf(BadInput);
  expect(cso.count('getOrganisationsWithFilter')).toBe(0);
});

test('passes on what CSO says of a level that it does not know', async () => {
  const error = await rejection(cso.open().organisations({ ...any, levels: ['9'] }));
  expect(error).toBeInstanceOf(SourceFailure);
  expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', message: expect.stringContaining('unknown level: 9') });
});

test('does not look below more organisations than is bearable', async () => {
  const error = await rejection(cso.open().organisations({ ...any, name: 'e', includeSubOrganisations: true }));
  expect(error).toBeInstanceOf(BadInput);
  expect(cso.count('getOrganisationsWithFilter')).toBe(0);
});
