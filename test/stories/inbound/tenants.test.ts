import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoClientId, demoKey } from '../../../sandbox/clients.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { writeDemoClients } from '../../support/clients.ts';
import { bearer, boardKey, listed, sampleApplication, send } from './story.ts';

let folder: string;
let gateway: TestGateway;
/** By reference number: of nobody in particular, of what the admin posted, and of the partner's own account. */
const numbers: Record<string, number | null> = {};
const vacancy = { referenceNumber: 'admin-1', title: 'Beheerder', description: '<p>Beheer.</p>', location: 'Utrecht', company: { name: 'Waterschap' }, companyUser: { name: 'Noor', email: 'noor@example.org' } };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraph-clients-'));
  gateway = await startGateway({ environment: { CLIENTS_FILE: await writeDemoClients(folder), ANONYMOUS_SCOPES: 'vacancies:read' } });
  const create = 'mutation ($input: VacancyInput!) { createVacancy(input: $input) { status vacancyId userErrors { message } } }';
  for (const client of ['admin', 'partner'] as const) {
    await gateway.query(create, { input: { ...vacancy, referenceNumber: `${client}-1` } }, { headers: bearer(demoKey(client)) });
  }
  numbers['nobody'] = (await send(gateway, sampleApplication('nobody-1'), { bearer: boardKey })).id;
  numbers['admin'] = (await send(gateway, sampleApplication('admin-1'), { bearer: boardKey })).id;
  numbers['partner'] = (await send(gateway, sampleApplication('partner-1'), { bearer: 'demo-partner-webhook-key' })).id;
});
afterAll(async () => {
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

const sees: readonly [DemoClientId, readonly string[]][] = [
  ['recruiter', ['nobody']],
  ['partner', ['partner']],
  ['admin', ['nobody', 'admin']],
];

describe.each(sees)('the %s', (client, seen) => {
  const headers = bearer(demoKey(client));
  test('sees in the list what is its own, and no more by other ways of asking', async () => {
    const page = await listed(gateway, {}, headers);
    expect(page.nodes.map(({ id }) => id)).toEqual(seen.map((name) => idOf(name)).toReversed());
    expect(page.totalCount).toBe(seen.length);
    expect((await listed(gateway, { filter: { email: 'zoe.vanthof@example.org' } }, headers)).totalCount).toBe(seen.length);
  });

  test('sees one by one what it sees in the list, by its id, as an entity and as a file', async () => {
    for (const name of Object.keys(numbers)) {
      const document = 'query ($id: ID!, $any: [_Any!]!) { application(id: $id) { email } _entities(representations: $any) { ... on Application { email } } }';
      const { data } = await gateway.query<{ application: unknown; _entities: unknown[] }>(document, { id: idOf(name), any: [{ __typename: 'Application', id: idOf(name) }] }, { headers });
      const expected = seen.includes(name) ? { email: 'zoe.vanthof@example.org' } : null;
      expect(data).toEqual({ application: expected, _entities: [expected] });
      const file = await fetch(`${gateway.url}/applications/${numbers[name]}/resume`, { headers });
      expect(file.status).toBe(expected === null ? 404 : 200);
    }
  });
});

test('a cursor of one does not open another’s list', async () => {
  const { pageInfo } = await listed(gateway, { first: 1 }, bearer(demoKey('admin')));
  await expect(listed(gateway, { first: 1, after: pageInfo.endCursor }, bearer(demoKey('recruiter')))).rejects.toThrow(/cursor/);
});

test.each([null, 'frontend', 'bi'] as const)('%s may see none, in the graph or as a file', async (client) => {
  const headers = client === null ? {} : bearer(demoKey(client));
  const { data, errors } = await gateway.query<{ applications: unknown }>('{ applications { totalCount } }', {}, { headers });
  expect([data?.applications ?? null, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  const file = await fetch(`${gateway.url}/applications/${numbers['nobody']}/resume`, { headers });
  expect(file.status).toBe(403);
  expect(await file.text()).not.toContain('PDF');
});

test('a wrong key gets no file, and a caller’s key delivers nothing', async () => {
  expect((await fetch(`${gateway.url}/applications/${numbers['nobody']}/resume`, { headers: bearer('wrong') })).status).toBe(401);
  expect(await send(gateway, sampleApplication('X-1'), { bearer: demoKey('admin') })).toMatchObject({ status: 401 });
  expect((await gateway.query('{ applications { totalCount } }', {}, { headers: bearer('demo-partner-webhook-key') })).status).toBe(401);
});

test('an application leads to the vacancy that its reader posted, and the vacancy to its applications', async () => {
  const document = 'query ($id: ID!) { application(id: $id) { vacancy { title applications { totalCount nodes { id } } } } }';
  const ask = async (client: DemoClientId) => (await gateway.query(document, { id: idOf(client) }, { headers: bearer(demoKey(client)) })).data;
  for (const client of ['admin', 'partner'] as const) expect(await ask(client)).toEqual({ application: { vacancy: { title: 'Beheerder', applications: { totalCount: 1, nodes: [{ id: idOf(client) }] } } } });
  const other = await gateway.query<{ vacancies: { nodes: { applications: unknown }[] } }>('{ vacancies(sources: [VDAB], first: 1) { nodes { applications { totalCount nodes { id } } } } }', {}, { headers: bearer(demoKey('admin')) });
  expect(other.data?.vacancies.nodes).toEqual([{ applications: { totalCount: 0, nodes: [] } }]);
});

describe('a file', () => {
  test.each([
    ['../../../etc/passwd', 'passwd', 'passwd'],
    ['..\\..\\windows\\cv.pdf', 'cv.pdf', 'cv.pdf'],
    ['C:\\CON.pdf', '_CON.pdf', '_CON.pdf'],
    ['a"; filename="evil.html', 'a_; filename=_evil.html', 'a_%3B%20filename%3D_evil.html'],
    ['cv\r\nSet-Cookie: a=b', 'cvSet-Cookie_ a=b', 'cvSet-Cookie_%20a%3Db'],
    ['Zoë’s CV 👩‍💻.pdf', "Zoe_s CV __.pdf", 'Zo%C3%AB%E2%80%99s%20CV%20%F0%9F%91%A9%F0%9F%92%BB.pdf'],
    ['cv\u202efdp.exe', 'cvfdp.exe', 'cvfdp.exe'],
    ['...', null, null],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(116)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ])('named %j is saved under a safe name, is never run, and is kept by no cache', async (filename, ascii, whole) => {
    const { id } = await send(gateway, sampleApplication(`file ${filename}`.slice(0, 200), { filename }), { bearer: boardKey });
    const answer = await fetch(`${gateway.url}/applications/${id}/resume`, { headers: bearer(demoKey('recruiter')) });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${ascii ?? `cv-${id}.pdf`}"; filename*=UTF-8''${whole ?? `cv-${id}.pdf`}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(sampleApplication('x').cv);
  });

  test.each([
    ['<html><script>alert(1)</script>', 'cv.html', 'application/octet-stream'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'cv.svg', 'application/octet-stream'],
    ['PK\u0003\u0004', 'cv.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\u0003\u0004', 'cv.constructor', 'application/octet-stream'],
    ['<html>', 'cv.pdf', 'application/octet-stream'],
  ])('that begins with %j and is named %s has a type that no browser runs', async (begins, filename, type) => {
    const { id } = await send(gateway, sampleApplication(`type ${filename}`, { filename, cv: Buffer.from(begins).toString('base64') }), { bearer: boardKey });
    const answer = await fetch(`${gateway.url}/applications/${id}/resume`, { headers: bearer(demoKey('recruiter')) });
    expect(answer.headers.get('content-type')).toBe(type);
  });

  test.each(['0', '-1', '1e3', '99999999999999999999', 'x', '..%2f..%2fetc', '1%00', '01'])('of application %j is not there', async (id) => {
    expect((await fetch(`${gateway.url}/applications/${id}/resume`, { headers: bearer(demoKey('admin')) })).status).toBe(404);
  });
});

function idOf(name: string): string {
  return `ictergezocht:application:${numbers[name]}`;
}

test('a number that a client used on its own account gets it nothing of the server’s account', async () => {
  const create = 'mutation ($input: VacancyInput!) { createVacancy(input: $input) { status } }';
  for (const referenceNumber of ['by-hand-1', 'admin-1']) {
    const { data } = await gateway.query<{ createVacancy: unknown }>(create, { input: { ...vacancy, referenceNumber } }, { headers: bearer(demoKey('partner')) });
    expect(data?.createVacancy).toEqual({ status: 'PUBLISHED' });
    const { id, status } = await send(gateway, { ...sampleApplication(referenceNumber), email: 'later@example.org' }, { bearer: boardKey });
    expect(status).toBe(201);
    const readers = await Promise.all((['partner', 'recruiter'] as const).map(async (client) => (await listed(gateway, { filter: { email: 'later@example.org' } }, bearer(demoKey(client)))).nodes.map((node) => node.id)));
    const applicationId = `ictergezocht:application:${id}`;
    // What nobody posted through the gateway is the server's account's own; what the admin posted stays the admin's.
    expect(readers.map((seen) => seen.includes(applicationId))).toEqual([false, referenceNumber === 'by-hand-1']);
  }
});
