import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CegidCaller } from './cegid-caller.ts';

const caller = new CegidCaller();
const { cegid, upstream } = caller;
const { vacancies, candidates } = cegid.data;

beforeAll(async () => {
  await upstream.start();
});
afterEach(() => {
  caller.reset();
});
afterAll(async () => {
  await upstream.stop();
});

describe('the referentials', () => {
  test('list items with hierarchy', async () => {
    expect(await caller.get('api/v1/referentials/countries')).toContainEqual({ id: '_TS_CO_Country_Belgique', clientCode: '_TS_CO_Country_Belgique', label: 'België' });
    expect(await caller.get('api/v1/referentials/primaryProfiles')).toContainEqual({ id: '_TS_metier_profil_dev', clientCode: '_TS_metier_profil_dev', label: 'Softwareontwikkeling', parentId: '_TS_metier_famille_ict' });
  });

  test('hold every coded value that the exports use', async () => {
    const ids = [...JSON.stringify([vacancies, candidates]).matchAll(/\{"id":"([^"]+)","label":"/g)].map(([, id]) => id ?? '');
    expect(ids.length).toBeGreaterThan(1000);
    expect(new Set(ids.filter((id) => cegid.data.referentials.byId(id) === undefined))).toEqual(new Set());
  });

  test('page where asked, and refuse bad pages, names and paths', async () => {
    expect(await caller.get('api/v1/referentials/regions?offset=1&limit=2')).toHaveLength(2);
    expect(await caller.status('api/v1/referentials/regions?limit=0')).toBe(400);
    expect(await caller.status('api/v1/referentials/colours')).toBe(404);
    expect(await caller.status('api/v1/referentials/countries', 'DELETE')).toBe(405);
    expect(await caller.status('api/v1/referentials/countries/%ZZ')).toBe(400);
    expect(await caller.status('api/v2/referentials/countries')).toBe(404);
  });

  test('give one item by id, and its translations, all or by LCID', async () => {
    const path = 'api/v1/referentials/countries/_TS_CO_Country_Allemagne';
    expect(await caller.get(path)).toMatchObject({ label: 'Duitsland' });
    expect(await caller.get(`${path}/translations`)).toContainEqual({ lcid: 2060, label: 'Allemagne' });
    expect(await caller.get(`${path}/translations/1033`)).toEqual({ lcid: 1033, label: 'Germany' });
    expect(await caller.status(`${path}/translations/1031`)).toBe(404);
    expect(await caller.status(`${path}/translations/de`)).toBe(400);
    expect(await caller.status('api/v1/referentials/countries/none/translations')).toBe(404);
  });

  test('lie on the path that the switches say, and only there', async () => {
    cegid.switches.referentialPath = 'plain';
    expect(await caller.status('api/v1/referentials/countries')).toBe(404);
    expect(await caller.status('api/referentials/countries')).toBe(200);
    cegid.switches.translationsPath = 'plain';
    expect(await caller.status('api/v1/referentials/countries/_TS_CO_Country_France/translations')).toBe(404);
    expect(await caller.status('api/referentials/countries/_TS_CO_Country_France/translations/1036')).toBe(200);
  });

  test('spell items and answers as the switches say', async () => {
    Object.assign(cegid.switches, { codedValues: 'code-client-label', referentialAnswer: 'wrapped', translationKey: 'languageId' });
    const item = cegid.data.referentials.byId('_TS_CO_Region_Anvers');
    expect(await caller.get('api/v1/referentials/regions?offset=1&limit=1')).toEqual({
      data: [{ code: item?.code, clientCode: item?.id, label: 'Antwerpen', active: true, parentCode: cegid.data.referentials.byId('_TS_CO_Region_Flandre')?.code, type: 'regions', hasChildren: false }],
    });
    expect(await caller.get(`api/v1/referentials/regions/${item?.code}/translations/1036`)).toEqual({ data: { languageId: 1036, label: 'Anvers' } });
  });
});

describe('a report', () => {
  const item = { id: '2026-00001', date: '2026-05-16T11:38:37Z', lastUpdateDate: '2026-05-16T11:38:37Z', status: 'success' };

  test('is accepted in the documented shape', async () => {
    const report = { reportType: 'vacancies', items: [item, { ...item, status: 'error', messages: ['De URL antwoordt niet.'] }] };
    expect(await caller.status('api/exports/v1/reports', 'POST', report)).toBe(200);
    expect(cegid.reports).toEqual([report]);
  });

  test.each([
    ['another type', { reportType: 'offers', items: [item] }],
    ['no items', { reportType: 'vacancies', items: [] }],
    ['an item without id', { reportType: 'candidates', items: [{ ...item, id: '' }] }],
    ['a plain date', { reportType: 'candidates', items: [{ ...item, date: '2026-05-16' }] }],
    ['messages of a success', { reportType: 'vacancies', items: [{ ...item, messages: ['x'] }] }],
    ['messages that are no strings', { reportType: 'vacancies', items: [{ ...item, status: 'error', messages: [{ text: 'x' }] }] }],
    ['an unknown key', { reportType: 'vacancies', items: [item], total: 1 }],
    ['a list', [item]],
  ])('is refused with %s', async (_case, report) => {
    expect(await caller.status('api/exports/v1/reports', 'POST', report)).toBe(400);
  });

  test('is refused as a form', async () => {
    const headers = { authorization: `bearer ${await caller.freshToken()}` };
    const response = await fetch(`${upstream.baseUrl}api/exports/v1/reports`, { method: 'POST', headers, body: new URLSearchParams({ reportType: 'vacancies' }) });
    expect(response.status).toBe(415);
  });
});
