import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { matchesLocally } from '../../../src/domain/vacancy-match.ts';
import { anyVacancy, type VacancyFilter, type VacancyOrder } from '../../../src/domain/vacancy-filter.ts';
import type { CegidConfig } from '../../../src/datasources/cegid/config.ts';
import type { CegidVacancyFilter } from '../../../src/datasources/cegid/own-filter.ts';
import { idsOf, page, rejection, Site } from './site.ts';

const site = new Site();
const { switches, data } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const filterOf = (some: Partial<VacancyFilter>): VacancyFilter => ({ ...anyVacancy, ...some });
const ownFilter = (some: Partial<CegidVacancyFilter>): VacancyFilter => filterOf({ own: { CEGID: some } });
const plan = (filter: VacancyFilter, order: VacancyOrder = 'SOURCE_ORDER', changes: Partial<CegidConfig> = {}) => site.open(changes).planVacancies(filter, order);

/** Ids of everything that the site itself finds. */
async function found(filter: VacancyFilter, changes: Partial<CegidConfig> = {}): Promise<(string | null)[]> {
  const { read } = await plan(filter, 'SOURCE_ORDER', changes);
  const ids: (string | null)[] = [];
  for (let more = true; more; ) {
    const slice = await read(page(ids.length, 100));
    ids.push(...idsOf(slice));
    more = slice.more;
  }
  return ids;
}

const encoded = (reference: string) => (/[\s%]/.test(reference) ? encodeURIComponent(reference) : reference);
const references = (keep: (vacancy: (typeof data.vacancies)[number]) => boolean) => data.vacancies.filter(keep).map(({ reference }) => encoded(reference));
const prefix = '_TS_CO_OfferStatus_';

describe('pushed to the site', () => {
  test.each([
    [['PUBLISHED'], ['Diffuse']],
    [['DRAFT'], ['EnAttentePublication', 'Valide']],
    [['CLOSED', 'UNPUBLISHED'], ['Suspendue', 'Finalise', 'Archive']],
  ] as const)('are statuses: %j', async (statuses, endings) => {
    const ids = await found(filterOf({ statuses }));
    expect(ids).toEqual(references(({ status }) => endings.some((ending) => status.id === prefix + ending)));
    expect(site.asked()[0]).toBe(`/api/exports/v1/vacancies?offset=0&limit=100&filter=clientVacancyStatus::${endings.map((ending) => prefix + ending).join()}`);
  });

  test('are the whole of its own filter, joined by a bar', async () => {
    const since = new Date(site.clock.now() - 100 * 86_400_000);
    const until = new Date(site.clock.now() - 10 * 86_400_000);
    const filter = ownFilter({ statuses: [`${prefix}Diffuse`, `${prefix}Valide`], updatedAfter: since, updatedBefore: until, q: 'updateDate:gt:2020-01-01' });
    const expected = references(({ status, modificationDate }) => /Diffuse$|Valide$/.test(status.id) && Date.parse(modificationDate) > since.getTime() && Date.parse(modificationDate) < until.getTime());
    expect(expected.length).toBeGreaterThan(10);
    expect(await found(filter)).toEqual(expected);
    const joined = `clientVacancyStatus::${prefix}Diffuse,${prefix}Valide|updateDate:gt:${since.toISOString()}|updateDate:lt:${until.toISOString()}|updateDate:gt:2020-01-01`.replaceAll('.000Z', 'Z');
    expect(site.asked()[0]).toContain(`filter=${joined}`);
  });

  test('are references, also those that an address must escape', async () => {
    const wanted = [...data.vacancies.filter(({ reference }) => /[&+]/.test(reference)).slice(0, 3), ...data.vacancies.slice(0, 3)].map(({ reference }) => reference);
    expect((await found(ownFilter({ references: wanted }))).toSorted()).toEqual([...new Set(wanted.map(encoded))].toSorted());
  });

  test('is both of statuses and its own statuses', async () => {
    const both = { ...ownFilter({ statuses: [`${prefix}Diffuse`, `${prefix}Archive`] }), statuses: ['CLOSED'] as const };
    expect(await found(both)).toEqual(references(({ status }) => status.id === `${prefix}Archive`));
    expect(await plan({ ...both, statuses: ['DRAFT'] })).toMatchObject({ empty: true });
  });
});

describe.each([
  ['conditions are parameters of their own', { filterJoin: 'repeated' }, { filterJoin: 'repeat' }],
  ['conditions stand in one parameter', { filterJoin: 'pipe' }, {}],
  ['statuses are filtered by id', { statusFilter: 'id' }, { statusField: 'vacancyStatus' }],
] as const)('at a site where %s', (_name, reading, changes) => {
  test('finds the same', async () => {
    Object.assign(switches, reading);
    const filter = { ...ownFilter({ updatedAfter: new Date(site.clock.now() - 30 * 86_400_000) }), statuses: ['PUBLISHED'] as const };
    const expected = references(({ status, modificationDate }) => status.id === `${prefix}Diffuse` && Date.parse(modificationDate) > site.clock.now() - 30 * 86_400_000);
    expect(expected.length).toBeGreaterThan(5);
    expect(await found(filter, changes)).toEqual(expected);
  });
});

describe('applied here', () => {
  const criteria: Partial<VacancyFilter> = {
    keywords: 'team',
    title: 'verpleegkundige',
    nuts: ['BE'],
    countryCodes: ['NL'],
    eqfLevels: [6],
    employmentTypes: ['FULL_TIME'],
    organisationIds: ['cegid:organisation:_TS_ORG_STAD'],
    near: { latitude: 51.2, longitude: 4.4, km: 30 },
  };

  test.each(Object.entries(criteria))('is %s, by what the rows hold', async (criterion, value) => {
    const filter = filterOf({ [criterion]: value });
    const { local, unsupported, empty, read } = await plan(filter);
    expect({ local, unsupported, empty }).toEqual({ local: [criterion], unsupported: [], empty: false });
    const { rows } = await read(page(0, 100));
    const matches = rows.filter((row) => 'value' in row && row.value !== null && matchesLocally(row.value, filter, local, site.clock.now()));
    expect(matches.length).toBeGreaterThan(0);
    expect(matches.length).toBeLessThan(rows.length);
  });

  test('is a status that is unknown here: no condition could name it', async () => {
    expect(await plan(filterOf({ statuses: ['UNKNOWN', 'PUBLISHED'] }))).toMatchObject({ local: ['statuses'], unsupported: [] });
  });
});

describe('applied nowhere, and said so', () => {
  test.each<[string, Partial<VacancyFilter>]>([
    ['postalCodes', { postalCodes: ['2800'] }],
    ['publishedFrom', { publishedFrom: new Date(0) }],
    ['publishedTo', { publishedTo: new Date(0) }],
    ['publishedWithinDays', { publishedWithinDays: 3 }],
    ['salaryMin', { salaryMin: 2000 }],
    ['nuts', { nuts: ['BE', 'BE211'] }],
  ])('is %s', async (criterion, some) => {
    expect(await plan(filterOf(some))).toMatchObject({ local: [], unsupported: [criterion] });
  });

  test.each(['PUBLISHED_DESC', 'PUBLISHED_ASC', 'UPDATED_DESC'] as const)('is the order %s', async (order) => {
    expect(await plan(anyVacancy, order)).toMatchObject({ unsupported: ['orderBy'] });
  });
});

describe('a filter that excludes all of the site', () => {
  test.each<[string, VacancyFilter]>([
    ['organisations of other sources', filterOf({ organisationIds: ['cso:organisation:01130', 'vdab:organisation:0123456789'] })],
    ['no status', filterOf({ statuses: [] })],
    ['no reference', ownFilter({ references: [] })],
    ['no country', filterOf({ countryCodes: [] })],
  ])('by %s is empty', async (_case, filter) => {
    const empty = await plan(filter);
    expect(empty.empty).toBe(true);
    expect(await empty.count()).toMatchObject({ value: 0 });
    expect(site.upstream.requests).toEqual([]);
  });
});

describe('bad input is named before anything is asked', () => {
  test.each<[string, VacancyFilter, string]>([
    ['a reference with a comma', ownFilter({ references: ['2024-1', 'a,b'] }), 'filter.cegid.references.1'],
    ['an empty reference', ownFilter({ references: [''] }), 'filter.cegid.references.0'],
    ['more references than an address holds', ownFilter({ references: Array.from({ length: 900 }, (_, index) => `2024-${index}`) }), 'filter.cegid.references'],
    ['a reference of a megabyte', ownFilter({ references: ['x'.repeat(1_000_000)] }), 'filter.cegid.references.0'],
    ['a status with a bar', ownFilter({ statuses: ['a|b'] }), 'filter.cegid.statuses.0'],
    ['a period that ends before it begins', ownFilter({ updatedAfter: new Date(2), updatedBefore: new Date(1) }), 'filter.cegid.updatedBefore'],
    ['a condition that is none', ownFilter({ q: 'ontwikkelaar' }), 'filter.cegid.q'],
    ['a condition without a value', ownFilter({ q: 'reference::' }), 'filter.cegid.q'],
    ['an organisation that is no id', filterOf({ organisationIds: ['haven'] }), 'filter.organisationIds.0'],
  ])('%s', async (_case, filter, path) => {
    expect(await rejection(plan(filter))).toMatchObject({ name: 'BadInput', code: 'BAD_USER_INPUT', argument: path.split('.') });
    expect(site.upstream.requests).toEqual([]);
  });

  test('a status that the site does not have, by the site’s own list', async () => {
    const error = await rejection(plan(ownFilter({ statuses: [`${prefix}Diffuse`, '_TS_CO_OfferStatus_Gepubliceerd'] })));
    expect(error).toMatchObject({ name: 'BadInput', argument: ['filter', 'cegid', 'statuses', '1'] });
    expect(site.asked()).toEqual(['/api/v1/referentials/vacancyStatuses']);
  });
});

describe('a status of the site’s own', () => {
  test('is passed on where the site shows no list of them', async () => {
    site.upstream.faults.add({ kind: 'status', status: 404, path: 'vacancyStatuses' });
    const { read } = await plan(ownFilter({ statuses: ['KLANT_1'] }));
    expect(await rejection(read(page(0, 1)))).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 400 });
  });
});

describe('counting', () => {
  test('is left to the end of the list, for the export has no total', async () => {
    expect(await (await plan(anyVacancy)).count()).toMatchObject({ value: null });
    expect(site.upstream.requests).toEqual([]);
  });

  test('is known from the first page where the answer states it', async () => {
    switches.exportFormat = 'json-object';
    expect(await (await plan(filterOf({ statuses: ['PUBLISHED'] }))).read(page(0, 5))).toMatchObject({ more: true, total: references(({ status }) => status.id === `${prefix}Diffuse`).length });
  });
});
