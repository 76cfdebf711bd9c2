import { describe, expect, test } from 'vitest';
import { as } from '../../support/clients.ts';
import { client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { type GatewayOptions, startGateway, type TestGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { sendRaw, statusesOf } from '../../support/raw-http.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { listen, transports } from '../events/listen.ts';

const story = useStory();

/** A gateway whose limits are small, at a moment that the test moves. */
async function limited(environment: GatewayOptions['environment'], clients?: 'demo'): Promise<{ readonly gateway: TestGateway; readonly clock: { now: number } } & AsyncDisposable> {
  const clock = { now: story.sandbox.clock.now() };
  const gateway = await startGateway({ sandbox: story.sandbox, now: () => clock.now, clients, environment: { CSO_START_ROW_BASE: '0', ...environment } });
  return { gateway, clock, [Symbol.asyncDispose]: () => gateway.close() };
}

const hello = '{ __typename }';

function from(address: string): Record<string, string> {
  return { 'x-forwarded-for': address };
}

function post(gateway: TestGateway, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
}

describe('requests', () => {
  test('without a key are so many a minute for an address, and the answers say how many are left', async () => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS: '3' });
    const { gateway, clock } = given;
    const first = await post(gateway, hello);
    expect(Object.fromEntries(first.headers)).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2', 'ratelimit-reset': '20', 'ratelimit-policy': '"requests";q=3;w=60', ratelimit: '"requests";r=2;t=20' });
    await post(gateway, hello);
    await post(gateway, hello);
    const refused = await post(gateway, hello);
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-remaining')]).toEqual([429, '20', '0']);
    expect(await refused.json()).toEqual({ errors: [{ message: expect.stringContaining('Retry-After'), extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 20 } }] });
    clock.now += 20_000;
    expect((await post(gateway, hello)).status).toBe(200);
  });

  test('of one client leave another’s alone', async () => {
    await using given = await limited({ RATE_LIMIT_CLIENT: '2' }, 'demo');
    const { gateway } = given;
    const statuses = async (client: 'frontend' | 'bi' | null) => (await post(gateway, hello, as(client).headers)).status;
    expect([await statuses('frontend'), await statuses('frontend'), await statuses('frontend')]).toEqual([200, 200, 429]);
    expect([await statuses('bi'), await statuses(null)]).toEqual([200, 200]);
  });

  test('of one address are limited whoever they are of, on every route but health', async () => {
    await using given = await limited({ RATE_LIMIT_ADDRESS: '3' }, 'demo');
    const { gateway } = given;
    await post(gateway, hello, as('frontend').headers);
    await fetch(`${gateway.url}/nothing`);
    await post(gateway, hello);
    expect((await post(gateway, hello, as('bi').headers)).status).toBe(429);
    expect((await fetch(`${gateway.url}/export/insights.csv`, as('bi'))).status).toBe(429);
    expect((await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(429);
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
  });

  test('are told apart by X-Forwarded-For where the proxy is trusted, and only there', async () => {
    await using trusting = await limited({ RATE_LIMIT_ANONYMOUS: '1', TRUST_PROXY: '127.0.0.0/8, ::1' });
    const statuses = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.9, 192.0.2.2']) statuses.push((await post(trusting.gateway, hello, from(address))).status);
    // The last hop before the proxy is whom the proxy saw; what stands before it is the caller's own claim.
    expect(statuses).toEqual([200, 200, 429, 429]);
    await using other = await limited({ RATE_LIMIT_ANONYMOUS: '1' });
    expect([(await post(other.gateway, hello, from('192.0.2.1'))).status, (await post(other.gateway, hello, from('192.0.2.2'))).status]).toEqual([200, 429]);
  });
});

function stream(gateway: TestGateway, query: string): Promise<Response> {
  return fetch(`${gateway.url}/graphql/stream`, { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
}

const page = '{ vacancies(first: 10, sources: [VDAB]) { nodes { id } } }';

describe('cost', () => {
  test('is told on request, with its limit', async () => {
    const { headers: _headers, ...answer } = await story.gateway.query(page);
    expect(answer).not.toHaveProperty('extensions');
    const response = await post(story.gateway, page, { 'x-cost': 'report' });
    expect(await response.json()).toMatchObject({ extensions: { cost: { requested: 111, limit: 1_000_000_000 } } });
  });

  test('is so many points a minute, before anything is asked of an upstream', async () => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS_COST: '300' });
    const { gateway, clock } = given;
    expect((await post(gateway, page)).headers.get('ratelimit')).toBe('"cost";r=189;t=23');
    expect((await post(gateway, page)).status).toBe(200);
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    const refused = await post(gateway, page.replace('10', '11'));
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-limit')]).toEqual([429, '9', '300']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', cost: 121, retryAfterSeconds: 9 } }] });
    expect(callsOf(story.sandbox)).toEqual({});
    clock.now += 9000;
    expect((await post(gateway, page.replace('10', '11'))).status).toBe(200);
  });

  test('of what is refused counts too: reading it took its time', async () => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS_COST: '1200', MAX_COST: '' });
    const { gateway } = given;
    for (const bad of ['{ nothing }', '{ vacancies(', '{ organisations(first: 100) { nodes { vacancies(first: 100) { nodes { vacancies: id } } } } }', '{ ...F } fragment F on Query { ...F }']) await post(gateway, bad);
    expect((await post(gateway, page)).status).toBe(429);
  });

  test('is left for a file, or no file is begun: no rows are asked for', async () => {
    await using given = await limited({ RATE_LIMIT_CLIENT_COST: '9999', RATE_LIMIT_ANONYMOUS_COST: '100', RATE_LIMIT_CLIENT: '3' }, 'demo');
    const { gateway } = given;
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    // What costs more than a whole minute's points takes all of them, as an operation does.
    expect((await fetch(`${gateway.url}/export/vacancies.ndjson?sources=VDAB`, as('bi'))).status).toBe(200);
    const refused = await fetch(`${gateway.url}/export/vacancies.ndjson?sources=VDAB`, as('bi'));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0, (await refused.json()) as unknown]).toEqual([429, true, { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'RATE_LIMITED' }) })] }]);
  });

  test('of a file is that of many pages', async () => {
    await using given = await limited({ RATE_LIMIT_CLIENT_COST: '15000' }, 'demo');
    const file = () => fetch(`${given.gateway.url}/export/vacancies.csv?sources=VDAB`, as('bi'));
    const first = await file();
    await first.text();
    const second = await file();
    expect([first.status, second.status, second.headers.get('retry-after')]).toEqual([200, 429, '20']);
  });
});

describe('keys that are none', () => {
  test('are looked at so many times a minute for an address; who shows none goes on', async () => {
    await using given = await limited({ RATE_LIMIT_FAILED_KEYS: '3' }, 'demo');
    const { gateway, clock } = given;
    const guess = () => post(gateway, hello, { authorization: 'Bearer wg_guess' });
    const statuses = [];
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await post(gateway, hello)).status).toBe(200);
    clock.now += 20_000;
    const later = await guess();
    expect([later.status, await later.text()]).toEqual([401, expect.any(String)]);
  });
});

describe('subscriptions', () => {
  const changes = 'subscription { vacancyChanged { id } }';

  test('over SSE are requests like any other, refused in HTTP before they are read', async () => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS: '2' });
    const { gateway, clock } = given;
    const first = await stream(gateway, 'subscription { nothing }');
    expect([first.status, first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([200, '2', '1']);
    await first.text();
    expect((await post(gateway, hello)).status).toBe(200);
    const refused = await stream(gateway, changes);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } }] });
    clock.now += 30_000;
    const third = await stream(gateway, 'subscription { nothing }');
    expect([third.status, await third.text()]).toEqual([200, expect.stringContaining('BAD_USER_INPUT')]);
  });

  test('over a WebSocket cannot be opened by who has no requests left', async () => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS: '1' });
    const { gateway } = given;
    expect((await post(gateway, hello)).status).toBe(200);
    const upgrade = `GET /graphql/stream HTTP/1.1\r\nhost: ${new URL(gateway.url).host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`;
    const answer = await sendRaw(gateway.url, upgrade);
    expect([statusesOf(answer), /retry-after: 60/i.test(answer)]).toEqual([[429], true]);
  });

  test.each(transports)('over %s cost points of the same bucket as queries do', async (transport) => {
    await using given = await limited({ RATE_LIMIT_ANONYMOUS_COST: '30' });
    const { gateway, clock } = given;
    expect((await post(gateway, page.replace('10', '1'))).headers.get('ratelimit')).toBe('"cost";r=9;t=42');
    const told = await listen(transport, gateway.url, { query: changes }).next().catch((errors: unknown) => ({ errors }));
    expect(told).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code: 'RATE_LIMITED', cost: expect.any(Number), retryAfterSeconds: expect.any(Number) } }] });
    clock.now += 60_000;
    const open = await stream(gateway, changes);
    expect([open.status, (await post(gateway, hello)).headers.get('ratelimit')]).toEqual([200, expect.stringMatching(/^"cost";r=1\d;/)]);
    await open.body?.cancel();
  });

  test('with variables without end are refused by their size, before they are read as anything', async () => {
    const variables = { sources: Array.from({ length: 12_000 }, () => 'CEGID') };
    for (const transport of transports) {
      const told = await listen(transport, story.gateway.url, { query: 'subscription ($sources: [Source!]) { vacancyChanged(sources: $sources) { id } }', variables }).next().catch((errors: unknown) => ({ errors }));
      expect([transport, 'errors' in (told ?? {}) ? told?.errors : told]).toMatchObject([transport, [{ message: expect.stringContaining('larger than any input'), extensions: { code: 'BAD_USER_INPUT' } }]]);
    }
  });

  test('shut out no key of their address that was good before; one that is taken back is none again', async () => {
    await using file = await clientsFile([client('one', []), client('other', [])]);
    await using given = await limited({ RATE_LIMIT_FAILED_KEYS: '2', CLIENTS_FILE: file.path });
    const { gateway } = given;
    const asked = async (authorization: string) => (await post(gateway, hello, { authorization })).status;
    const statuses = [await asked(`Bearer ${keyOf('one')}`)];
    for (let turn = 0; turn < 3; turn += 1) statuses.push(await asked('Bearer wg_guess'));
    expect(statuses).toEqual([200, 401, 401, 429]);
    // Of a key that was never seen here nobody knows whether it is another guess.
    expect([await asked(`Bearer ${keyOf('one')}`), await asked(`Bearer ${keyOf('other')}`)]).toEqual([200, 429]);
    await file.replace([client('other', [])]);
    await expect.poll(() => asked(`Bearer ${keyOf('one')}`)).toBe(429);
  });
});
