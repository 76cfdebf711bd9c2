import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barrier, calls, concurrency, failureOf, firstVacancy, type Key, lines, someVacancies, startWorld, unknownId, type World } from './world.ts';

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

const minuteMs = 60_000;

function ids(count: number): string[] {
  return someVacancies(world, count).map(({ id }) => id);
}

/** The upstream ids of what was found, null where nothing was. */
async function load(wanted: readonly string[], operation = key.operation()): Promise<(string | null)[]> {
  const found = await Promise.all(wanted.map((id) => operation.vacancyById(id)));
  return found.map(({ value }) => value?.sourceId ?? null);
}

describe('what vacancies by id cost', () => {
  it('is one POST for a hundred', async () => {
    const wanted = ids(100);
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 1 });
  });

  it('is three POSTs for two hundred and fifty, all in flight at once', async () => {
    world.hold(barrier(3));
    const wanted = ids(250);
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 3 });
  });

  it('is one GET for one', async () => {
    const [id = ''] = ids(1);
    expect(await load([id])).toEqual([id]);
    expect(lines(world)).toEqual([`GET v2/vacatures/${id}`]);
  });

  it('is nothing for one that was asked for twice', async () => {
    const [id = ''] = ids(1);
    expect(await load([id, id, id])).toEqual([id, id, id]);
    expect(calls(world)).toEqual({ 'GET v2/vacatures/{id}': 1 });
  });

  it('is nothing in another operation within their freshness, and one POST for the rest', async () => {
    const wanted = ids(60);
    await load(wanted.slice(0, 40));
    world.clock.advance(minuteMs);
    await load(wanted.slice(0, 40));
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 1 });
    await load(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 2 });
    expect(JSON.parse(world.upstream.requests[1]?.body ?? '')).toEqual({ vacatureReferenties: wanted.slice(40).toSorted() });
  });

  it('is asked anew past their freshness', async () => {
    const wanted = ids(5);
    await load(wanted);
    world.clock.advance(3 * minuteMs);
    await load(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 2 });
  });

  it('is that of one operation where two ask the same at once, in whatever order', async () => {
    const wanted = ids(30);
    const [one = ''] = ids(1);
    await Promise.all([load(wanted), load(wanted.toReversed())]);
    await Promise.all([load([one]), load([one])]);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 1 });
  });

  it('is one GET where two operations ask for the same one at once', async () => {
    const [id = ''] = ids(1);
    await Promise.all([load([id]), load([id])]);
    expect(calls(world)).toEqual({ 'GET v2/vacatures/{id}': 1 });
  });

  it('is that of each key apart', async () => {
    const [id = ''] = ids(1);
    await load([id]);
    const other = world.key({ bearerToken: 'another' });
    await load([id], other.operation());
    expect(calls(world)).toEqual({ 'GET v2/vacatures/{id}': 2 });
    expect(other.shared.client.credential).not.toBe(key.shared.client.credential);
  });
});

describe('a vacancy by id', () => {
  it('is null where VDAB does not know it, alone and among others', async () => {
    const [id = ''] = ids(1);
    expect(await load([unknownId])).toEqual([null]);
    expect(await load([unknownId.replace('0', '1'), id])).toEqual([null, id]);
  });

  it.each(['initial', 'bulk', '..', '../kandidaten', '%2e%2e', '65866999', '', 'x'.repeat(10_000), `${unknownId}/../bulk`, `${unknownId}\n`])('is null without a call for an id that is no UUID: %j', async (id) => {
    expect(await load([id])).toEqual([null]);
    expect(lines(world)).toEqual([]);
  });

  it('is the same whatever the case of its id', async () => {
    const [id = ''] = ids(1);
    expect(await load([id.toUpperCase(), id])).toEqual([id, id]);
    expect(lines(world)).toEqual([`GET v2/vacatures/${id}`]);
  });

  it.each(['404', '410', 'status'] as const)('is null when it was deleted and its detail answers %s', async (reading) => {
    world.vdab.switches.deletedDetail = reading;
    const { id } = firstVacancy(world, ({ document }) => document.status === 'VERWIJDERD');
    const [present = ''] = ids(1);
    expect(await load([id])).toEqual([null]);
    expect(await load([id, present], world.key().operation())).toEqual([null, present]);
  });

  it('tells when it was read and that it is current', async () => {
    const [id = ''] = ids(1);
    const before = world.clock.now();
    const first = await key.operation().vacancyById(id);
    world.clock.advance(minuteMs);
    const second = await key.operation().vacancyById(id);
    expect(first.fetchedAt).toBeGreaterThanOrEqual(before);
    expect(second.stale).toBe(false);
    expect(second.fetchedAt).toBeLessThan(before + minuteMs);
    expect(second.value).toBe(first.value);
  });

  it('notes its supplier as an organisation that was seen', async () => {
    const { id, document } = firstVacancy(world, ({ document }) => document.status === 'GEPUBLICEERD' && document.leverancier?.kboNummer !== undefined);
    const operation = key.operation();
    const anyOrganisation = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };
    expect((await operation.organisations(anyOrganisation)).value).toEqual([]);
    await operation.vacancyById(id);
    const code = document.leverancier?.kboNummer ?? '';
    expect(await operation.organisationByCode(code)).toMatchObject({ source: 'VDAB', code, name: document.leverancier?.naam, kboNumber: code });
    expect(await operation.organisations(anyOrganisation)).toMatchObject({ complete: false, value: [{ code }] });
    expect((await operation.organisations({ ...anyOrganisation, name: 'no such name' })).value).toEqual([]);
    expect(await operation.organisationByCode('0000000000')).toBeNull();
  });
});

describe('the multi-fetch, whose body no document publishes', () => {
  it.each(['array', 'resultaten'] as const)('is understood where it answers as %s, in any order', async (reading) => {
    world.vdab.switches.multiFetchAnswer = reading;
    const wanted = ids(50);
    expect(await load(wanted)).toEqual(wanted);
  });

  it('takes the property and the size that are configured', async () => {
    world.vdab.switches.multiFetchBody = 'nummers';
    world.vdab.switches.multiFetchMax = 20;
    const wanted = ids(60);
    key = world.key({ multiFetchProperty: 'nummers', multiFetchSize: 20 });
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 3 });
    expect(key.warnings).toEqual([]);
  });

  it('gives way to single GETs where VDAB wants numbers, eight at a time, and says so once', async () => {
    world.vdab.switches.multiFetchKind = 'number';
    const { pass, peak } = concurrency(8);
    world.hold(pass);
    const wanted = ids(250);
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 3, 'GET v2/vacatures/{id}': 250 });
    expect(peak()).toBe(8);
    expect(key.warnings).toEqual([expect.stringContaining('400')]);
    world.reset();
    world.vdab.switches.multiFetchKind = 'number';
    world.clock.advance(3 * minuteMs);
    await load(wanted.slice(0, 5));
    expect(calls(world)).toEqual({ 'GET v2/vacatures/{id}': 5 });
    expect(key.warnings).toHaveLength(1);
  });

  it('is tried again after an hour', async () => {
    world.vdab.switches.multiFetchKind = 'number';
    const wanted = ids(3);
    await load(wanted);
    world.vdab.switches.multiFetchKind = 'uuid';
    world.upstream.requests.length = 0;
    world.clock.advance(61 * minuteMs);
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 1 });
  });

  it('fails what is missing in an answer with a row that names nothing, since it may be that row', async () => {
    const [readable = '', lost = ''] = ids(2);
    const body = JSON.stringify([{ vacatureReferentie: { interneReferentie: readable }, status: 'GEPUBLICEERD' }, { vacatureReferentie: null }]);
    world.upstream.faults.add({ kind: 'wrong-json', method: 'POST', body });
    const operation = key.operation();
    const [found, failure] = await Promise.all([operation.vacancyById(readable), failureOf(operation.vacancyById(lost))]);
    expect(found.value?.sourceId).toBe(readable);
    expect(failure).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE', source: 'VDAB' });
    expect(failure.message).toContain('resultaten[1].vacatureReferentie.interneReferentie');
  });

  it('is not held to be refused by a failure that passes', async () => {
    const wanted = ids(3);
    world.upstream.faults.add({ kind: 'status', status: 503, method: 'POST', times: 1 });
    expect(await load(wanted)).toEqual(wanted);
    expect(calls(world)).toEqual({ 'POST v2/vacatures': 2 });
  });
});

it('the detail of another vacancy than was asked for is refused', async () => {
  const [asked = '', other = ''] = ids(2);
  world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify({ vacatureReferentie: { interneReferentie: other } }) });
  expect(await failureOf(key.operation().vacancyById(asked))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
});
