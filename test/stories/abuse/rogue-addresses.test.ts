import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';

const story = useStory({ scale: 0.02 });

/** Somebody else's server, which is never to be asked. */
let rogue: Server;
let asked: string[] = [];
const origin = () => `http://127.0.0.1:${(rogue.address() as AddressInfo).port}`;

beforeAll(async () => {
  rogue = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    response.setHeader('content-type', 'application/json').end('{"count":1,"offset":0,"limit":50,"rel":{},"items":[]}');
  });
  rogue.on('connection', () => asked.push('a connection')).listen(0, '127.0.0.1');
  await once(rogue, 'listening');
});
afterAll(() => void rogue.close());
beforeEach(() => void (asked = []));

const lists = [
  ['clicks', '{ clicks(period: { from: "2026-07-01", to: "2026-07-02" }, first: 5) { nodes { sourceId } } }', 'click'],
  ['insights', '{ insights(period: { from: "2026-07-01", to: "2026-07-02" }, first: 5) { nodes { clicks } } }', 'insight'],
  ['enumerations', '{ enumerations(sources: [ICTERGEZOCHT]) { name values { code } } }', '.'],
  ['vacancies', '{ vacancies(first: 5, sources: [ICTERGEZOCHT]) { nodes { id } } }', 'vacancy'],
] as const;

test.each(lists)('a next page of %s that is somewhere else is not asked for', async (_name, document, path) => {
  const elsewhere = [`${origin()}/next?offset=50`, `//127.0.0.1:${(rogue.address() as AddressInfo).port}/next?offset=50`, origin().replace('http://', 'http://127.0.0.1@').concat('/next?offset=50')];
  for (const next of elsewhere) {
    const gateway = await story.cold();
    story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'status', status: 200, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ count: 100, offset: 0, limit: 50, rel: { next }, items: [{ id: 1, name: 'naam' }] }) });
    await gateway.query(document);
    story.sandbox.upstreams.ictergezocht.reset();
  }
  expect(asked).toEqual([]);
});

test.each(['vdab', 'cegid', 'cso', 'ictergezocht'] as const)('an upstream that redirects its caller is not followed: %s', async (name) => {
  for (const status of [301, 302, 303, 307, 308]) {
    const gateway = await story.cold();
    story.sandbox.upstreams[name].faults.add({ kind: 'status', status, headers: { location: `${origin()}/redirected` }, body: '' });
    const { errors } = await gateway.query(`{ vacancies(first: 1, sources: [${name.toUpperCase()}]) { nodes { id } sources { error { code } } } candidates(first: 1) { nodes { id } } enumerations(sources: [${name.toUpperCase()}]) { name } }`);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
    story.sandbox.upstreams[name].reset();
  }
  expect(asked).toEqual([]);
});

test('addresses that callers name are told to upstreams, and never asked by the gateway itself', async () => {
  const subscribe = 'mutation ($input: SubscribeWebhookInput!) { subscribeWebhook(input: $input) { subscription { id } userErrors { code path } } }';
  for (const url of [`${origin()}/called-back`, 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd', 'http://[::1]:22/', 'gopher://127.0.0.1:6379/_FLUSHALL', `https://127.0.0.1@${new URL(origin()).host}/`]) {
    const { status, errors } = await story.gateway.query(subscribe, { input: { source: 'CEGID', event: 'vacancy_update', callbackUrl: url, pingUrl: url } });
    expect([200, 400]).toContain(status);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  }
  // The site may call it: what it is told is its own business. The gateway's own calls show who they are of.
  expect(asked.filter((line) => /Bearer|sandbox-/.test(line))).toEqual([]);
  const publish = 'mutation ($input: PublishVacancyInput!) { publishVacancy(input: $input, channels: [CSO, ICTERGEZOCHT], idempotencyKey: "rogue") { channels { status } } }';
  asked = [];
  await story.gateway.query(publish, { input: { referenceNumber: 'ROGUE-1', title: 'Titel', description: `<img src="${origin()}/image.png">`, applicationUrl: `${origin()}/apply`, logoUrl: `${origin()}/logo.png` } });
  expect(asked).toEqual([]);
});
