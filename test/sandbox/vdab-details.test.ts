import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VacancyRecord } from '../../sandbox/vdab/index.ts';
import { allWith, idOf, key, listingOf, listOf, objectOf, refusalOf, type Row, row, startVdab, statusesOf, type VdabServer } from './vdab-server.ts';

let server: VdabServer;
beforeAll(async () => {
  server = await startVdab();
});
afterAll(() => server.stop());
beforeEach(() => server.upstream.reset());

const unknownId = '00000000-0000-4000-8000-000000000000';

function first(matches: (record: VacancyRecord) => boolean): VacancyRecord {
  const found = server.vdab.data.vacancies.find(matches);
  assert(found !== undefined);
  return found;
}

function detail(id: string): Promise<Row> {
  return objectOf(server.get(`v2/vacatures/${id}`));
}

function several(ids: readonly unknown[]): Promise<Response> {
  return server.post('v2/vacatures', { vacatureReferenties: ids });
}

/** The first so many vacancies that were not deleted. */
function some(count: number): VacancyRecord[] {
  return server.vdab.data.vacancies.filter(({ document }) => document.status !== 'VERWIJDERD').slice(0, count);
}

describe('the detail of a vacancy', () => {
  it('is the whole vacancy, without what it lacks', async () => {
    const { id, document } = first(({ document }) => document.depublicatieDatum === undefined && document.leverancier !== undefined);
    const body = await detail(id);
    expect(body).toEqual(JSON.parse(JSON.stringify(document)));
    expect(body).not.toHaveProperty('depublicatieDatum');
    expect(await detail(id.toUpperCase())).toEqual(body);
  });

  it('is there for a vacancy that is no longer published, with its status', async () => {
    for (const status of ['NIET_GEPUBLICEERD', 'AFGESLOTEN']) {
      const { id } = first(({ document }) => document.status === status);
      expect((await detail(id))['status']).toBe(status);
    }
  });

  it('of an unknown vacancy is a 404, and of what is no UUID a 400', async () => {
    expect(await refusalOf(server.get(`v2/vacatures/${unknownId}`))).toEqual({ status: 404, message: `${unknownId} is geen bestaande vacature` });
    expect((await refusalOf(server.get('v2/vacatures/65866999'))).status).toBe(400);
    expect((await refusalOf(server.get(`v2/vacatures/${unknownId}%2Fbulk`))).status).toBe(400);
  });

  it('of a deleted vacancy is a 404, a 410 or its status, by the switch', async () => {
    const { id } = first(({ document }) => document.status === 'VERWIJDERD');
    expect((await server.get(`v2/vacatures/${id}`)).status).toBe(404);
    server.vdab.switches.deletedDetail = '410';
    expect((await server.get(`v2/vacatures/${id}`)).status).toBe(410);
    server.vdab.switches.deletedDetail = 'status';
    const body = await detail(id);
    expect(Object.keys(body)).toEqual(['vacatureReferentie', 'status']);
    expect(body['status']).toBe('VERWIJDERD');
  });

  it('takes no parameters', async () => {
    const { id } = first(({ document }) => document.status === 'GEPUBLICEERD');
    expect((await server.get(`v2/vacatures/${id}`, { velden: 'status' })).status).toBe(400);
  });

  it('has codes with labels where the switch says so', async () => {
    const { id, document } = first(({ document }) => document.functie.beroepsprofiel?.ervaring !== undefined && document.arbeidsovereenkomst !== undefined && document.profiel !== undefined);
    server.vdab.switches.codedFields = 'object';
    const body = await detail(id);
    expect(row(body['functie'])['jobdomeinen']).toEqual(document.functie.jobdomeinen.map((code) => ({ code, label: expect.any(String) })));
    expect(row(body['functie'])['beroepsprofiel']).toMatchObject({ code: document.functie.beroepsprofiel?.code, label: expect.any(String), ervaring: { code: document.functie.beroepsprofiel?.ervaring } });
    expect(row(body['arbeidsovereenkomst'])['arbeidsContract']).toMatchObject({ code: document.arbeidsovereenkomst?.arbeidsContract });
    expect(row(body['profiel'])['vereisten']).toContainEqual(expect.objectContaining({ type: 'talen', label: expect.any(String), score: { code: expect.any(String), label: expect.any(String) } }));
    expect(body['status']).toBe(document.status);
  });

  it('names the group of duplicates by internal reference, or by number where the switch says so', async () => {
    const { id, document } = first(({ id, document }) => document.dubbels !== undefined && document.dubbels.parentUuid !== id);
    expect((await detail(id))['dubbels']).toEqual(document.dubbels);
    const parent = first(({ id }) => id === document.dubbels?.parentUuid);
    expect([parent.document.dubbels?.parentUuid, parent.document.status]).toEqual([parent.id, 'GEPUBLICEERD']);
    expect(document.dubbels?.dubbelIds).toContain(parent.id);
    server.vdab.switches.dubbelIds = 'number';
    expect(row((await detail(id))['dubbels'])['dubbelIds']).toContain(parent.document.vacatureReferentie.vdabReferentie);
  });
});

describe('POST of several vacancies', () => {
  it('answers each known one once, in another order', async () => {
    const ids = some(100).map(({ id }) => id);
    const answered = (await listOf(several(ids))).map(idOf);
    expect(answered.toSorted()).toEqual(ids.toSorted());
    expect(answered).not.toEqual(ids);
    const [a = '', b = ''] = ids;
    expect((await listOf(several([a, b]))).map(idOf)).toEqual([b, a]);
    expect((await listOf(several([a, a]))).map(idOf)).toEqual([a]);
  });

  it('answers what the detail answers', async () => {
    const [record] = some(1);
    assert(record !== undefined);
    expect(await listOf(several([record.id]))).toEqual([await objectOf(server.get(`v2/vacatures/${record.id}`))]);
  });

  it('leaves out what it does not know or what was deleted', async () => {
    const deleted = first(({ document }) => document.status === 'VERWIJDERD').id;
    expect(await listOf(several([unknownId, deleted]))).toEqual([]);
    server.vdab.switches.deletedDetail = 'status';
    expect((await listOf(several([unknownId, deleted]))).map(idOf)).toEqual([deleted]);
  });

  it('answers an object with a list where the switch says so', async () => {
    server.vdab.switches.multiFetchAnswer = 'resultaten';
    expect((await listingOf(several(some(3).map(({ id }) => id)))).resultaten).toHaveLength(3);
  });

  it('takes at most a hundred ids, or what the switch says', async () => {
    const ids = some(101).map(({ id }) => id);
    expect((await several(ids)).status).toBe(400);
    server.vdab.switches.multiFetchMax = 101;
    expect((await several(ids)).status).toBe(200);
  });

  it('takes UUIDs, or numbers where the switch says so, and refuses the other kind', async () => {
    const [record] = some(1);
    assert(record !== undefined);
    const number = record.document.vacatureReferentie.vdabReferentie;
    expect((await several([number])).status).toBe(400);
    server.vdab.switches.multiFetchKind = 'number';
    expect((await listOf(several([number]))).map(idOf)).toEqual([record.id]);
    expect((await listOf(several([String(number)]))).map(idOf)).toEqual([record.id]);
    expect((await several([record.id])).status).toBe(400);
  });

  it('reads one property only, by the name of the switch', async () => {
    const ids = some(1).map(({ id }) => id);
    server.vdab.switches.multiFetchBody = 'ids';
    expect((await server.post('v2/vacatures', { ids })).status).toBe(200);
    expect((await refusalOf(several(ids))).message).toContain('vacatureReferenties');
    expect((await server.post('v2/vacatures', { ids, velden: [] })).status).toBe(400);
  });

  it('refuses a body that is none, and one of another type', async () => {
    const bodies = [[], 'x', null, {}, { vacatureReferenties: [] }, { vacatureReferenties: 'x' }, { vacatureReferenties: ['x'] }, { vacatureReferenties: [null] }];
    expect(await statusesOf(bodies, (body) => server.post('v2/vacatures', body))).toEqual(allWith(bodies, 400));
    const url = `${server.upstream.baseUrl}v2/vacatures`;
    expect((await fetch(url, { method: 'POST', headers: { ...key, 'content-type': 'application/json' }, body: '{' })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', headers: { ...key, 'content-type': 'text/plain' }, body: '{}' })).status).toBe(415);
    expect((await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(401);
    expect((await server.post('v2/vacatures?aantal=1', { vacatureReferenties: [unknownId] })).status).toBe(400);
  });
});
