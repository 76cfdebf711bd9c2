import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VacancyField } from '../../../src/domain/fields.ts';
import type { Slice, VacancyPlan } from '../../../src/domain/slice.ts';
import type { Vacancy } from '../../../src/domain/vacancy.ts';
import { anyVacancy, type VacancyFilter, type VacancyOrder } from '../../../src/domain/vacancy-filter.ts';
import type { VdabVacancyFilter } from '../../../src/datasources/vdab/own-filter.ts';
import { matchesLocally } from '../../../src/domain/vacancy-match.ts';
import { calls, failureOf, type Key, lastRequest, lines, parameter, startWorld, type World } from './world.ts';

let world: World;
let key: Key;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
  key = world.key();
});

const noFields: ReadonlySet<VacancyField> = new Set();
const anyOwn: VdabVacancyFilter = { jobDomains: null, postalCodes: null, occupations: null, competences: null, distanceKm: null, experience: null, sinceDays: null, hideDuplicates: null, extra: null };
const purchase: Partial<VacancyFilter> = { own: { VDAB: { ...anyOwn, jobDomains: ['JOBCAT01', 'JOBCAT23'] } } };

function plan(filter: Partial<VacancyFilter> = {}, order: VacancyOrder = 'SOURCE_ORDER', operation = key.operation()): Promise<VacancyPlan> {
  return operation.planVacancies({ ...anyVacancy, ...filter }, order);
}

function idsOf({ rows }: Slice<Vacancy>): (string | null)[] {
  return rows.map(({ sourceId }) => sourceId);
}

/** Every page of the plan one after another, as a merged list reads them. */
async function walk(found: VacancyPlan, limit: number, values = false): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (let offset = 0, more = true; more; ) {
    const slice = await found.read({ offset, limit, fields: noFields, values });
    ids.push(...idsOf(slice));
    offset += slice.listed ?? slice.rows.length;
    ({ more } = slice);
  }
  return ids;
}

/** What the sandbox publishes, in its own order. */
function published(matches: (record: World['vdab']['data']['vacancies'][number]) => boolean = () => true): string[] {
  return world.vdab.data.vacancies.filter((record) => record.document.status === 'GEPUBLICEERD' && matches(record)).map(({ id }) => id);
}

/** A row as VDAB lists it. */
function row(id: unknown): object {
  return { vacatureReferentie: { interneReferentie: id } };
}

describe('what a page of vacancies costs', () => {
  it('is one GET where ids are enough', async () => {
    const slice = await (await plan()).read({ offset: 0, limit: 50, fields: noFields, values: false });
    expect(idsOf(slice)).toEqual(published().slice(0, 50));
    expect(lines(world)).toEqual(['GET v2/vacatures?vanaf=0&aantal=50']);
  });

  it('is one GET and one POST with everything of fifty', async () => {
    const slice = await (await plan()).read({ offset: 0, limit: 50, fields: noFields, values: true });
    expect(slice.rows.map((row) => (row.sourceId === null ? null : row.value?.sourceId))).toEqual(published().slice(0, 50));
    expect(calls(world)).toEqual({ 'GET v2/vacatures': 1, 'POST v2/vacatures': 1 });
  });

  it('is nothing in another operation within its freshness', async () => {
    await (await plan()).read({ offset: 0, limit: 50, fields: noFields, values: true });
    await (await plan()).read({ offset: 0, limit: 50, fields: noFields, values: true });
    expect(calls(world)).toEqual({ 'GET v2/vacatures': 1, 'POST v2/vacatures': 1 });
  });

  it('is that of one where two operations ask for the same page at once', async () => {
    const plans = await Promise.all([plan(purchase), plan(purchase)]);
    await Promise.all(plans.map((one) => one.read({ offset: 0, limit: 50, fields: noFields, values: true })));
    expect(calls(world)).toEqual({ 'GET v2/vacatures': 1, 'POST v2/vacatures': 1 });
  });

  it('is never more rows than VDAB gives', async () => {
    const slice = await (await plan()).read({ offset: 0, limit: 1000, fields: noFields, values: false });
    expect(slice.rows).toHaveLength(200);
    expect(slice.more).toBe(true);
  });
});

describe.each(['total', 'page'] as const)('where aantal is that of the %s', (reading) => {
  beforeEach(() => {
    world.vdab.switches.aantalMeaning = reading;
  });

  it.each([7, 50, 200])('pages of %i give every match once, in order', async (limit) => {
    const wanted = published(({ document }) => document.functie.jobdomeinen.some((code) => code === 'JOBCAT01' || code === 'JOBCAT23'));
    expect(await walk(await plan(purchase), limit)).toEqual(wanted);
  });

  it('a list that ends with a full page ends', async () => {
    const wanted = published(({ town }) => town?.postcode === '1930');
    expect(await walk(await plan({ postalCodes: ['1930'] }), wanted.length)).toEqual(wanted);
    // That answer could be either; once another told which, a total saves the empty page.
    await walk(await plan({ postalCodes: ['1930'] }), wanted.length - 1);
    world.upstream.requests.length = 0;
    await walk(await plan({ postalCodes: ['1930'] }, 'PUBLISHED_DESC'), wanted.length);
    expect(calls(world)).toEqual({ 'GET v2/vacatures': reading === 'total' ? 1 : 2 });
  });

  it('the total is told where it can be known', async () => {
    const total = published().length;
    const slice = await (await plan()).read({ offset: 0, limit: 50, fields: noFields, values: false });
    expect(slice.total).toBe(reading === 'total' ? total : null);
    expect((await (await plan()).count()).value).toBe(reading === 'total' ? total : null);
    const few = published(({ town }) => town?.postcode === '1930').length;
    expect((await (await plan({ postalCodes: ['1930'] })).count()).value).toBe(few);
    expect((await (await plan({ postalCodes: ['1931'] })).count()).value).toBe(0);
    const past = await (await plan()).read({ offset: total + 10, limit: 50, fields: noFields, values: false });
    expect(past).toMatchObject({ rows: [], more: false });
  });
});

it('a VDAB that gives fewer rows a page than it is asked for is paged to its end', async () => {
  const wanted = published(({ town }) => town?.postcode === '2000').slice(0, 25);
  world.hold(async (exchange) => {
    if (Number(exchange.query.get('aantal')) > 10) exchange.query.set('aantal', '10');
  });
  const ids = await walk(await plan({ postalCodes: ['2000'] }), 100);
  expect(ids.slice(0, 25)).toEqual(wanted);
  expect(ids).toEqual(published(({ town }) => town?.postcode === '2000'));
});

describe.each(['repeat', 'comma'] as const)('several values of a criterion by %s', (reading) => {
  it('reach VDAB whole', async () => {
    world.vdab.switches.multiValue = reading;
    key = world.key({ multiValue: reading });
    const found = await plan({ postalCodes: ['1930', '2000'] });
    const ids = await walk(found, 200);
    expect(ids).toEqual(published(({ town }) => town?.postcode === '1930' || town?.postcode === '2000'));
    expect(parameter(lastRequest(world), 'postcode')).toEqual(reading === 'repeat' ? ['1930', '2000'] : ['1930,2000']);
  });
});

describe('a criterion', () => {
  it.each<[string, Partial<VdabVacancyFilter>, Record<string, string[]>]>([
    ['job domains', { jobDomains: ['JOBCAT10'] }, { jobdomein: ['JOBCAT10'] }],
    ['postcodes and a distance', { postalCodes: ['1930'], distanceKm: 15 }, { postcode: ['1930'], afstand: ['15'] }],
    ['occupations', { occupations: ['M110101-1'] }, { beroep: ['M110101-1'] }],
    ['competences', { competences: ['11721', '5'] }, { competentie: ['11721', '5'] }],
    ['experience', { experience: ['1'] }, { ervaring: ['1'] }],
    ['days', { sinceDays: 3 }, { sinds: ['3'] }],
    ['duplicates', { hideDuplicates: true }, { filterDubbels: ['true'] }],
    ['further parameters', { extra: { jobdomein: ['JOBCAT10', 'JOBCAT01'], filterDubbels: false } }, { jobdomein: ['JOBCAT10', 'JOBCAT01'], filterDubbels: ['false'] }],
  ])("of VDAB's own filter is pushed: %s", async (_, own, expected) => {
    const found = await plan({ own: { VDAB: { ...anyOwn, ...own } } });
    expect(found).toMatchObject({ local: [], unsupported: [], empty: false });
    const slice = await found.read({ offset: 0, limit: 10, fields: noFields, values: false });
    expect(slice.rows.length).toBeGreaterThan(0);
    const sent = Object.fromEntries(Object.keys(expected).map((name) => [name, parameter(lastRequest(world), name)]));
    expect(sent).toEqual(expected);
  });

  it('that VDAB does not take is applied to details that come with the rows', async () => {
    const filter: VacancyFilter = { ...anyVacancy, nuts: ['BE24'] };
    const found = await plan(filter);
    expect(found.local).toEqual(['nuts']);
    const slice = await found.read({ offset: 0, limit: 200, fields: noFields, values: true });
    const kept = slice.rows.filter((row) => row.sourceId !== null && row.value !== null && matchesLocally(row.value, filter, found.local, world.clock.now()));
    const wanted = world.vdab.data.vacancies.filter(({ id, document }) => published().slice(0, 200).includes(id) && document.tewerkstellingsadres?.regioCode?.startsWith('BE24'));
    expect(kept.map(({ sourceId }) => sourceId)).toEqual(wanted.map(({ id }) => id));
    expect(wanted.length).toBeGreaterThan(3);
    expect(calls(world)).toEqual({ 'GET v2/vacatures': 1, 'POST v2/vacatures': 2 });
  });

  it('in days is counted by VDAB itself', async () => {
    const found = await plan({ publishedWithinDays: 7 });
    expect(found.local).toEqual([]);
    const ids = await walk(found, 200);
    const first = new Date(world.clock.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    expect(ids).toEqual(published(({ document }) => document.publicatieDatum >= first));
    expect(ids.length).toBeGreaterThan(10);
  });

  it('at an instant loses nothing upstream and is judged here', async () => {
    const publishedFrom = new Date(world.clock.now() - 3.2 * 86_400_000);
    const filter: VacancyFilter = { ...anyVacancy, publishedFrom, postalCodes: ['1930', '2000', '9000'] };
    const found = await plan(filter);
    expect(found.local).toEqual(['publishedFrom']);
    const slice = await found.read({ offset: 0, limit: 200, fields: noFields, values: true });
    expect(slice.more).toBe(false);
    const kept = slice.rows.filter((row) => row.sourceId !== null && row.value !== null && matchesLocally(row.value, filter, found.local, world.clock.now()));
    expect(kept.map(({ sourceId }) => sourceId)).toEqual(published(({ document, town }) => document.publicatieDatum >= '2026-05-02' && ['1930', '2000', '9000'].includes(town?.postcode ?? '')));
    expect(kept.length).toBeLessThan(slice.rows.length);
  });
});

describe('an order', () => {
  it.each([
    ['PUBLISHED_DESC', 'PUBLICATIE_DATUM'],
    ['UPDATED_DESC', 'WIJZIGINGS_DATUM'],
  ] as const)('of %s is sorted by VDAB', async (order, field) => {
    const slice = await (await plan({}, order)).read({ offset: 0, limit: 100, fields: noFields, values: false });
    expect(parameter(lastRequest(world), 'sorteerveld')).toEqual([field]);
    const dates = new Map(world.vdab.data.vacancies.map(({ id, document, changes }) => [id, field === 'PUBLICATIE_DATUM' ? document.publicatieDatum : new Date(changes.at(-1) ?? 0).toISOString()]));
    const sorted = idsOf(slice).map((id) => dates.get(id ?? ''));
    expect(sorted).toEqual(sorted.toSorted().toReversed());
    expect(sorted).toHaveLength(100);
  });

  it('that VDAB cannot sort by is told', async () => {
    expect((await plan({}, 'PUBLISHED_ASC')).unsupported).toEqual(['orderBy']);
  });
});

describe('a row', () => {
  it('without a readable id costs itself and keeps its place', async () => {
    const [first = '', second = ''] = published();
    const resultaten = [row(first), null, row(second), row('NOT_FOUND_1'), { vacatureReferentie: 5 }];
    world.upstream.faults.add({ kind: 'wrong-json', times: 1, body: JSON.stringify({ aantal: 5, resultaten }) });
    const slice = await (await plan()).read({ offset: 0, limit: 5, fields: noFields, values: true });
    expect(idsOf(slice)).toEqual([first, null, second, null, null]);
    expect(slice).toMatchObject({ listed: 5, offsets: [1, 2, 3, 4, 5] });
    expect(slice.rows[1]).toMatchObject({ failure: { source: 'VDAB', code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('resultaten[1]') } });
  });

  it('of a vacancy that went between the list and its details is no row, and positions hold', async () => {
    const [first = '', second = '', third = ''] = published();
    const gone = '11111111-1111-4111-8111-111111111111';
    world.upstream.faults.add({ kind: 'wrong-json', times: 1, body: JSON.stringify({ aantal: 900, resultaten: [row(first), row(gone), row(second), row(third)] }) });
    const slice = await (await plan()).read({ offset: 0, limit: 4, fields: noFields, values: true });
    expect(idsOf(slice)).toEqual([first, second, third]);
    expect(slice).toMatchObject({ offsets: [1, 3, 4], listed: 4, more: true });
  });

  it('whose details fail to come is no row: the page fails, and can be asked for again', async () => {
    world.upstream.faults.add({ kind: 'status', status: 500, method: 'POST' });
    expect(await failureOf((await plan()).read({ offset: 0, limit: 20, fields: noFields, values: true }))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 });
    world.upstream.faults.clear();
    expect((await (await plan()).read({ offset: 0, limit: 20, fields: noFields, values: true })).rows).toHaveLength(20);
  });

  it('list of which none has an id is another list than expected', async () => {
    world.upstream.faults.add({ kind: 'wrong-json', times: 1, body: JSON.stringify({ aantal: 2, resultaten: [{ id: 1 }, { id: 2 }] }) });
    const failure = await failureOf((await plan()).read({ offset: 0, limit: 20, fields: noFields, values: false }));
    expect(failure).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(failure.message).toContain('resultaten[0].vacatureReferentie.interneReferentie');
  });

  it('list that is a bare array is read as its rows', async () => {
    const [first = ''] = published();
    world.upstream.faults.add({ kind: 'wrong-json', times: 1, body: JSON.stringify([row(first)]) });
    const slice = await (await plan()).read({ offset: 0, limit: 20, fields: noFields, values: false });
    expect(slice).toMatchObject({ rows: [{ sourceId: first }], more: false, total: 1 });
  });
});
