import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import { rejection, Site } from './site.ts';

const site = new Site();
const { data, switches } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const idOf = (reference: string) => (/[\s%]/.test(reference) ? encodeURIComponent(reference) : reference);
const ids = data.vacancies.map(({ reference }) => idOf(reference));
const oddReference = data.vacancies.map(({ reference }) => reference).find((reference) => /[&+/ ]/.test(reference)) ?? '';

async function titles(source: CegidDataSource, wanted: readonly string[]): Promise<(string | null | undefined)[]> {
  const found = await Promise.all(wanted.map((id) => source.vacancyById(id)));
  return found.map(({ value }) => value?.title);
}

const expected = (from: number, to: number) => data.vacancies.slice(from, to).map(({ jobDescription }) => jobDescription.title);

describe('vacancies by id', () => {
  test('cost one call for a hundred of them', async () => {
    expect(await titles(site.open(), ids.slice(0, 100))).toEqual(expected(0, 100));
    expect(site.asked()).toHaveLength(1);
    expect(site.asked()[0]).toMatch(/^\/api\/exports\/v1\/vacancies\?offset=0&limit=100&filter=reference::/);
  });

  test('cost three calls for two hundred and fifty, and one that is asked for twice costs nothing more', async () => {
    expect(await titles(site.open(), [...ids.slice(0, 250), ...ids.slice(0, 250)])).toEqual([...expected(0, 250), ...expected(0, 250)]);
    expect(site.asked()).toHaveLength(3);
  });

  test('come from archives too', async () => {
    switches.exportFormat = 'zip';
    expect(await titles(site.open(), ids.slice(0, 20))).toEqual(expected(0, 20));
  });

  test('cost none where another operation has read them within two minutes', async () => {
    const upstream = site.connect();
    await titles(site.operation(upstream), ids.slice(0, 10));
    site.clock.advance(100_000);
    await titles(site.operation(upstream), ids.slice(0, 10));
    expect(site.asked()).toHaveLength(1);
    await titles(site.operation(upstream), ids.slice(5, 15));
    expect(site.asked()).toHaveLength(2);
    expect(site.asked()[1]?.split(',')).toHaveLength(5);
  });

  test('are null where the site has none, and that is remembered', async () => {
    const upstream = site.connect();
    expect(await titles(site.operation(upstream), ['1999-00000'])).toEqual([undefined]);
    expect((await site.operation(upstream).vacancyById('1999-00000')).value).toBeNull();
    expect(site.asked()).toHaveLength(1);
  });

  test('are found by a reference that an id has to escape', async () => {
    expect((await site.open().vacancyById(idOf(oddReference))).value).toMatchObject({ sourceId: idOf(oddReference), references: [{ kind: 'REFERENCE_NUMBER', value: oddReference }] });
  });

  test('are refused for an id that Cegid’s filter cannot hold, without asking', async () => {
    expect(await rejection(site.open().vacancyById('2024-1,2024-2'))).toMatchObject({ code: 'UNSUPPORTED_BY_SOURCE' });
    expect(await rejection(site.open().vacancyById('a'.repeat(7000)))).toMatchObject({ code: 'UNSUPPORTED_BY_SOURCE' });
    expect(site.upstream.requests).toEqual([]);
  });

  test('take as many calls as their references need to fit in an address', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `${index}-${'é'.repeat(50)}`);
    await titles(site.open(), long);
    expect(site.asked().length).toBeGreaterThan(1);
    expect(site.upstream.requests.every(({ path, query }) => path.length + query.length < 6500)).toBe(true);
  });

  test('are served as stale where the site has failed since', async () => {
    const upstream = site.connect();
    const [id = ''] = ids;
    await site.operation(upstream).vacancyById(id);
    site.clock.advance(5 * 60_000);
    site.upstream.faults.add({ kind: 'status', status: 503 });
    expect(await site.operation(upstream).vacancyById(id)).toMatchObject({ stale: true, value: { sourceId: id } });
  });

  test('fail with their call, and only those of that call', async () => {
    const half = new Site((exchange) => (exchange.rawQuery.includes(ids[120] ?? '') ? { status: 500 } : half.sandbox.handle(exchange)));
    await half.upstream.start();
    const source = half.open();
    const found = await Promise.allSettled(ids.slice(0, 150).map((id) => source.vacancyById(id)));
    await half.stop();
    expect(found.map(({ status }) => status)).toEqual([...Array.from({ length: 100 }, () => 'fulfilled'), ...Array.from({ length: 50 }, () => 'rejected')]);
    expect(found.at(-1)).toMatchObject({ reason: { code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 } });
  });

  test('are a failure, not null, where the answer has a row that could not be read', async () => {
    const source = site.open();
    const [known] = data.vacancies;
    site.upstream.faults.add({ kind: 'wrong-json', path: 'vacancies', body: JSON.stringify([known, { title: 'no reference' }]) });
    const [found, lost] = await Promise.allSettled([source.vacancyById(ids[0] ?? ''), source.vacancyById(ids[1] ?? '')]);
    expect(found).toMatchObject({ status: 'fulfilled', value: { value: { sourceId: ids[0] } } });
    expect(lost).toMatchObject({ status: 'rejected', reason: { code: 'UPSTREAM_INVALID_RESPONSE' } });
  });
});

describe('organisations', () => {
  test('are those that were seen on vacancies, by this client, and never complete', async () => {
    const upstream = site.connect();
    const any = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };
    expect(await site.operation(upstream).organisations(any)).toMatchObject({ value: [], complete: false });
    await titles(site.operation(upstream), ids.slice(0, 30));
    const seen = new Set(data.vacancies.slice(0, 30).flatMap(({ organisation }) => (organisation === null ? [] : [organisation.id])));
    const { value, complete } = await site.operation(upstream).organisations(any);
    expect(value.map(({ code }) => code)).toEqual([...seen].toSorted((a, b) => a.localeCompare(b)));
    expect(complete).toBe(false);
    expect(await site.operation(upstream).organisationByCode('_TS_ORG_HAVEN_ICT')).toMatchObject({ name: 'Havenbedrijf – ICT' });
    expect(await site.operation(upstream).organisationByCode('_TS_ORG_NONE')).toBeNull();
    expect(site.asked()).toHaveLength(1);
    expect((await site.open().organisations(any)).value).toEqual([]);
  });
});
