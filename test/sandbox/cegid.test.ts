import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { CegidCaller, tokenForm } from './cegid-caller.ts';

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

async function references(query: string): Promise<unknown[]> {
  const rows = await caller.list(`api/exports/v1/vacancies?limit=100&${query}`);
  return rows.map((row) => (isRecord(row) ? row['reference'] : undefined));
}

describe('the token', () => {
  test('is given for the documented form and lives 1199 seconds', async () => {
    const response = await caller.askToken(tokenForm);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ access_token: expect.stringMatching(/^[A-Za-z0-9]{69}$/), token_type: 'bearer', expires_in: 1199 });
  });

  test.each([
    ['a wrong secret', { ...tokenForm, client_secret: 'sandbox cegid/secret=&1' }, 401, 'invalid_client'],
    ['an unknown client', { ...tokenForm, client_id: 'other' }, 401, 'invalid_client'],
    ['another grant', { ...tokenForm, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another scope', { ...tokenForm, scope: 'Customer' }, 400, 'invalid_scope'],
    ['no client', { grant_type: 'client_credentials', scope: 'MatchingIndexation' }, 400, 'invalid_request'],
  ])('is refused to %s', async (_case, form, status, error) => {
    const response = await caller.askToken(form);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  test('is refused to a secret that was not form-encoded, and to a JSON body', async () => {
    const raw = Object.entries(tokenForm).map(([name, value]) => `${name}=${value}`).join('&');
    expect((await caller.askToken(raw)).status).toBe(401);
    expect((await caller.askToken(JSON.stringify(tokenForm), 'application/json')).status).toBe(400);
  });

  test('is asked by POST only', async () => {
    expect((await fetch(`${upstream.baseUrl}api/token`)).status).toBe(405);
  });

  test('opens the API until it expires by the clock, and not a second longer', async () => {
    const headers = { authorization: `Bearer ${await caller.freshToken()}` };
    const url = `${upstream.baseUrl}api/exports/v1/candidates?limit=1`;
    caller.clock.advance(1_195_000);
    expect((await fetch(url, { headers })).status).toBe(200);
    caller.clock.advance(4_000);
    expect((await fetch(url, { headers })).status).toBe(401);
  });

  test('dies early when the site says so', async () => {
    const headers = { authorization: `Bearer ${await caller.freshToken()}` };
    cegid.expireTokens();
    const response = await fetch(`${upstream.baseUrl}api/exports/v1/vacancies`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('must be there', async () => {
    expect((await fetch(`${upstream.baseUrl}api/exports/v1/vacancies`)).status).toBe(401);
    expect((await fetch(`${upstream.baseUrl}api/exports/v1/vacancies`, { headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
  });
});

describe('the exports', () => {
  test('page through all 600 vacancies and 300 candidates, at most 100 at a time', async () => {
    const seen: unknown[] = [];
    for (let offset = 0; offset <= 600; offset += 100) seen.push(...(await references(`offset=${offset}`)));
    expect(seen).toEqual(vacancies.map(({ reference }) => reference));
    expect(seen).toHaveLength(600);
    expect(await caller.get('api/exports/v1/candidates?offset=298')).toEqual(candidates.slice(298));
    expect(await caller.get('api/exports/v1/candidates?offset=300')).toEqual([]);
  });

  test.each(['limit=101', 'limit=0', 'limit=-1', 'limit=ten', 'offset=-1', 'offset=1.5', 'page=2', 'limit=1&limit=2'])('refuse %s', async (query) => {
    expect(await caller.status(`api/exports/v1/vacancies?${query}`)).toBe(400);
    expect(await caller.status(`api/exports/v1/candidates?${query}`)).toBe(400);
  });

  test('are read by GET only', async () => {
    const response = await caller.call('api/exports/v1/vacancies', 'POST', {});
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  test('can come as an object with a list', async () => {
    cegid.switches.exportFormat = 'json-object';
    expect(await caller.get('api/exports/v1/vacancies?offset=10&limit=2')).toEqual({ data: vacancies.slice(10, 12), _pagination: { offset: 10, limit: 2, total: 600 } });
  });

  test('filter by several references, also those that a URL must escape', async () => {
    const odd = vacancies.find(({ reference }) => reference.includes('&'))?.reference ?? '';
    const plain = vacancies.find(({ reference }) => !reference.includes(' '))?.reference ?? '';
    const found = await references(`filter=${encodeURIComponent(`reference::${odd},${plain}`)}`);
    expect(found.toSorted()).toEqual([odd, plain].toSorted());
    expect(await references('filter=reference::1999-00000')).toEqual([]);
  });

  test('filter by the time of the last change, with each operator', async () => {
    const middle = vacancies.map(({ modificationDate }) => modificationDate).toSorted()[590] ?? '';
    const later = vacancies.filter(({ modificationDate }) => modificationDate > middle).map(({ reference }) => reference);
    const same = vacancies.filter(({ modificationDate }) => modificationDate === middle).map(({ reference }) => reference);
    expect(await references(`filter=updateDate:gt:${middle}`)).toEqual(later);
    expect(await references(`filter=updateDate::${middle}`)).toEqual(same);
    expect((await references(`filter=updateDate:ge:${middle}`)).toSorted()).toEqual([...same, ...later].toSorted());
    const day = middle.slice(0, 10);
    const before = vacancies.filter(({ modificationDate }) => modificationDate < day).slice(0, 100);
    expect(await references(`filter=updateDate:lt:${day}`)).toEqual(before.map(({ reference }) => reference));
  });

  test('join conditions by AND, repeated or by a bar, as the switch says', async () => {
    const since = new Date(caller.clock.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const [first, second] = ['filter=vacancyStatus::published', `filter=updateDate:gt:${since}`];
    const both = vacancies.filter(({ status, modificationDate }) => status.id.endsWith('Diffuse') && modificationDate > since);
    const expected = both.map(({ reference }) => reference);
    expect(expected.length).toBeLessThan(100);
    expect(await references(`${first}&${second}`)).toEqual(expected);
    expect((await references(second)).length).toBeGreaterThan(expected.length);
    const piped = `filter=${encodeURIComponent(`vacancyStatus::published|updateDate:gt:${since}`)}`;
    expect(await references(piped)).toEqual(expected);
    cegid.switches.filterJoin = 'pipe';
    expect(await caller.status(`api/exports/v1/vacancies?${first}&${second}`)).toBe(400);
    cegid.switches.filterJoin = 'repeated';
    expect(await caller.status(`api/exports/v1/vacancies?${piped}`)).toBe(400);
  });

  test('take a status by its id or its general name, as the switch says', async () => {
    const archived = vacancies.filter(({ status }) => status.id === '_TS_CO_OfferStatus_Archive').map(({ reference }) => reference);
    const [byId, byName] = ['filter=vacancyStatus::_TS_CO_OfferStatus_Archive', 'filter=vacancyStatus::archived'];
    expect(await references(byId)).toEqual(archived);
    expect(await references(byName)).toEqual(archived);
    cegid.switches.statusFilter = 'id';
    expect(await caller.status(`api/exports/v1/vacancies?${byName}`)).toBe(400);
    cegid.switches.statusFilter = 'name';
    expect(await caller.status(`api/exports/v1/vacancies?${byId}`)).toBe(400);
  });

  test('search vacancies by text', async () => {
    const found = await references('q=heftruck');
    expect(found).toEqual(vacancies.filter(({ reference, jobDescription }) => /heftruck/i.test(`${reference} ${jobDescription.title}`)).map(({ reference }) => reference));
    expect(found.length).toBeGreaterThan(0);
    const byText = vacancies.filter(({ jobDescription }) => jobDescription.description1?.includes('hecht team'));
    expect(await references('q=hecht+TEAM')).toEqual(byText.slice(0, 100).map(({ reference }) => reference));
  });

  test.each(['colour::red', 'reference:gt:1', 'reference', 'reference::', 'updateDate:gt:2026-02-30', 'updateDate:gt:soon', 'updateDate::2026-01-01,2026-01-02', 'vacancyStatus::fine', 'toString::x'])('refuse the filter %s', async (filter) => {
    expect(await caller.status(`api/exports/v1/vacancies?filter=${encodeURIComponent(filter)}`)).toBe(400);
  });

  test('filter candidates by id, e-mail address and change', async () => {
    const wanted = candidates.filter(({ candidateDetail }) => candidateDetail.personalInformation.email !== null)[7];
    const { id = '', personalInformation } = wanted?.candidateDetail ?? {};
    expect(await caller.get(`api/exports/v1/candidates?filter=id::${id},_TS-99999`)).toEqual([wanted]);
    expect(await caller.get(`api/exports/v1/candidates?filter=email::${personalInformation?.email}`)).toEqual([wanted]);
    expect(await caller.get('api/exports/v1/candidates?filter=updateDate:gt:2999-01-01')).toEqual([]);
    expect(await caller.status('api/exports/v1/candidates?filter=reference::1')).toBe(400);
  });

  test('leave out other files where only resumes are asked', async () => {
    const rows = await caller.get('api/exports/v1/candidates?attachmenttype=resume');
    expect(rows).toEqual(candidates.slice(0, 100).map((row) => ({ ...row, attachments: row.attachments.filter(({ isResume }) => isResume) })));
    expect(await caller.status('api/exports/v1/candidates?attachmenttype=letter')).toBe(400);
  });

  test('show a vacancy that was changed, with its new date', async () => {
    const reference = vacancies[3]?.reference ?? '';
    caller.clock.advance(60_000);
    cegid.changeVacancy(reference, { title: 'Nieuwe titel', statusId: '_TS_CO_OfferStatus_Suspendue' });
    const since = new Date(caller.clock.now() - 30_000).toISOString();
    expect(await references(`filter=updateDate:gt:${since}`)).toEqual([reference]);
    expect(() => cegid.changeVacancy('none', {})).toThrow('no vacancy none');
  });

  test('spell coded values and the title as the switches say', async () => {
    cegid.switches.codedValues = 'code-client-label';
    cegid.switches.titleField = 'jobTitle';
    const [row] = await caller.get('api/exports/v1/vacancies?limit=1') as unknown[];
    const [vacancy] = vacancies;
    expect(row).toMatchObject({ status: { code: expect.any(Number), clientCode: vacancy?.status.id, label: vacancy?.status.label }, jobDescription: { jobTitle: vacancy?.jobDescription.title } });
    expect(JSON.stringify(row)).not.toContain('"id":');
  });
});
