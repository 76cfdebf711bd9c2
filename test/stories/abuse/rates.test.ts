import { describe, expect, test } from 'vitest';
import { as } from '../../support/clients.ts';
import { type GatewayOptions, startGateway, type TestGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';

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

describe('cost', () => {
  const page = '{ vacancies(first: 10, sources: [VDAB]) { nodes { id } } }';

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
