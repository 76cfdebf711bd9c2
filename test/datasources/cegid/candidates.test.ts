import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CandidateFilter } from '../../../src/domain/candidate.ts';
import { idsOf, page, rejection, Site } from './site.ts';

const site = new Site();
const { data, switches } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const anyone: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };
const filterOf = (some: Partial<CandidateFilter>): CandidateFilter => ({ ...anyone, ...some });
const ids = data.candidates.map(({ candidateDetail }) => candidateDetail.id);

describe('candidates by id', () => {
  test('cost one call for a hundred of them, and nothing of them is kept', async () => {
    const upstream = site.connect();
    for (const calls of [1, 2]) {
      const source = site.operation(upstream);
      const found = await Promise.all(ids.slice(0, 100).map((id) => source.candidateById(id)));
      expect(found.map(({ value }) => value?.sourceId)).toEqual(ids.slice(0, 100));
      expect(site.asked()).toHaveLength(calls);
    }
    expect(site.asked()[0]).toMatch(/^\/api\/exports\/v1\/candidates\?offset=0&limit=100&filter=id::_TS-00001,_TS-00002,/);
  });

  test('are null where the site has none', async () => {
    expect((await site.open().candidateById('_TS-99999')).value).toBeNull();
  });

  test('bring their attachments’ names and none of their bytes', async () => {
    switches.exportFormat = 'zip';
    const known = data.candidates.find(({ attachments }) => attachments.length === 2);
    const { value } = await site.open().candidateById(known?.candidateDetail.id ?? '');
    expect(value?.attachments).toEqual(known?.attachments.map(({ id, isResume, mimeType, filename }) => ({ id, isResume, mimeType, fileName: filename })));
    expect(JSON.stringify(value)).not.toContain('%PDF');
  });
});

describe('a search', () => {
  test('by ids is the site’s own', async () => {
    const plan = await site.open().planCandidates(filterOf({ ids: ids.slice(3, 6) }));
    expect(plan).toMatchObject({ local: [], unsupported: [], empty: false });
    expect(await plan.read(page(0, 20))).toMatchObject({ more: false, total: 3, rows: ids.slice(3, 6).map((sourceId) => ({ sourceId })) });
  });

  test('by e-mail address is the site’s own', async () => {
    const known = data.candidates.find(({ candidateDetail }) => candidateDetail.personalInformation.email !== null);
    const plan = await site.open().planCandidates(filterOf({ emails: [known?.candidateDetail.personalInformation.email ?? ''] }));
    expect(plan.unsupported).toEqual([]);
    expect(idsOf(await plan.read(page(0, 20)))).toEqual([known?.candidateDetail.id]);
  });

  test('by date of change is the site’s own', async () => {
    const updatedAfter = new Date(site.clock.now() - 20 * 86_400_000);
    const plan = await site.open().planCandidates(filterOf({ updatedAfter }));
    const changed = data.candidates.filter(({ candidateDetail }) => Date.parse(candidateDetail.modificationDate) > updatedAfter.getTime());
    expect(changed.length).toBeGreaterThan(0);
    expect(idsOf(await plan.read(page(0, 100)))).toEqual(changed.map(({ candidateDetail }) => candidateDetail.id));
    expect(plan.local).toEqual([]);
  });

  test('passes further parameters on', async () => {
    const plan = await site.open().planCandidates(filterOf({ extra: { attachmenttype: 'resume' } }));
    await plan.read(page(0, 5));
    expect(site.asked()).toEqual(['/api/exports/v1/candidates?offset=0&limit=5&attachmenttype=resume']);
  });

  test.each(['studies', 'desiredRegions', 'nuts', 'occupations'] as const)('by %s is supported nowhere', async (criterion) => {
    expect((await site.open().planCandidates(filterOf({ [criterion]: ['x'] }))).unsupported).toEqual([criterion]);
  });

  test('for nobody asks nobody', async () => {
    const plan = await site.open().planCandidates(filterOf({ ids: [] }));
    expect(plan.empty).toBe(true);
    expect(await plan.count()).toMatchObject({ value: 0 });
    expect(site.upstream.requests).toEqual([]);
  });

  test.each<[string, Partial<CandidateFilter>, string]>([
    ['an id with a comma', { ids: ['_TS-1', 'a,b'] }, 'filter.ids.1'],
    ['an address with a bar', { emails: ['a|b@example.org'] }, 'filter.emails.0'],
    ['a parameter that the gateway sets', { extra: { offset: 5 } }, 'filter.extra.offset'],
    ['a parameter with an object', { extra: { attachmenttype: {} } }, 'filter.extra.attachmenttype'],
    ['extra that is no object', { extra: ['x'] }, 'filter.extra'],
  ])('refuses %s before anything is asked', async (_case, some, path) => {
    expect(await rejection(site.open().planCandidates(filterOf(some)))).toMatchObject({ name: 'BadInput', argument: path.split('.') });
    expect(site.upstream.requests).toEqual([]);
  });

  test('that fails says nothing of whom it was for', async () => {
    site.upstream.faults.add({ kind: 'status', status: 400, path: 'candidates', body: '{"message":"iemand@example.org"}' });
    const plan = await site.open().planCandidates(filterOf({ emails: ['iemand@example.org'] }));
    const error = await rejection(plan.read(page(0, 5)));
    expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 400 });
    expect(`${String(error)} ${error instanceof Error ? String(error.cause) : ''} ${JSON.stringify(error)}`).not.toContain('iemand');
  });
});
