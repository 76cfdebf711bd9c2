import { describe, expect, test } from 'vitest';
import { enumerationValue } from '../../src/domain/enumeration.ts';
import { belgianRegionOfCode } from '../../src/domain/crosswalk/nuts.ts';
import { nowhere } from '../../src/domain/location.ts';
import { organisation } from '../../src/domain/organisation.ts';
import { richText } from '../../src/domain/rich-text.ts';
import { type Employment, noEmployment, vacancy, type Vacancy } from '../../src/domain/vacancy.ts';
import { anyVacancy, statedCriteria, type VacancyFilter } from '../../src/domain/vacancy-filter.ts';
import { matchesLocally } from '../../src/domain/vacancy-match.ts';

const now = Date.parse('2026-05-05T12:00:00Z');

/** Whether a vacancy with these parts meets every criterion that is stated. */
function meets(parts: Partial<Vacancy>, filter: Partial<VacancyFilter>): boolean {
  const whole = { ...anyVacancy, ...filter };
  return matchesLocally(vacancy({ source: 'VDAB', sourceId: '1', ...parts }), whole, statedCriteria(whole), now);
}

function at(location: Partial<NonNullable<Vacancy['location']>>): Partial<Vacancy> {
  return { location: { ...nowhere, ...location } };
}

function paying(employment: Partial<Employment>): Partial<Vacancy> {
  return { employment: { ...noEmployment, ...employment } };
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const regionOf = (code: string) => enumerationValue({ source: 'VDAB', kind: 'REGION', list: 'regios', code, nuts: belgianRegionOfCode(code), countryCode: 'BE' });

test('a vacancy that says nothing meets nothing, and everything where nothing is asked', () => {
  expect(meets({}, {})).toBe(true);
  const asked: Partial<VacancyFilter>[] = [
    { keywords: 'x' },
    { title: 'x' },
    { nuts: ['BE'] },
    { countryCodes: ['BE'] },
    { postalCodes: ['2800'] },
    { eqfLevels: [6] },
    { employmentTypes: ['INTERN'] },
    { organisationIds: ['vdab:organisation:1'] },
    { publishedFrom: new Date(0) },
    { publishedTo: new Date(now) },
    { publishedWithinDays: 3650 },
    { near: { latitude: 51, longitude: 4, km: 20_000 } },
    { statuses: ['PUBLISHED'] },
    { salaryMin: 0 },
  ];
  expect(asked.filter((filter) => meets({}, filter))).toEqual([]);
});

test('every criterion has to be met', () => {
  const parts: Partial<Vacancy> = { title: 'Bakker', status: 'PUBLISHED' };
  expect(meets(parts, { title: 'bakker', statuses: ['PUBLISHED'] })).toBe(true);
  expect(meets(parts, { title: 'bakker', statuses: ['CLOSED'] })).toBe(false);
});

test('an empty list is met by nothing', () => {
  expect(meets({ status: 'PUBLISHED' }, { statuses: [] })).toBe(false);
  expect(meets(at({ countryCode: 'BE' }), { countryCodes: [] })).toBe(false);
});

describe('words', () => {
  const parts: Partial<Vacancy> = { title: 'Bakker crème brûlée', description: richText('<p>Je bakt <b>brood</b></p><script>geheim</script>'), requirements: richText('<p>Ervaring</p>') };

  test.each([
    ['brood', true],
    ['BROOD ervaring', true],
    ['creme BRULEE', true],
    ['brood  bakker', true],
    [' bakk ', true],
    ['brood taart', false],
    ['geheim', false],
    ['script', false],
  ])('%j are in the texts: %s', (keywords, found) => {
    expect(meets(parts, { keywords })).toBe(found);
  });

  test('of the title are in the title', () => {
    expect(meets(parts, { title: 'brulee' })).toBe(true);
    expect(meets(parts, { title: 'brood' })).toBe(false);
  });
});

describe('a place', () => {
  const aalst = at({ countryCode: 'BE', postalCode: '9300', nuts: belgianRegionOfCode('BE231'), point: { latitude: 50.938, longitude: 4.039 } });

  test.each([
    ['BE', true],
    ['be', true],
    ['BE2', true],
    ['BE23', true],
    ['BE231', true],
    ['BE232', false],
    ['NL', false],
  ])('in NUTS %s: %s', (code, inside) => {
    expect(meets(aalst, { nuts: ['FR', code] })).toBe(inside);
    expect(meets(at({ regions: [regionOf('BE231')] }), { nuts: [code] })).toBe(inside);
  });

  test('of which only the country is known is in the country’s region and no smaller one', () => {
    expect(meets(at({ countryCode: 'NL' }), { nuts: ['NL'] })).toBe(true);
    expect(meets(at({ countryCode: 'NL' }), { nuts: ['NL32'] })).toBe(false);
  });

  test('in a country', () => {
    expect(meets(aalst, { countryCodes: ['NL', 'be'] })).toBe(true);
    expect(meets(aalst, { countryCodes: ['NL'] })).toBe(false);
    expect(meets(at({ regions: [regionOf('BE231')] }), { countryCodes: ['BE'] })).toBe(true);
  });

  test.each([
    ['1012', '1012 AB', true],
    ['1012ab', '1012 AB', true],
    ['1012 AC', '1012 AB', false],
    ['10', '1012 AB', true],
    ['9300', '9300', true],
    ['9301', '9300', false],
  ])('at postcode %j covers %j: %s', (wanted, postalCode, covered) => {
    expect(meets(at({ postalCode }), { postalCodes: [wanted] })).toBe(covered);
  });

  test.each([
    [50.938, 4.039, 0.1, true],
    [51.054, 3.725, 26, true],
    [51.054, 3.725, 24, false],
    [-50.938, -175.961, 19_000, false],
  ])('near %d, %d within %d km: %s', (latitude, longitude, km, near) => {
    expect(meets(aalst, { near: { latitude, longitude, km } })).toBe(near);
  });
});

describe('a date', () => {
  const day: Partial<Vacancy> = { publishedOn: '2026-05-03' };
  const instant: Partial<Vacancy> = { publishedAt: new Date('2026-05-03T10:00:00Z'), publishedOn: '2026-05-03' };

  test.each([
    ['2026-05-03T09:00:00Z', true, true],
    ['2026-05-03T10:00:00Z', true, true],
    ['2026-05-03T11:00:00Z', true, false],
    ['2026-05-03T21:59:59Z', true, false],
    ['2026-05-03T22:00:00Z', false, false],
    ['2026-05-02T22:00:00Z', true, true],
  ])('from %s: the day itself %s, its instant %s', (from, byDay, byInstant) => {
    expect([meets(day, { publishedFrom: new Date(from) }), meets(instant, { publishedFrom: new Date(from) })]).toEqual([byDay, byInstant]);
  });

  test.each([
    ['2026-05-03T11:00:00Z', true, true],
    ['2026-05-03T09:00:00Z', true, false],
    ['2026-05-02T22:00:00Z', true, false],
    ['2026-05-02T21:59:59Z', false, false],
  ])('to %s: the day itself %s, its instant %s', (to, byDay, byInstant) => {
    expect([meets(day, { publishedTo: new Date(to) }), meets(instant, { publishedTo: new Date(to) })]).toEqual([byDay, byInstant]);
  });

  test.each([
    [0, false, false],
    [1, false, false],
    [2, true, false],
    [3, true, true],
  ])('in the last %i days: the day itself %s, its instant %s', (publishedWithinDays, byDay, byInstant) => {
    expect([meets(day, { publishedWithinDays }), meets(instant, { publishedWithinDays })]).toEqual([byDay, byInstant]);
  });

  test('what is still to be published was not published in the last days', () => {
    const tomorrow = vacancy({ source: 'CSO', sourceId: '1', publishedAt: new Date(Date.now() + 86_400_000) });
    expect(matchesLocally(tomorrow, { ...anyVacancy, publishedWithinDays: 5 }, ['publishedWithinDays'], Date.now())).toBe(false);
    expect(matchesLocally(tomorrow, { ...anyVacancy, publishedWithinDays: 5 }, ['publishedWithinDays'], Date.now() + 2 * 86_400_000)).toBe(true);
  });
});

describe('pay', () => {
  test.each<[string, Partial<Employment>, number, boolean]>([
    ['a month', { salaryMax: euros(3000), salaryPeriod: 'MONTH' }, 3000, true],
    ['no stated period, taken for a month', { salaryMax: euros(3000) }, 3001, false],
    ['only a lowest', { salaryMin: euros(3000), salaryPeriod: 'MONTH' }, 3000, true],
    ['a year', { salaryMax: euros(36_000), salaryPeriod: 'YEAR' }, 3000, true],
    ['a week', { salaryMax: euros(600), salaryPeriod: 'WEEK' }, 2600, true],
    ['a day', { salaryMax: euros(120), salaryPeriod: 'DAY' }, 2600, true],
    ['an hour of a week of forty', { salaryMax: euros(15), hoursMax: 40, salaryPeriod: 'HOUR' }, 2600, true],
    ['an hour of a week of twenty', { salaryMax: euros(15), hoursMax: 20, salaryPeriod: 'HOUR' }, 2600, false],
    ['another currency', { salaryMax: { amount: 9000, currency: 'USD' }, salaryPeriod: 'MONTH' }, 1, false],
  ])('of %s', (_, employment, salaryMin, enough) => {
    expect(meets(paying(employment), { salaryMin })).toBe(enough);
  });
});

test('education, employment, status and organisation are met by any of what is asked', () => {
  const level = enumerationValue({ source: 'CSO', kind: 'EDUCATION_LEVEL', list: 'educationLevels', code: 'CWD.08' });
  const parts: Partial<Vacancy> = {
    education: [{ value: level, eqf: null }, { value: level, eqf: { min: 6, max: 7 } }],
    employment: { ...noEmployment, types: ['PART_TIME', 'TEMPORARY'] },
    status: 'CLOSED',
    organisation: organisation({ source: 'VDAB', code: '0404221962' }),
  };
  expect(meets(parts, { eqfLevels: [2, 6], employmentTypes: ['INTERN', 'TEMPORARY'], statuses: ['DRAFT', 'CLOSED'], organisationIds: ['cso:organisation:0404221962', 'vdab:organisation:0404221962'] })).toBe(true);
  expect(meets(parts, { eqfLevels: [5, 8] })).toBe(false);
  expect(meets(parts, { employmentTypes: ['INTERN'] })).toBe(false);
  expect(meets(parts, { statuses: ['PUBLISHED'] })).toBe(false);
  expect(meets(parts, { organisationIds: ['cso:organisation:0404221962'] })).toBe(false);
});
