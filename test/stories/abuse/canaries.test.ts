import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { demoKey } from '../../../sandbox/clients.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { as } from '../../support/clients.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { hostileDocuments } from '../../support/hostile-documents.ts';
import { sendRaw } from '../../support/raw-http.ts';

/** Planted wherever a caller may put something; each is to be found nowhere that its caller did not ask for it. */
const canary = {
  keyword: 'canary-keyword-7f3a',
  email: 'canary.7f3a@example.org',
  phone: '+31 6 7000 7f3a',
  token: 'canary-token-7f3a',
  purpose: 'canary-purpose-7f3a',
  cookie: 'canary-cookie-7f3a',
  address: '203.0.113.77',
  path: 'canary-path-7f3a',
  resume: 'Q2FuYXJ5LWN2LTdmM2E=',
} as const;
const resumeText = 'Canary-cv-7f3a';

const faults: readonly Fault[] = [{ kind: 'status', status: 500 }, { kind: 'status', status: 403 }, { kind: 'reset' }];

let sandbox: Sandbox;
let gateway: TestGateway;
let answers: string[];

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.05 });
  gateway = await startGateway({ sandbox, clients: 'demo', environment: { LOG_LEVEL: 'debug', MAX_COST: '', METRICS_PORT: '0', ICTERGEZOCHT_WEBHOOK_KEY: 'canary-webhook-key-7f3a' } });
  answers = await askEverything();
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
});

/** Every kind of request, right and wrong, of every client, on upstreams that answer, fail, hang up and refuse. */
async function askEverything(): Promise<string[]> {
  const found: string[] = [];
  const marked = { 'x-purpose': canary.purpose, 'x-forwarded-for': canary.address, cookie: `session=${canary.cookie}` };
  const graphql = async (query: string, variables: unknown, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...marked, ...headers }, body: JSON.stringify({ query, variables }) });
    found.push(headersOf(response) + (await response.text()));
  };
  const everyone = [{}, ...(['frontend', 'bi', 'partner', 'recruiter', 'admin'] as const).map((client) => as(client).headers)];
  const posting = { referenceNumber: 'CANARY-1', title: canary.keyword, description: canary.keyword, contactEmail: canary.email, contactName: canary.keyword, cso: { applicationContact: { phone: canary.phone } } };
  const round = async () => {
    for (const headers of everyone) {
      await graphql(`query ($k: String) { vacancies(first: 2, filter: { keywords: $k }) { nodes { id } sources { source status error { code message } } } }`, { k: canary.keyword }, headers);
      await graphql(`{ candidates(first: 2, filter: { keywords: "${canary.keyword}", emails: ["${canary.email}"] }) { nodes { id } sources { source error { code message } } } }`, {}, headers);
      await graphql('mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input, channels: [CSO, ICTERGEZOCHT], idempotencyKey: "canary") { channels { status userErrors { code path message } error { code message } } } }', { input: posting }, headers);
      await graphql(`{ node(id: "vdab:vacancy:${canary.path}") { id } candidate(id: "cegid:candidate:${canary.path}") { id } }`, {}, headers);
      await graphql('{ sources { source healthy } viewer { id scopes } insights(first: 2) { nodes { clicks } } }', {}, headers);
      for (const path of [`/export/insights.csv?from=${canary.keyword}`, '/export/vacancies.ndjson?first=2', `/applications/${canary.path}/resume`, `/${canary.path}?q=${canary.email}`]) {
        const response = await fetch(`${gateway.url}${path}`, { headers: { ...marked, ...headers } });
        found.push(headersOf(response) + (await response.text()));
      }
    }
  };
  await round();
  for (const fault of faults) {
    for (const upstream of Object.values(sandbox.upstreams)) upstream.faults.add(fault);
    await round();
    for (const upstream of Object.values(sandbox.upstreams)) upstream.reset();
  }
  await graphql('{ __typename }', {}, { authorization: `Bearer ${canary.token}` });
  await graphql('{ __typename }', {}, { authorization: `Basic ${canary.token}` });
  for (const [path, body] of [
    ['/webhooks/ictergezocht/applications', { name: canary.keyword, email: canary.email, phone: canary.phone, resume: { content: canary.resume } }],
    ['/webhooks/cegid/events', { candidate: canary.email }],
  ] as const) {
    for (const headers of [{}, { authorization: `Bearer ${canary.token}` }, { authorization: 'Bearer canary-webhook-key-7f3a' }]) {
      const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...marked, ...headers }, body: JSON.stringify(body) });
      found.push(headersOf(response) + (await response.text()));
    }
  }
  for (const { body } of hostileDocuments) await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...marked }, body }).then(async (response) => found.push(await response.text()));
  found.push(await sendRaw(gateway.url, `GET /${canary.path} HTTP/1.1\r\nAuthorization : Bearer ${canary.token}\r\n\r\n`));
  found.push(await (await fetch(gateway.metricsUrl ?? '')).text());
  return found;
}

function headersOf({ headers }: Response): string {
  return [...headers].flat().join('\n');
}

/** What no answer and no log may hold: what this gateway and its clients show upstream and to it. */
function secrets(): string[] {
  const keys = (['frontend', 'bi', 'partner', 'recruiter', 'admin'] as const).map(demoKey);
  const upstream = Object.entries(gatewayEnvironment(sandbox)).flatMap(([name, value]) => (/URL$|USERNAME$/.test(name) ? [] : [value]));
  return [...keys, ...upstream, 'canary-webhook-key-7f3a', canary.token, canary.cookie].filter((secret) => secret.length > 5);
}

test('there is something to look through', () => {
  expect(answers.length).toBeGreaterThan(150);
  expect(gateway.logged.length).toBeGreaterThan(2);
  expect(secrets().length).toBeGreaterThan(8);
});

test('no answer holds a key, a password or a token', () => {
  for (const secret of secrets()) expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
});

test('no log holds a key, a password or a token, nor anything of what was asked, of whom, or from where', () => {
  for (const [name, found] of [...Object.entries(canary), ...secrets().map((secret) => ['secret', secret] as const), ['cv', resumeText] as const, ['own address', '"127.0.0.1"'] as const]) {
    expect({ name, lines: gateway.logged.filter((line) => line.includes(found)) }).toEqual({ name, lines: [] });
  }
});

test('no log holds an address of a person', () => {
  expect(gateway.logged.filter((line) => /[\w.+-]+@[\w-]+\.\w{2,}/.test(line))).toEqual([]);
});

test('no answer tells of our insides', () => {
  expect(answers.filter((answer) => /node_modules|\/src\/|at \w+ \(.*:\d+:\d+\)|ECONN|SQLITE|PostgreSQL error/.test(answer)).map((answer) => answer.slice(0, 400))).toEqual([]);
});

test('what only its caller put in is told to nobody else', async () => {
  const { data } = await gateway.query('{ viewer { id } sources { source } }', {}, as('admin'));
  expect(JSON.stringify(data)).not.toContain('7f3a');
  expect(await (await fetch(gateway.metricsUrl ?? '')).text()).not.toContain('7f3a');
});
