import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allWith, idOf, listingOf, refusalOf, type Row, startVdab, statusesOf, type VdabServer } from './vdab-server.ts';

const dayMs = 86_400_000;

let server: VdabServer;
beforeAll(async () => {
  server = await startVdab();
});
afterAll(() => server.stop());
// The clock is never set back here: what a test changes stays in the past of the next.
beforeEach(() => server.upstream.reset());

/** The bulk rows of a span, page after page of 300. */
async function bulkRows(path: string, van: number, tot: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let size = 300; size === 300; ) {
    const { resultaten } = await listingOf(server.get(path, { ...span(van, tot), vanaf: String(rows.length), aantal: '300' }));
    rows.push(...resultaten);
    size = resultaten.length;
  }
  return rows;
}

function span(van: number, tot: number): { van: string; tot: string } {
  return { van: new Date(van).toISOString(), tot: new Date(tot).toISOString() };
}

/** A vacancy that was published a while ago and not touched in the last ten days. */
function quietVacancy(): string {
  const found = server.vdab.data.vacancies.find(({ document, changes }) => document.status === 'GEPUBLICEERD' && (changes.at(-1) ?? 0) < server.clock.now() - 10 * dayMs);
  assert(found !== undefined);
  return found.id;
}

function today(): string {
  return new Date(server.clock.now()).toISOString().slice(0, 10);
}

describe('initial', () => {
  it('lists every vacancy that is published on a day in one answer, each as published', async () => {
    const { aantal, resultaten } = await listingOf(server.get('v2/vacatures/initial', { datum: today() }));
    const expected = server.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD').map(({ id }) => id);
    expect(aantal).toBe(expected.length);
    expect(resultaten.map(idOf).toSorted()).toEqual(expected.toSorted());
    expect(new Set(resultaten.map((row) => row['status']))).toEqual(new Set(['GEPUBLICEERD']));
  });

  it('lists for an earlier day what was published then and ended since', async () => {
    const day = new Date(server.clock.now() - 10 * dayMs).toISOString().slice(0, 10);
    const ids = new Set((await listingOf(server.get('v2/vacatures/initial', { datum: day }))).resultaten.map(idOf));
    const { vacancies } = server.vdab.data;
    const endedSince = vacancies.filter(({ document, endedOn }) => document.publicatieDatum <= day && endedOn !== undefined && endedOn > day);
    expect(endedSince.length).toBeGreaterThan(0);
    expect(endedSince.every(({ id }) => ids.has(id))).toBe(true);
    expect(vacancies.some(({ id, document }) => document.publicatieDatum > day && ids.has(id))).toBe(false);
  });

  it('asks for a day that the calendar has', async () => {
    const queries = ['', 'datum=', 'datum=2026-02-30', 'datum=01-02-2026', 'datum=2026-01-01T00:00:00.000Z', 'datum=2026-01-01&datum=2026-01-02'];
    expect(await statusesOf(queries, (query) => server.get('v2/vacatures/initial', query))).toEqual(allWith(queries, 400));
    expect((await refusalOf(server.get('v2/vacatures/initial'))).message).toContain('datum');
  });

  it('pages only where the switch says so', async () => {
    const query = { datum: today(), vanaf: '10', aantal: '5' };
    expect((await server.get('v2/vacatures/initial', query)).status).toBe(400);
    server.vdab.switches.initialPaging = true;
    expect((await listingOf(server.get('v2/vacatures/initial', query))).resultaten).toHaveLength(5);
    expect((await listingOf(server.get('v2/vacatures/initial', { datum: today() }))).resultaten.length).toBeGreaterThan(2000);
  });
});

describe('bulk synchronisation of vacancies', () => {
  const path = 'v2/vacatures/bulk';

  it('reports whatever changed in the window once, with its status now', async () => {
    const tot = server.clock.now() + 1;
    const van = tot - 5 * dayMs;
    const rows = await bulkRows(path, van, tot);
    const expected = server.vdab.data.vacancies.filter(({ changes }) => changes.some((at) => at >= van && at < tot));
    const known = rows.filter((row) => !idOf(row).includes('NOT_FOUND'));
    expect(known.map(idOf).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    const statuses = new Set(rows.map((row) => row['status']));
    for (const status of ['GEPUBLICEERD', 'NIET_GEPUBLICEERD', 'AFGESLOTEN', 'VERWIJDERD', 'HERINGEDIEND']) expect(statuses).toContain(status);
    expect(rows.length).toBeGreaterThan(known.length);
  });

  it('finds the same changes in one window as in the windows that it is cut into', async () => {
    const tot = Math.floor(server.clock.now());
    const [a, b, c] = [tot - 4 * dayMs, tot - 2 * dayMs, tot];
    const cut = [...(await bulkRows(path, a, b)), ...(await bulkRows(path, b, c))].map(idOf);
    expect(new Set((await bulkRows(path, a, c)).map(idOf))).toEqual(new Set(cut));
  });

  it('reports updates and removals from the moment that they happen', async () => {
    const [updated, removed] = [quietVacancy(), server.vdab.data.vacancies.find(({ document }) => document.status === 'GEPUBLICEERD')?.id ?? ''];
    server.clock.advance(dayMs);
    const van = server.clock.now();
    server.vdab.updateVacancy(updated, { aantalJobs: 99 });
    server.vdab.removeVacancy(removed);
    const rows = await bulkRows(path, van, van + 60_000);
    expect(new Map(rows.map((row) => [idOf(row), row['status']]))).toEqual(new Map([[updated, 'GEPUBLICEERD'], [removed, 'VERWIJDERD']]));
    expect((await server.get(`v2/vacatures/${removed}`)).status).toBe(404);
    const detail: unknown = await (await server.get(`v2/vacatures/${updated}`)).json();
    expect(detail).toMatchObject({ aantalJobs: 99 });
    expect(() => server.vdab.updateVacancy('nothing')).toThrow('nothing');
  });

  it('draws the end of the window by its switch', async () => {
    const id = quietVacancy();
    server.vdab.updateVacancy(id);
    const at = server.vdab.data.vacancies.find((record) => record.id === id)?.changes.at(-1) ?? 0;
    const has = async (van: number, tot: number): Promise<boolean> => (await bulkRows(path, van, tot)).map(idOf).includes(id);
    expect([await has(at, at + 1), await has(at - 1, at)]).toEqual([true, false]);
    server.vdab.switches.bulkUntil = 'inclusive';
    expect(await has(at - 1, at)).toBe(true);
  });

  it('refuses a window of more than five days, unless the switch knows no limit', async () => {
    const tot = server.clock.now();
    expect((await server.get(path, span(tot - 5 * dayMs, tot))).status).toBe(200);
    expect((await refusalOf(server.get(path, span(tot - 5 * dayMs - 1, tot)))).status).toBe(400);
    server.vdab.switches.maxBulkDays = 0;
    expect((await server.get(path, span(tot - 50 * dayMs, tot))).status).toBe(200);
  });

  it('refuses windows and pages that it cannot read', async () => {
    const good = span(Date.parse('2026-01-01'), Date.parse('2026-01-02'));
    const bads = [{ van: '2026-01-01' }, { van: '2026-01-01T00:00:00Z' }, { van: '2026-01-01T00:00:00.000 01:00' }, { tot: '2026-01-32T00:00:00.000Z' }, { tot: good.van }, { tot: '' }, { aantal: '2001' }, { aantal: '0' }, { status: 'VERWIJDERD' }];
    expect(await statusesOf(bads, (bad) => server.get(path, { ...good, ...bad }))).toEqual(allWith(bads, 400));
    expect((await server.get(path, { van: good.van })).status).toBe(400);
    expect((await server.get(path, { ...good, aantal: '2000' })).status).toBe(200);
  });
});

describe('bulk synchronisation of CVs', () => {
  it('reports ids with statuses, deletions and unknown statuses among them', async () => {
    server.vdab.switches.maxBulkDays = 0;
    const rows = await bulkRows('v1/kandidaten/bulk', server.clock.now() - 400 * dayMs, server.clock.now() + 1);
    expect(rows.map((row) => row['cvId']).toSorted()).toEqual(server.vdab.data.candidates.map(({ id }) => id).toSorted());
    expect(new Set(rows.map((row) => row['status']))).toEqual(new Set(['OPEN', 'GESLOTEN', 'VERWIJDERD', 'IN_CONTROLE']));
  });

  it('reports updates and removals from the moment that they happen', async () => {
    const [updated, removed] = server.vdab.data.candidates.filter(({ document }) => document.status === 'OPEN').map(({ id }) => id);
    assert(updated !== undefined && removed !== undefined);
    server.clock.advance(dayMs);
    const van = server.clock.now();
    server.vdab.updateCandidate(updated, { iklId: 7 });
    server.vdab.removeCandidate(removed);
    const rows = await bulkRows('v1/kandidaten/bulk', van, van + 60_000);
    expect(new Map(rows.map((row) => [row['cvId'], row['status']]))).toEqual(new Map([[updated, 'OPEN'], [removed, 'VERWIJDERD']]));
    const detail: unknown = await (await server.get(`v1/kandidaten/${updated}`)).json();
    const changedAt = server.vdab.data.candidates.find(({ id }) => id === updated)?.changes.at(-1) ?? 0;
    expect(detail).toMatchObject({ iklId: 7, wijzigingsDatum: new Date(changedAt).toISOString().slice(0, 10) });
  });

  it('keeps to the same windows as vacancies', async () => {
    const tot = server.clock.now();
    expect((await server.get('v1/kandidaten/bulk', span(tot - 6 * dayMs, tot))).status).toBe(400);
    expect((await server.get('v1/kandidaten/bulk')).status).toBe(400);
  });
});
