import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../../sandbox/vdab/index.ts';
import type { Candidate, CandidateFilter } from '../../../src/domain/candidate.ts';
import { matchesCandidate } from '../../../src/domain/candidate-match.ts';
import type { CandidateField } from '../../../src/domain/fields.ts';
import type { CandidatePlan, Slice } from '../../../src/domain/slice.ts';
import { calls, concurrency, failureOf, type Key, lastRequest, lines, parameter, startWorld, unknownId, type World } from './world.ts';

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

const anyCandidate: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };
/** All that a list can bring. */
const listed = new Set<CandidateField>(['source', 'sourceId', 'references', 'status', 'createdAt', 'updatedAt', 'updatedOn', 'person', 'experiences', 'educations', 'certificates', 'skills', 'desiredJob', 'appliedToIds', 'attachments']);
const untouched = new Set<CandidateField>(['sourceId', 'raw']);

function plan(filter: Partial<CandidateFilter> = {}, operation = key.operation()): Promise<CandidatePlan> {
  return operation.planCandidates({ ...anyCandidate, ...filter });
}

function open(matches: (record: CandidateRecord) => boolean = () => true): CandidateRecord[] {
  return world.vdab.data.candidates.filter((record) => record.document.status === 'OPEN' && matches(record));
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function valuesOf({ rows }: Slice<Candidate>): (Candidate | null)[] {
  return rows.map((row) => (row.sourceId === null ? null : row.value));
}

describe('a list of candidates', () => {
  it('with parts that velden can name costs one GET and no details', async () => {
    const slice = await (await plan()).read({ offset: 0, limit: 50, fields: listed, values: false });
    expect(calls(world)).toEqual({ 'GET v1/kandidaten': 1 });
    expect(parameter(lastRequest(world), 'velden')).toEqual(['iklId', 'status', 'wijzigingsDatum', 'natuurlijkPersoon', 'ervaringen', 'opleidingen', 'attesteringen', 'competenties', 'gewensteJob']);
    const first = open()[0]?.document;
    expect(valuesOf(slice)[0]).toMatchObject({ sourceId: first?.cvId, status: 'OPEN', updatedOn: first?.wijzigingsDatum, person: { lastName: first?.natuurlijkPersoon?.achternaam } });
    expect(slice.rows.map(({ sourceId }) => sourceId)).toEqual(idsOf(open().slice(0, 50)));
  });

  it('names the parts that are wanted and no others', async () => {
    await (await plan()).read({ offset: 0, limit: 5, fields: new Set<CandidateField>(['sourceId', 'skills', 'attachments']), values: false });
    expect(lines(world)).toEqual(['GET v1/kandidaten?velden=competenties&vanaf=0&aantal=5']);
  });

  it('of ids alone names none', async () => {
    const slice = await (await plan()).read({ offset: 0, limit: 5, fields: new Set<CandidateField>(['source', 'sourceId', 'createdAt']), values: false });
    expect(lines(world)).toEqual(['GET v1/kandidaten?vanaf=0&aantal=5']);
    expect(slice.total).toBe(open().length);
  });

  it('with more than velden can name is ids, whose details are single GETs, eight at a time', async () => {
    const { pass, peak } = concurrency(8);
    world.hold(pass);
    const operation = key.operation();
    const ids = await (await plan({}, operation)).read({ offset: 0, limit: 60, fields: untouched, values: false });
    expect(valuesOf(ids)).toEqual(Array.from({ length: 60 }, () => null));
    const found = await Promise.all(ids.rows.map(({ sourceId }) => operation.candidateById(sourceId ?? '')));
    expect(found.map(({ value }) => value?.raw)).toEqual(JSON.parse(JSON.stringify(open().slice(0, 60).map(({ document }) => document))));
    expect(calls(world)).toEqual({ 'GET v1/kandidaten': 1, 'GET v1/kandidaten/{id}': 60 });
    expect(peak()).toBe(8);
  });

  it('keeps within eight over several operations too', async () => {
    const { pass, peak } = concurrency(8);
    world.hold(pass);
    const ids = idsOf(open().slice(0, 40));
    const pages = [ids.slice(0, 20), ids.slice(20)].map((page) => {
      const operation = key.operation();
      return Promise.all(page.map((id) => operation.candidateById(id)));
    });
    await Promise.all(pages);
    expect(calls(world)).toEqual({ 'GET v1/kandidaten/{id}': 40 });
    expect(peak()).toBe(8);
  });

  it('that must come with its details brings them', async () => {
    const slice = await (await plan({ nuts: ['BE2'] })).read({ offset: 0, limit: 10, fields: new Set<CandidateField>(['raw', 'desiredJob']), values: true });
    expect(valuesOf(slice).map((value) => value?.raw)).toEqual(JSON.parse(JSON.stringify(open().slice(0, 10).map(({ document }) => document))));
    expect(calls(world)).toEqual({ 'GET v1/kandidaten': 1, 'GET v1/kandidaten/{id}': 10 });
  });

  it.each([
    ['any number of velden', 0, null, { 'GET v1/kandidaten': 1 }],
    ['three velden, as configured', 3, 3, { 'GET v1/kandidaten': 1, 'GET v1/kandidaten/{id}': 4 }],
  ] as const)('where VDAB takes %s', async (_, maxVelden, maxListFields, expected) => {
    world.vdab.switches.maxVelden = maxVelden;
    key = world.key({ maxListFields });
    const slice = await (await plan()).read({ offset: 0, limit: 4, fields: listed, values: true });
    expect(valuesOf(slice).map((value) => value?.sourceId)).toEqual(idsOf(open().slice(0, 4)));
    expect(calls(world)).toEqual(expected);
    const few = await (await plan()).read({ offset: 4, limit: 4, fields: new Set<CandidateField>(['status', 'skills']), values: true });
    expect(valuesOf(few).map((value) => value?.status)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN']);
    expect(parameter(lastRequest(world), 'velden')).toEqual(['status', 'competenties']);
  });

  it.each(['total', 'page'] as const)('is paged to its end where aantal is that of the %s', async (reading) => {
    world.vdab.switches.aantalMeaning = reading;
    const found = await plan();
    const ids: (string | null)[] = [];
    for (let offset = 0, more = true; more; ) {
      const slice = await found.read({ offset, limit: 150, fields: new Set(), values: false });
      ids.push(...slice.rows.map(({ sourceId }) => sourceId));
      offset += slice.rows.length;
      ({ more } = slice);
    }
    expect(ids).toEqual(idsOf(open()));
    expect((await found.count()).value).toBe(reading === 'total' ? open().length : null);
  });

  it.each(['repeat', 'comma'] as const)('takes several values of a criterion by %s', async (reading) => {
    world.vdab.switches.multiValue = reading;
    key = world.key({ multiValue: reading });
    const filter = { studies: ['MAE5AHH', 'BAC3INF'], desiredRegions: ['BE231A', 'BE1'] };
    const slice = await (await plan(filter)).read({ offset: 0, limit: 100, fields: new Set(['educations', 'desiredJob']), values: false });
    const wanted = open(({ document: { opleidingen, gewensteJob } }) => opleidingen?.some(({ naam }) => filter.studies.includes(naam ?? '')) === true && gewensteJob?.regios?.some((region) => filter.desiredRegions.includes(region)) === true);
    expect(slice.rows.map(({ sourceId }) => sourceId)).toEqual(idsOf(wanted));
    expect(wanted.length).toBeGreaterThan(6);
    expect(lines(world)[0]).toContain(reading === 'comma' ? 'gewensteRegios=BE231A%2CBE1' : 'gewensteRegios=BE231A&gewensteRegios=BE1');
  });

  it('has what VDAB does not take applied to its rows without details', async () => {
    const filter: CandidateFilter = { ...anyCandidate, nuts: ['BE242'], updatedAfter: new Date(world.clock.now() - 90 * 86_400_000) };
    const found = await plan(filter);
    expect(found.local).toEqual(['nuts', 'updatedAfter']);
    const slice = await found.read({ offset: 0, limit: 200, fields: new Set(['desiredJob', 'updatedOn']), values: true });
    const kept = valuesOf(slice).filter((value) => value !== null && matchesCandidate(value, filter, found.local));
    const after = new Date(world.clock.now() - 90 * 86_400_000).toISOString().slice(0, 10);
    const wanted = open().slice(0, 200).filter(({ document }) => document.wijzigingsDatum >= after && document.gewensteJob?.regios?.some((region) => region.startsWith('BE242')));
    expect(kept.map((value) => value?.sourceId)).toEqual(idsOf(wanted));
    expect(wanted.length).toBeGreaterThan(0);
    expect(calls(world)).toEqual({ 'GET v1/kandidaten': 1 });
  });

  it('has a row without an id cost itself', async () => {
    const [first] = open();
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify({ resultaten: [{ status: 'OPEN' }, { cvId: first?.id, status: 'OPEN' }] }) });
    const slice = await (await plan()).read({ offset: 0, limit: 2, fields: new Set(['status']), values: true });
    expect(slice.rows).toMatchObject([{ sourceId: null, failure: { code: 'UPSTREAM_INVALID_RESPONSE' } }, { sourceId: first?.id, value: { status: 'OPEN' } }]);
  });
});

describe('candidates that are named by id', () => {
  it('are not searched for, and judged by the other criteria here', async () => {
    const [one, two] = open(({ document }) => (document.opleidingen?.length ?? 0) > 0);
    const studies = [one?.document.opleidingen?.[0]?.naam ?? ''];
    const filter: CandidateFilter = { ...anyCandidate, ids: [one?.id ?? '', unknownId, 'not an id', two?.id ?? '', one?.id ?? ''], studies };
    const found = await plan(filter);
    expect(found).toMatchObject({ local: ['studies'], unsupported: [], empty: false });
    const slice = await found.read({ offset: 0, limit: 100, fields: new Set(['educations']), values: true });
    expect(slice.rows.map(({ sourceId }) => sourceId)).toEqual([one?.id, two?.id]);
    expect(slice).toMatchObject({ offsets: [1, 4], listed: 4, more: false });
    expect(valuesOf(slice).map((value) => value !== null && matchesCandidate(value, filter, found.local))[0]).toBe(true);
    expect(calls(world)).toEqual({ 'GET v1/kandidaten/{id}': 3 });
  });

  it('are read a page at a time', async () => {
    const ids = idsOf(open().slice(0, 5));
    const found = await plan({ ids });
    const slice = await found.read({ offset: 2, limit: 2, fields: new Set(), values: false });
    expect(slice.rows.map(({ sourceId }) => sourceId)).toEqual(ids.slice(2, 4));
    expect(slice.more).toBe(true);
    expect((await found.count()).value).toBeNull();
  });

  it('are looked for in a search where only a search can apply further parameters', async () => {
    const found = await plan({ ids: [unknownId], extra: { taal: 'nl' } });
    expect(found.local).toEqual(['ids']);
  });
});

describe('a candidate by id', () => {
  it('is asked for again by every operation, and once by one', async () => {
    const [record] = open();
    const id = record?.id ?? '';
    const operation = key.operation();
    expect((await operation.candidateById(id.toUpperCase())).value?.sourceId).toBe(id);
    expect((await operation.candidateById(id)).value?.sourceId).toBe(id);
    expect(lines(world)).toEqual([`GET v1/kandidaten/${id}`]);
    await key.operation().candidateById(id);
    expect(lines(world)).toHaveLength(2);
  });

  it('is never kept: once the upstream fails there is nothing to show', async () => {
    const id = open()[0]?.id ?? '';
    await key.operation().candidateById(id);
    await (await plan()).read({ offset: 0, limit: 5, fields: listed, values: false });
    world.upstream.faults.add({ kind: 'status', status: 500 });
    expect(await failureOf(key.operation().candidateById(id))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await failureOf((await plan()).read({ offset: 0, limit: 5, fields: listed, values: false }))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('is one call where two operations ask at once', async () => {
    const id = open()[0]?.id ?? '';
    const found = await Promise.all([key.operation().candidateById(id), key.operation().candidateById(id)]);
    expect(found.map(({ value }) => value?.sourceId)).toEqual([id, id]);
    const page = { offset: 0, limit: 5, fields: listed, values: false };
    const [first, second] = await Promise.all([plan(), plan()]);
    await Promise.all([first.read(page), second.read(page)]);
    expect(calls(world)).toEqual({ 'GET v1/kandidaten/{id}': 1, 'GET v1/kandidaten': 1 });
  });

  it.each(['404', '410', 'status'] as const)('is null when it was deleted and its detail answers %s', async (reading) => {
    world.vdab.switches.deletedDetail = reading;
    const deleted = world.vdab.data.candidates.find(({ document }) => document.status === 'VERWIJDERD')?.id ?? '';
    expect((await key.operation().candidateById(deleted)).value).toBeNull();
    expect(calls(world)).toEqual({ 'GET v1/kandidaten/{id}': 1 });
  });

  it.each(['bulk', '../vacatures/initial', '', 'x'])('is null without a call for an id that is no UUID: %j', async (id) => {
    expect((await key.operation().candidateById(id)).value).toBeNull();
    expect(lines(world)).toEqual([]);
  });

  it('is null where nobody has that id, and a CV that closed is still one', async () => {
    const closed = world.vdab.data.candidates.find(({ document }) => document.status === 'GESLOTEN')?.id ?? '';
    expect((await key.operation().candidateById(unknownId)).value).toBeNull();
    expect((await key.operation().candidateById(closed)).value).toMatchObject({ sourceId: closed, status: 'GESLOTEN' });
  });

  it('of another person than was asked for is refused', async () => {
    const [asked, other] = open();
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify(other?.document) });
    const failure = await failureOf(key.operation().candidateById(asked?.id ?? ''));
    expect(failure).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(failure.message).not.toContain(other?.id);
  });

  it('is not asked for any more once its caller has left', async () => {
    const held = Promise.withResolvers<void>();
    world.hold(() => held.promise);
    const caller = new AbortController();
    const operation = key.operation({ signal: caller.signal });
    const asked = Promise.allSettled(idsOf(open().slice(0, 50)).map((id) => operation.candidateById(id)));
    while (world.upstream.requests.length < 8) await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    expect((await asked).every(({ status }) => status === 'rejected')).toBe(true);
    held.resolve();
    expect(calls(world)).toEqual({ 'GET v1/kandidaten/{id}': 8 });
  });
});
