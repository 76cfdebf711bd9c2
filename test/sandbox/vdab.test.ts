import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVdab, type VacancyRecord } from '../../sandbox/vdab/index.ts';
import { allWith, idOf, key, listingOf, refusalOf, startVdab, statusesOf, type VdabServer } from './vdab-server.ts';

let server: VdabServer;
beforeAll(async () => {
  server = await startVdab();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.upstream.reset();
  server.clock.reset();
});

function madeFrom(seed: number): string {
  const { vacancies, candidates } = createVdab({ clock: server.clock, seed, scale: 0.02 }).data;
  return JSON.stringify([vacancies.map(({ id, document }) => [id, document.functie]), candidates.map(({ document }) => [document.cvId, document.competenties])]);
}

/** All matches of a search, page after page. */
async function ids(query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let size = 200; size === 200; ) {
    const { resultaten } = await listingOf(server.get('v2/vacatures', `${query}&aantal=200&vanaf=${seen.length}`));
    seen.push(...resultaten.map(idOf));
    size = resultaten.length;
  }
  return seen;
}

function truth(): VacancyRecord[] {
  return server.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
}

describe('the data', () => {
  it('is the same for the same seed and another for another', () => {
    expect(madeFrom(7)).toBe(madeFrom(7));
    expect(madeFrom(7)).not.toBe(madeFrom(8));
  });

  it('counts 3,000 vacancies and 500 CVs, times the scale', () => {
    expect([server.vdab.data.vacancies.length, server.vdab.data.candidates.length]).toEqual([3000, 500]);
    const small = createVdab({ clock: server.clock, seed: 1, scale: 0.1 }).data;
    expect([small.vacancies.length, small.candidates.length]).toEqual([300, 50]);
  });

  it('keeps leading zeros of KBO numbers and holds markup that must not get through', () => {
    const documents = server.vdab.data.vacancies.map(({ document }) => document);
    expect(documents.some(({ leverancier }) => /^0\d{9}$/.test(leverancier?.kboNummer ?? ''))).toBe(true);
    expect(documents.some(({ functie }) => functie.omschrijving?.includes('pwned'))).toBe(true);
  });
});

describe('the key', () => {
  it('is asked of every endpoint', async () => {
    const paths = ['v2/vacatures', 'v2/vacatures/initial', 'v2/vacatures/bulk', 'v2/vacatures/x', 'v1/kandidaten', 'v1/kandidaten/bulk', 'v1/kandidaten/x'];
    expect(await statusesOf(paths, (path) => server.get(path, {}, {}))).toEqual(allWith(paths, 401));
    expect(await statusesOf(paths, (path) => server.get(path, {}, { 'X-IBM-Client-Id': 'wrong' }))).toEqual(allWith(paths, 401));
    expect((await server.get('v2/vacatures')).status).toBe(200);
  });

  it('can be changed by its switch', async () => {
    server.vdab.switches.clientId = 'another';
    expect(await refusalOf(server.get('v2/vacatures'))).toEqual({ status: 401, message: 'Invalid client id or secret.' });
    expect((await server.get('v2/vacatures', {}, { 'X-IBM-Client-Id': 'another' })).status).toBe(200);
  });

  it('stands beside a bearer token where the switch asks for one', async () => {
    server.vdab.switches.requireBearer = true;
    expect((await server.get('v2/vacatures')).status).toBe(401);
    expect((await server.get('v2/vacatures', {}, { ...key, authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await server.get('v2/vacatures', {}, { ...key, authorization: `Bearer ${server.vdab.switches.bearerToken}` })).status).toBe(200);
  });
});

describe('paths and methods', () => {
  it('that no document names are refused', async () => {
    const paths = ['v2/vacatures/', 'v2/vacatures/a/b', 'v1/vacatures', 'v2/kandidaten', 'constructor', 'v1/kandidaten/'];
    expect(await statusesOf(paths, (path) => server.get(path))).toEqual(allWith(paths, 404));
    expect((await fetch(new URL('/v2/vacatures', server.upstream.baseUrl), { headers: key })).status).toBe(404);
    const answer = await fetch(`${server.upstream.baseUrl}v2/vacatures`, { method: 'DELETE', headers: key });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await server.post('v1/kandidaten', {})).status).toBe(405);
  });

  it('answer JSON only', async () => {
    expect((await server.get('v2/vacatures', {}, { ...key, accept: 'text/html' })).status).toBe(406);
    const answer = await server.get('v2/vacatures', {}, { ...key, accept: 'application/json' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  });

  it('with broken percent-encoding are a bad request', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port, pathname } = new URL(server.upstream.baseUrl);
      request({ port, path: `${pathname}v2/vacatures/%E0%A4`, headers: key }, (answer) => resolve(answer.resume().statusCode)).on('error', reject).end();
    });
    expect(status).toBe(400);
  });
});

describe('search', () => {
  it('answers the document’s example with references only', async () => {
    const { aantal, resultaten } = await listingOf(server.get('v2/vacatures', { jobdomein: 'JOBCAT01', postcode: '1930' }));
    expect(aantal).toBeGreaterThanOrEqual(3);
    expect(resultaten).toHaveLength(aantal);
    expect(Object.keys(resultaten[0] ?? {})).toEqual(['vacatureReferentie']);
    expect(resultaten[0]?.['vacatureReferentie']).toEqual({ interneReferentie: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('finds published vacancies only', async () => {
    const { aantal } = await listingOf(server.get('v2/vacatures'));
    expect(aantal).toBe(truth().length);
    expect(aantal).toBeLessThan(3000);
  });

  it('pages by offset and size without losing or repeating a row', async () => {
    const seen = await ids('filterDubbels=false');
    expect(seen.toSorted()).toEqual(truth().map(({ id }) => id).toSorted());
  });

  it('counts all matches in `aantal`, or this page’s rows by the switch', async () => {
    expect((await listingOf(server.get('v2/vacatures', { aantal: '7' }))).aantal).toBe(truth().length);
    server.vdab.switches.aantalMeaning = 'page';
    expect((await listingOf(server.get('v2/vacatures', { aantal: '7' }))).aantal).toBe(7);
  });

  it('takes several values of a criterion as alternatives', async () => {
    const [a, b] = [await ids('postcode=9300'), await ids('postcode=9400')];
    expect((await ids('postcode=9300&postcode=9400')).toSorted()).toEqual([...a, ...b].toSorted());
    expect(a.length * b.length).toBeGreaterThan(0);
    expect((await server.get('v2/vacatures', 'postcode=9300,9400')).status).toBe(400);
    server.vdab.switches.multiValue = 'comma';
    expect(await ids('postcode=9300,9400')).toHaveLength(a.length + b.length);
    expect((await server.get('v2/vacatures', 'postcode=9300&postcode=9400')).status).toBe(400);
  });

  const narrowings: readonly (readonly [string, (record: VacancyRecord) => boolean])[] = [
    ['jobdomein=JOBCAT10', ({ document }) => document.functie.jobdomeinen.includes('JOBCAT10')],
    ['beroep=M180501-1', ({ document }) => document.functie.beroepsprofiel?.code === 'M180501-1'],
    ['ervaring=1&ervaring=2', ({ document }) => ['1', '2'].includes(document.functie.beroepsprofiel?.ervaring ?? '')],
    ['competentie=11721', ({ document }) => document.profiel?.vereisten.some(({ code }) => code === '11721') === true],
    ['jobdomein=JOBCAT10&ervaring=4', ({ document }) => document.functie.jobdomeinen.includes('JOBCAT10') && document.functie.beroepsprofiel?.ervaring === '4'],
  ];
  it.each(narrowings)('narrows by %s', async (query, matches) => {
    const expected = truth().filter(matches).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect((await ids(query)).toSorted()).toEqual(expected.toSorted());
  });

  it('widens a postcode by kilometres', async () => {
    const near = await ids('postcode=1770&afstand=0');
    const wider = await ids('postcode=1770&afstand=10');
    expect(wider.length).toBeGreaterThan(near.length);
    expect(wider).toEqual(expect.arrayContaining(near));
    const towns = new Set(truth().filter(({ id }) => wider.includes(id)).map(({ town }) => town?.name));
    expect(towns).toEqual(new Set(['LIEDEKERKE', 'NINOVE', 'AALST']));
    expect(await refusalOf(server.get('v2/vacatures', { afstand: '10' }))).toEqual({ status: 400, message: 'Parameter afstand vraagt ook een postcode' });
  });

  it('keeps what was published in the last days', async () => {
    const first = new Date(server.clock.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const expected = truth().filter(({ document }) => document.publicatieDatum >= first).length;
    expect((await listingOf(server.get('v2/vacatures', { sinds: '3' }))).aantal).toBe(expected);
    server.clock.advance(200 * 86_400_000);
    expect((await listingOf(server.get('v2/vacatures', { sinds: '3' }))).aantal).toBe(0);
  });

  it('sorts by day of publication or by moment of change, newest first', async () => {
    const byId = new Map(truth().map((record) => [record.id, record]));
    const published = (await ids('sorteerveld=PUBLICATIE_DATUM')).map((id) => byId.get(id)?.document.publicatieDatum ?? '');
    expect(published).toEqual(published.toSorted().toReversed());
    const changed = (await ids('sorteerveld=WIJZIGINGS_DATUM')).map((id) => byId.get(id)?.changes.at(-1) ?? 0);
    expect(changed).toEqual(changed.toSorted((a, b) => b - a));
  });

  it('leaves duplicates out where it is asked to', async () => {
    const all = (await listingOf(server.get('v2/vacatures', { filterDubbels: 'false' }))).aantal;
    const filtered = (await listingOf(server.get('v2/vacatures', { filterDubbels: 'true' }))).aantal;
    expect(all - filtered).toBe(truth().filter(({ id, document }) => document.dubbels !== undefined && document.dubbels.parentUuid !== id).length);
    expect(all).toBeGreaterThan(filtered);
  });

  it('adds the fields of `velden` to its rows', async () => {
    const { resultaten } = await listingOf(server.get('v2/vacatures', 'velden=status&velden=functie&aantal=1'));
    expect(Object.keys(resultaten[0] ?? {})).toEqual(['vacatureReferentie', 'status', 'functie']);
    server.vdab.switches.maxVelden = 1;
    expect((await server.get('v2/vacatures', 'velden=status&velden=functie')).status).toBe(400);
  });

  it.each([
    ['regio', 'BE21'], ['aantal', '0'], ['aantal', '201'], ['aantal', '-1'], ['aantal', 'x'], ['vanaf', '-1'], ['vanaf', '1.5'], ['jobdomein', '10'], ['jobdomein', ''],
    ['postcode', 'BE-1930'], ['beroep', 'kok'], ['ervaring', 'veel'], ['competentie', 'a'], ['sinds', 'gisteren'], ['filterDubbels', 'ja'], ['sorteerveld', 'TITEL'], ['velden', 'salaris'],
  ])('refuses %s=%s, naming the parameter', async (name, value) => {
    expect(await refusalOf(server.get('v2/vacatures', { [name]: value }))).toEqual({ status: 400, message: expect.stringContaining(name) });
  });

  it('refuses a parameter that is given twice, and a distance that is no number', async () => {
    const queries = ['vanaf=1&vanaf=2', 'postcode=1930&afstand=ver'];
    expect(await statusesOf(queries, (query) => server.get('v2/vacatures', query))).toEqual(allWith(queries, 400));
  });
});
