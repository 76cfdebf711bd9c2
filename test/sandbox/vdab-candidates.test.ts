import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../sandbox/vdab/index.ts';
import { allWith, listingOf, objectOf, refusalOf, startVdab, statusesOf, type VdabServer } from './vdab-server.ts';

let server: VdabServer;
beforeAll(async () => {
  server = await startVdab();
});
afterAll(() => server.stop());
beforeEach(() => server.upstream.reset());

const open = (): Candidate[] => server.vdab.data.candidates.map(({ document }) => document).filter(({ status }) => status === 'OPEN');

describe('the search of CVs', () => {
  it('answers the document’s example with ids only', async () => {
    const { aantal, resultaten } = await listingOf(server.get('v1/kandidaten', { studies: 'MAE5AHH', gewensteRegios: 'BE231A' }));
    const expected = open().filter(({ opleidingen, gewensteJob }) => opleidingen?.some(({ naam }) => naam === 'MAE5AHH') === true && gewensteJob?.regios?.includes('BE231A') === true);
    expect(aantal).toBe(expected.length);
    expect(aantal).toBeGreaterThanOrEqual(7);
    expect(resultaten).toEqual(expected.map(({ cvId }) => ({ cvId })));
  });

  it('finds open CVs only', async () => {
    expect((await listingOf(server.get('v1/kandidaten'))).aantal).toBe(open().length);
    expect(open().length).toBeLessThan(500);
  });

  it('takes several values as alternatives, and a region as itself', async () => {
    const count = async (query: string): Promise<number> => (await listingOf(server.get('v1/kandidaten', query))).aantal;
    const either = open().filter(({ opleidingen }) => opleidingen?.some(({ naam }) => naam === 'MAE5AHH' || naam === 'BAC3INF') === true).length;
    expect(await count('studies=MAE5AHH&studies=BAC3INF')).toBe(either);
    expect(either).toBeGreaterThan(await count('studies=MAE5AHH'));
    expect(await count('gewensteRegios=BE231')).toBe(0);
    server.vdab.switches.multiValue = 'comma';
    expect(await count('studies=MAE5AHH,BAC3INF')).toBe(either);
  });

  it('adds the fields of `velden` where a CV has them', async () => {
    const { resultaten } = await listingOf(server.get('v1/kandidaten', 'velden=status&velden=gewensteJob&aantal=200'));
    expect(new Set(resultaten.map((row) => Object.keys(row).join()))).toEqual(new Set(['cvId,status,gewensteJob', 'cvId,status']));
    expect((await refusalOf(server.get('v1/kandidaten', 'velden=naam'))).message).toContain('naam');
  });

  it('pages by offset and size', async () => {
    const ids: unknown[] = [];
    for (let size = 90; size === 90; ) {
      const { resultaten } = await listingOf(server.get('v1/kandidaten', { vanaf: String(ids.length), aantal: '90' }));
      ids.push(...resultaten.map((row) => row['cvId']));
      size = resultaten.length;
    }
    expect(ids).toEqual(open().map(({ cvId }) => cvId));
  });

  it('refuses what it does not know or cannot read', async () => {
    const queries = ['beroep=M140201-1', 'studies=', 'studies=master%20tew', 'gewensteRegios=231', 'aantal=201', 'vanaf=x'];
    expect(await statusesOf(queries, (query) => server.get('v1/kandidaten', query))).toEqual(allWith(queries, 400));
  });
});

describe('the detail of a CV', () => {
  it('is the whole CV', async () => {
    const [document] = open();
    assert(document !== undefined);
    expect(await objectOf(server.get(`v1/kandidaten/${document.cvId}`))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('of an unknown one is a 404, of what is no UUID a 400', async () => {
    expect((await refusalOf(server.get('v1/kandidaten/00000000-0000-4000-8000-000000000000'))).status).toBe(404);
    expect((await refusalOf(server.get('v1/kandidaten/11116485'))).status).toBe(400);
    expect((await refusalOf(server.get(`v1/kandidaten/${open()[0]?.cvId}`, { velden: 'status' }))).status).toBe(400);
  });

  it('of a deleted one is a 404, a 410 or its status, by the switch', async () => {
    const deleted = server.vdab.data.candidates.find(({ document }) => document.status === 'VERWIJDERD')?.id;
    expect((await server.get(`v1/kandidaten/${deleted}`)).status).toBe(404);
    server.vdab.switches.deletedDetail = '410';
    expect((await server.get(`v1/kandidaten/${deleted}`)).status).toBe(410);
    server.vdab.switches.deletedDetail = 'status';
    expect(await objectOf(server.get(`v1/kandidaten/${deleted}`))).toEqual({ cvId: deleted, status: 'VERWIJDERD' });
  });
});

describe('the CVs', () => {
  it('hold skills of every documented type and of types that the document does not show', () => {
    const types = new Set(open().flatMap(({ competenties }) => competenties ?? []).map(({ type }) => type));
    expect(types).toEqual(new Set(['talen', 'technischeCompetentie', 'softSkill', 'vrijeCompetentie', 'portfolio', 'digitaleVaardigheid']));
  });

  it('hold experiences that are out of order, overlap, or still last', () => {
    const lists = open().flatMap(({ ervaringen }) => (ervaringen === undefined ? [] : [ervaringen]));
    const starts = lists.map((list) => list.flatMap(({ van }) => van ?? []));
    expect(starts.some((list) => list.join() !== list.toSorted().join())).toBe(true);
    expect(lists.some((list) => list.some(({ van, tot }) => van !== undefined && tot === undefined))).toBe(true);
    expect(lists.some((list) => list.some((a) => list.some((b) => a !== b && (a.van ?? '') < (b.van ?? '') && (b.van ?? '') < (a.tot ?? ''))))).toBe(true);
  });

  it('write postcodes behind a country and towns behind a postcode', () => {
    const addresses = open().flatMap(({ natuurlijkPersoon }) => natuurlijkPersoon?.officieelAdres ?? []);
    expect(addresses.length).toBeGreaterThan(0);
    for (const { postcode, gemeente } of addresses) expect(gemeente).toMatch(new RegExp(`^${postcode.slice(3)}-[A-Z]`));
  });

  it('have titles that end in a space, and lack everything that may be missing', () => {
    expect(open().some(({ gewensteJob }) => gewensteJob?.functies?.some(({ titel }) => titel.endsWith(' ')) === true)).toBe(true);
    expect(open().some((document) => Object.keys(JSON.parse(JSON.stringify(document))).join() === 'cvId,status,wijzigingsDatum')).toBe(true);
    expect(open().some(({ persoonlijkeInteresse }) => persoonlijkeInteresse !== undefined)).toBe(true);
  });
});
