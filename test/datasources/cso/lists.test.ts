import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Enumeration } from '../../../src/domain/enumeration.ts';
import { employmentTypeOfLabel, enumerationFromList } from '../../../src/datasources/cso/map-enumeration.ts';
import { CsoHarness } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const everything = { kinds: null, names: null };
const codesOf = ({ values }: Enumeration) => values.map(({ code }) => code);

test('gives all thirteen lists with every value, in one call kept for hours', async () => {
  const connected = cso.connect();
  const { value, fetchedAt, stale } = await cso.operation(connected).enumerations(everything);
  expect(value.map(({ name }) => name)).toEqual(Object.keys(cso.sandbox.data.enumerations));
  expect(new Set(value.map(({ kind }) => kind)).size).toBe(13);
  for (const list of Object.values(cso.sandbox.data.enumerations)) {
    const found = value.find(({ name }) => name === list.name);
    expect(found?.values.map(({ code, label, numericId }) => [code, label, numericId])).toEqual(list.all().map(({ code, label, id }) => [code, label, String(id)]));
  }
  expect([value[0]?.fetchedAt, stale]).toEqual([fetchedAt, false]);
  cso.clock.advance(5 * 60 * 60 * 1000);
  await cso.operation(connected).enumerations(everything);
  expect(cso.count('getJobEnumerations')).toBe(1);
});

test('gives the lists that are asked for', async () => {
  const source = cso.open();
  expect((await source.enumerations({ kinds: ['REGION', 'PAY_SCALE', 'COUNTRY'], names: null })).value.map(({ name }) => name)).toEqual(['payScales', 'regions']);
  expect((await source.enumerations({ kinds: null, names: ['drivingLicences', 'Regions'] })).value.map(({ name }) => name)).toEqual(['drivingLicences']);
  expect((await source.enumerations({ kinds: ['REGION'], names: ['payScales'] })).value).toEqual([]);
});

test('lays out levels by their codes', async () => {
  const source = cso.open();
  expect(await source.enumerationValue('regions', 'BRG.0226')).toMatchObject({ parentCode: 'BRG.02', childCodes: ['BRG.0228', 'BRG.0230', 'BRG.0232'] });
  expect(await source.enumerationValue('jobBranches', 'CVG.08')).toMatchObject({ parentCode: null, childCodes: ['CVG.0802', 'CVG.0804', 'CVG.0806'] });
  expect(await source.enumerationValue('drivingLicences', 'a')).toMatchObject({ label: 'A', parentCode: null, childCodes: [] });
});

test('tells what codes mean to others', async () => {
  const source = cso.open();
  expect(await source.enumerationValue('regions', 'BRG.0202')).toMatchObject({ nuts: { code: 'NL12' }, subdivisionCode: 'NL-FR', countryCode: 'NL' });
  expect(await source.enumerationValue('regions', 'BRG.02')).toMatchObject({ nuts: { code: 'NL', level: 0 }, subdivisionCode: null, countryCode: 'NL' });
  expect(await source.enumerationValue('regions', 'BRG.0230')).toMatchObject({ nuts: null, subdivisionCode: null, countryCode: 'NL' });
  expect(await source.enumerationValue('regions', 'BE')).toMatchObject({ nuts: { code: 'BE', level: 0 }, countryCode: 'BE' });
  expect(await source.enumerationValue('regions', 'DZ')).toMatchObject({ nuts: null, countryCode: 'DZ' });
  expect(await source.enumerationValue('educationLevels', 'CWD.08')).toMatchObject({ eqf: { min: 6, max: 7 } });
  expect(await source.enumerationValue('contractTypes', 'CSD.06')).toMatchObject({ employmentType: 'INTERN' });
  expect(await source.enumerationValue('payScales', 'MTBI9LD7')).toMatchObject({ salaryScale: 10, displayOrder: 100, salaryMin: expect.any(Number), salaryMax: expect.any(Number) });
});

test('knows no value of another list, another case or another name', async () => {
  const source = cso.open();
  expect(await source.enumerationValue('payScales', 'BRG.0202')).toBeNull();
  expect(await source.enumerationValue('drivingLicences', 'B')).toBeNull();
  expect(await source.enumerationValue('nothing', 'a')).toBeNull();
});

test.each([['number'], ['code']] as const)('takes the id of a pay scale as a %s', async (payScaleId) => {
  cso.sandbox.switches.payScaleId = payScaleId;
  const value = await cso.open().enumerationValue('payScales', 'MTBI9LD7');
  expect(value?.numericId).toMatch(payScaleId === 'code' ? /^MTBI9LD7$/ : /^\d+$/);
});

test('values below each other, standing twice, or without a code do no harm', () => {
  const b = { code: 'B', children: [{ code: 'A', children: [{ code: 'B' }] }] };
  const list = enumerationFromList('jobBranches', [{ code: 'A', label: 'a', children: [b] }, b, null, { label: 'no code' }, { code: 'C', parent: { code: 'A' } }, { code: 'C', parent: { code: 'C' } }], 5);
  expect(list.values.map(({ code, parentCode, childCodes }) => [code, parentCode, childCodes])).toEqual([
    ['A', null, ['B', 'C']],
    ['B', 'A', []],
    ['C', 'A', []],
  ]);
  expect(list.fetchedAt).toBe(5);
});

test('codes tell the levels where the answer does not', () => {
  const list = enumerationFromList('jobBranches', [{ code: 'CVG.0802' }, { code: 'CVG.08' }, { code: 'CVG.1002' }, { code: 'CVG.0804', parent: { code: 'elsewhere' } }], 0);
  expect(list.values.map(({ code, parentCode }) => [code, parentCode])).toEqual([
    ['CVG.0802', 'CVG.08'],
    ['CVG.08', null],
    ['CVG.1002', null],
    ['CVG.0804', null],
  ]);
  expect(codesOf(list)).toEqual(['CVG.0802', 'CVG.08', 'CVG.1002', 'CVG.0804']);
});

test('a list that came after the document is kept', () => {
  expect(enumerationFromList('shoeSizes', [{ code: '42', label: 'tweeënveertig' }], 0)).toMatchObject({ kind: 'OTHER', name: 'shoeSizes', values: [{ kind: 'OTHER', list: 'shoeSizes', code: '42' }] });
});

test.each([
  ['Vaste aanstelling (eventueel met een proeftijd)', null],
  ['Arbeidsovereenkomst voor onbepaalde tijd', null],
  ['Arbeidsovereenkomst voor bepaalde tijd', 'TEMPORARY'],
  ['Tijdelijke aanstelling met uitzicht op vast', 'TEMPORARY'],
  ['Detachering', 'TEMPORARY'],
  ['Stage / afstudeerplek', 'INTERN'],
  ['Traineeship', 'INTERN'],
  ['Vrijwilligerswerk', 'VOLUNTEER'],
  ['Inhuur zzp', 'CONTRACTOR'],
  ['Oproepcontract', 'PER_DIEM'],
  [null, null],
])('the contract %s is %s', (label, type) => {
  expect(employmentTypeOfLabel(label)).toBe(type);
});
