import { assert, asyncProperty, constant, json, oneof, string } from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type CegidCall, md5Of, post, signed } from '../support/cegid-call.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const path = '/webhooks/cegid/events';
const listed = '{ webhookEvents(first: 100) { totalCount nodes { event sourceId status } } }';

let sandbox: Sandbox;
let gateway: TestGateway;
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.02 });
  gateway = await startGateway({ sandbox, environment: { ANONYMOUS_SCOPES: 'vacancies:read admin', PUBLIC_URL: 'https://graph.example/behind' } });
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
});

/** No two calls of these tests are the same. */
const seconds = (function* () {
  for (let second = Math.floor(Date.now() / 1000) + 300; ; second += 1) yield second;
})();

function call(change: Partial<CegidCall> = {}): CegidCall {
  const { credentials } = gateway.sandbox.definitions.cegid;
  const base = { path, query: `client_id=${credentials.clientId}`, headers: {}, body: '{"event_type":"vacancy_update","reference":"2025-00001"}', expires: seconds.next().value, credentials };
  return { signedPath: path, ...base, ...change };
}

async function send(asked: CegidCall, { signature = signed(asked).signature, query = asked.query, headers = {}, body = asked.body }: { signature?: string; query?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer } = {}) {
  return post(gateway.url, `${asked.path}?${query}&signature=${signature}`, { ...signed(asked).headers, ...headers }, body);
}

async function kept(): Promise<number> {
  const { data, errors } = await gateway.query<{ webhookEvents: { totalCount: number } }>(listed);
  expect(errors).toEqual([]);
  return data?.webhookEvents.totalCount ?? -1;
}

describe('a signed event', () => {
  test('is kept before it is answered', async () => {
    const before = await kept();
    expect(await send(call())).toMatchObject({ status: 200, body: '{"received":1}' });
    expect(await kept()).toBe(before + 1);
  });

  test.each(['raw', 'percent'] as const)('is known by the sandbox’s own sender, its signature %s, also where it holds a plus', async (signatureEncoding) => {
    gateway.sandbox.definitions.cegid.switches.signatureEncoding = signatureEncoding;
    let pluses = 0;
    for (let number = 0; pluses === 0 || number < 5; number += 1) {
      const body = JSON.stringify({ event_type: 'vacancy_update', reference: `R-${number}` });
      const asked = call({ body });
      const { signature } = signed(asked);
      if (signature.includes('+')) pluses += 1;
      expect(await send(asked, { signature: signatureEncoding === 'raw' ? signature : encodeURIComponent(signature) })).toMatchObject({ status: 200 });
    }
    expect(await gateway.sandbox.definitions.cegid.sendEvent(`${gateway.url}${path}`, { event_type: 'vacancy_new', reference: signatureEncoding })).toMatchObject({ status: 200 });
  });

  test.each<[string, Partial<CegidCall>]>([
    ['another charset in its type', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
    ['further vendor headers, in any order', { headers: { 'x-ts-rec-version': '2', 'x-ts-rec-batch': 'a' } }],
    ['a query of its own before and behind', { query: 'site=1&client_id=sandbox-cegid&x=%2F+' }],
    ['a path that a proxy took a part of', { signedPath: `/behind${path}` }],
    ['several events', { body: '[{"event_type":"vacancy_new","reference":"A"},{"event_type":"applicant_new","applicantId":7}]' }],
  ])('is known with %s', async (_name, change) => {
    expect(await send(call(change))).toMatchObject({ status: 200 });
  });

  test('of an unknown kind is kept, and is done without any effect', async () => {
    expect(await send(call({ body: '{"event_type":"planet_discovered","planet":"x"}' }))).toMatchObject({ status: 200 });
    await expect.poll(async () => (await gateway.query<{ webhookEvents: { nodes: unknown[] } }>(listed)).data?.webhookEvents.nodes[0]).toEqual({ event: 'planet_discovered', sourceId: null, status: 'DONE' });
    expect(gateway.logged.some((line) => line.includes('planet_discovered'))).toBe(true);
  });
});

describe('a call is refused, and nothing of it kept,', () => {
  let before = 0;
  beforeEach(async () => {
    before = await kept();
  });
  afterEach(async () => {
    const now = await kept();
    if (now !== before) throw new Error(`${now - before} of it were kept`);
  });

  const bodies = { 'its body is another': '{"event_type":"vacancy_deleted","reference":"2025-00001"}', 'its body is empty': '' };
  test.each(Object.entries(bodies))('where %s than was signed', async (_name, body) => {
    expect(await send(call(), { body })).toMatchObject({ status: 401 });
    expect(await send(call(), { body, headers: { 'content-md5': md5Of(body) } })).toMatchObject({ status: 401 });
    expect(await send(call({ headers: { 'content-md5': '' } }), { body })).toMatchObject({ status: 401 });
  });

  test.each<[string, Parameters<typeof send>[1]]>([
    ['its query is', { query: 'client_id=sandbox-cegid&more=1' }],
    ['its account is', { query: 'client_id=somebody' }],
    ['its end is', { headers: { 'x-ts-rec-expires': String(Math.floor(Date.now() / 1000) + 3000) } }],
    ['a vendor header is', { headers: { 'x-ts-rec-version': '9' } }],
    ['its type is', { headers: { 'content-type': 'text/plain' } }],
    ['its signature is', { signature: Buffer.alloc(20, 1).toString('base64') }],
    ['its signature is shorter', { signature: 'AAAA' }],
    ['its signature is none of base64', { signature: '%00%ff%' }],
    ['its account is stated twice', { query: 'client_id=sandbox-cegid&client_id=sandbox-cegid' }],
  ])('where %s another than was signed', async (_name, change) => {
    expect(await send(call(), change)).toMatchObject({ status: 401, body: expect.stringContaining('UNAUTHENTICATED') });
  });

  test('where it is signed with another secret, for another path, or twice', async () => {
    const { credentials } = gateway.sandbox.definitions.cegid;
    expect(await send(call({ credentials: { ...credentials, clientSecret: 'another' } }))).toMatchObject({ status: 401 });
    expect(await send(call({ signedPath: '/webhooks/cegid/other' }))).toMatchObject({ status: 401 });
    expect(await send(call(), { query: `client_id=${credentials.clientId}&signature=${signed(call()).signature}` })).toMatchObject({ status: 401 });
  });

  test.each(['signature', 'client_id', 'x-ts-rec-expires'])('where it has no %s', async (missing) => {
    const { signature, headers } = signed(call());
    const query = [`client_id=sandbox-cegid`, `signature=${signature}`].filter((part) => !part.startsWith(missing)).join('&');
    const left = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== missing));
    expect(await post(gateway.url, `${path}?${query}`, left, call().body)).toMatchObject({ status: 401 });
  });

  test.each([-1, -300, -1e9])('where it expired %i seconds ago', async (ago) => {
    expect(await send(call({ expires: Math.floor(Date.now() / 1000) + ago }))).toMatchObject({ status: 401, body: expect.stringContaining('expired') });
  });

  test.each(['soon', '1e9', '-5', '99999999999999'])('where it expires at %j', async (expires) => {
    expect(await send(call(), { headers: { 'x-ts-rec-expires': expires } })).toMatchObject({ status: 401 });
  });

  test('where its body is larger than an event is', async () => {
    expect(await send(call({ body: `{"event_type":"vacancy_new","reference":"${'x'.repeat(70_000)}"}` }))).toMatchObject({ status: 413 });
  });

  test.each([
    ['no JSON', '{"event_type":', 'body'],
    ['a list of what is none', '[1]', '[0]'],
    ['too many', `[${Array.from({ length: 501 }, () => '1').join()}]`, 'body'],
    ['no event', '{"reference":"1"}', 'event_type'],
    ['an event without its object', '{"event_type":"vacancy_new"}', 'reference'],
    ['an applicant without an id', '[{"event_type":"vacancy_new","reference":"1"},{"event_type":"applicant_new"}]', '[1].applicantId'],
    ['an id beyond measure', `{"event_type":"vacancy_new","reference":"${'x'.repeat(600)}"}`, 'reference'],
    ['an id that is no text', '{"event_type":"vacancy_new","reference":"\\ud800 x"}', 'reference'],
  ])('where it holds %s, naming the field', async (_name, body, field) => {
    expect(await send(call({ body }))).toMatchObject({ status: 400, body: expect.stringContaining(`\\"${field}\\"`) });
  });

  test('whatever it holds, without ever failing', async () => {
    const odd = oneof(json(), string(), constant('{"__proto__":{"event_type":"vacancy_new"},"constructor":1}'), constant('['.repeat(5000)));
    const all = assert(
      asyncProperty(odd, async (body) => {
        const { status } = await send(call({ body }));
        // An empty list tells nothing.
        return status === (body.trim() === '[]' ? 200 : 400);
      }),
      { numRuns: 200 },
    );
    await expect(all).resolves.toBeUndefined();
  });
});

test('the same call is taken once, however its signature is written', async () => {
  const asked = call();
  const { signature } = signed(asked);
  const before = await kept();
  expect((await send(asked)).status).toBe(200);
  expect([(await send(asked)).status, (await send(asked, { signature: encodeURIComponent(signature) })).status]).toEqual([409, 409]);
  expect(await kept()).toBe(before + 1);
  expect((await send(call())).status).toBe(200);
});

function sendUnsignedBody(url: string) {
  const asked = call({ headers: { 'content-md5': '' } });
  const { signature, headers } = signed(asked);
  return post(url, `${path}?${asked.query}&signature=${signature}`, Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-md5')), asked.body);
}

test('a site that signs no body is believed only where that is configured', async () => {
  expect((await sendUnsignedBody(gateway.url)).status).toBe(401);
  const lenient = await startGateway({ sandbox, environment: { CEGID_WEBHOOK_BODY_MD5: 'optional' } });
  expect((await sendUnsignedBody(lenient.url)).status).toBe(200);
  await lenient.close();
});

test('a gateway without credentials of a site answers 503', async () => {
  const without = await startGateway({ sandbox, environment: { CEGID_BASE_URL: undefined, CEGID_CLIENT_ID: undefined, CEGID_CLIENT_SECRET: undefined } });
  expect(await post(without.url, path, {}, '{}')).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
  await without.close();
});

test.each(['GET', 'HEAD', 'POST'])('a ping by %s is answered to anyone, without any effect', async (method) => {
  const before = await kept();
  expect(await post(gateway.url, '/webhooks/cegid/ping?x=1', { 'content-type': 'anything' }, method === 'POST' ? '{"half":' : '', method)).toMatchObject({ status: 200, body: '' });
  expect(await kept()).toBe(before);
});

test('other sources have no such address, and events are taken by POST alone', async () => {
  expect((await post(gateway.url, '/webhooks/vdab/events', {}, '{}')).status).toBe(404);
  expect(await post(gateway.url, path, {}, '', 'GET')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
});
