import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const json = { 'content-type': 'application/json' };

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${story.gateway.url}${path}`, { headers, redirect: 'manual' });
}

function post(body: string, headers: Readonly<Record<string, string>> = json): Promise<Response> {
  return fetch(`${story.gateway.url}/graphql`, { method: 'POST', headers, body });
}

function askFrom(url: string, origin: string): Promise<Response> {
  return fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, origin }, body: JSON.stringify({ query: '{ __typename }' }) });
}

function queryString(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

/** A body as it came, which `fetch` would decompress. */
function rawBody(path: string, headers: Readonly<Record<string, string>>): Promise<{ readonly encoding: string | undefined; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(`${story.gateway.url}${path}`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

describe('POST /graphql', () => {
  test('answers JSON', async () => {
    const response = await post(JSON.stringify({ query: '{ __typename }' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('answers application/graphql-response+json to who prefers it, with 400 for what cannot be run', async () => {
    const accept = { ...json, accept: 'application/graphql-response+json' };
    const good = await post(JSON.stringify({ query: '{ __typename }' }), accept);
    expect([good.status, good.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^application\/graphql-response\+json/)]);
    expect((await post(JSON.stringify({ query: '{ nothing }' }), accept)).status).toBe(400);
  });

  test('runs the operation that is named', async () => {
    const response = await post(JSON.stringify({ query: 'query A { a: __typename } query B { b: __typename }', operationName: 'B' }));
    expect(await response.json()).toEqual({ data: { b: 'Query' } });
  });
});

describe('GET /graphql', () => {
  const preflighted = { 'apollo-require-preflight': 'true' };

  test('runs queries, with variables', async () => {
    const response = await get(`/graphql?${queryString({ query: 'query($id: ID!) { enumerationValue(id: $id) { label } }', variables: JSON.stringify({ id: 'cso:enumeration:regions/BRG.0214' }) })}`, preflighted);
    expect(await response.json()).toEqual({ data: { enumerationValue: { label: 'Utrecht' } } });
  });

  test('runs no mutations', async () => {
    const response = await get(`/graphql?${queryString({ query: 'mutation { removeJob(jobCode: "1") { removed } }' })}`, preflighted);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

describe('what another site could make a browser send is refused', () => {
  test.each([
    ['a GET without a header of its own', () => get(`/graphql?${queryString({ query: '{ __typename }' })}`)],
    ['a form as text', () => post(JSON.stringify({ query: '{ __typename }' }), { 'content-type': 'text/plain' })],
    ['a form', () => post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a form of parts', () => post('--x--', { 'content-type': 'multipart/form-data; boundary=x' })],
  ])('%s', async (_name, send) => {
    const response = await send();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('"data":{"__typename"');
  });

  test('no other origin may read an answer, unless CORS_ORIGINS names it', async () => {
    expect((await askFrom(story.gateway.url, 'https://portal.example')).headers.get('access-control-allow-origin')).toBeNull();
    const gateway = await story.cold({ CORS_ORIGINS: 'https://portal.example, https://other.example' });
    expect((await askFrom(gateway.url, 'https://portal.example')).headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect((await askFrom(gateway.url, 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the explorer', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  test('is what a browser gets at /graphql, and / leads there', async () => {
    const response = await get('/graphql', browser);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('Werkgraph');
    const root = await get('/', browser);
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('works offline: its policy lets nothing in but its own scripts, which it knows by their hashes', async () => {
    const response = await get('/graphql', browser);
    const policy = response.headers.get('content-security-policy') ?? '';
    const html = await response.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/);
    expect(policy).not.toMatch(/https?:/);
    expect(html).not.toMatch(/<(?:script|link|img)\b[^>]*(?:src|href)="(?:https?:)?\/\//);
  });

  test('is sent once: the same again is 304, without a body', async () => {
    const first = await get('/graphql', browser);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toContain('max-age');
    const again = await get('/graphql', { ...browser, 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/graphql', { ...browser, 'if-none-match': '"another"' })).status).toBe(200);
  });

  test('comes compressed as the browser takes it', async () => {
    const plain = await rawBody('/graphql', { ...browser, 'accept-encoding': 'identity' });
    const br = await rawBody('/graphql', { ...browser, 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await rawBody('/graphql', { ...browser, 'accept-encoding': 'gzip' });
    expect([plain.encoding, br.encoding, gzip.encoding]).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(br.body.length).toBeLessThan(plain.body.length / 3);
  });

  test('is nothing that a client of the API meets', async () => {
    const response = await get(`/graphql?${queryString({ query: '{ __typename }' })}`, { accept: 'application/json', 'apollo-require-preflight': 'true' });
    expect(response.headers.get('content-type')).toMatch(/json/);
  });
});

describe('health', () => {
  test('live and ready answer 200, also while every upstream is down', async () => {
    for (const upstream of Object.values(story.sandbox.upstreams)) await upstream.stop();
    const [live, ready] = await Promise.all([get('/health/live'), get('/health/ready')]);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('closing answers those who are under way, and takes no more', async () => {
    const gateway = await story.cold();
    story.sandbox.upstreams.vdab.faults.add({ kind: 'latency', ms: 300 });
    const underWay = gateway.query<{ vacancies: { nodes: unknown[] } }>('{ vacancies(first: 2, sources: [VDAB]) { nodes { id title } } }');
    await vi.waitFor(() => expect(story.sandbox.upstreams.vdab.requests).toHaveLength(1));
    const closed = gateway.close();
    const { data, headers } = await underWay;
    expect(data?.vacancies.nodes).toHaveLength(2);
    // A kept connection would hold the gateway open until its client gave it up.
    expect(headers.get('connection')).toBe('close');
    await closed;
    await expect(gateway.query('{ __typename }')).rejects.toThrow();
  });
});

describe('what cannot be an operation', () => {
  const tooLarge = JSON.stringify({ query: '{ __typename }', variables: { text: 'a'.repeat(1024 * 1024) } });
  const requests: readonly (readonly [name: string, send: () => Promise<Response>, status: number])[] = [
    ['a body over 1 MiB', () => post(tooLarge), 413],
    ['a body that is no JSON', () => post('{"query":'), 400],
    ['a body that is no object', () => post('"query"'), 400],
    ['no body', () => post(''), 400],
    ['a list of operations', () => post(JSON.stringify([{ query: '{ __typename }' }])), 400],
    ['no query', () => post('{}'), 400],
    ['a query that is no text', () => post('{"query":5}'), 400],
    ['a query that does not parse', () => post(JSON.stringify({ query: '{ vacancies(' })), 400],
    ['a query with an unknown field', () => post(JSON.stringify({ query: '{ nothing }' })), 400],
    ['a query of more tokens than anyone writes', () => post(JSON.stringify({ query: `{ ${'__typename '.repeat(12_000)} }` })), 400],
    ['an encoding that is not taken', () => post('{}', { 'content-type': 'application/xml' }), 415],
    ['a path that there is none of', () => get('/graphq'), 404],
    ['a path that leads out', () => get('/..%2f..%2fetc%2fpasswd'), 404],
    ['another method', () => fetch(`${story.gateway.url}/graphql`, { method: 'DELETE' }), 405],
  ];
  test.each(requests)('%s is refused, and tells nothing of our insides', async (_name, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    const body = await response.text();
    expect(body).not.toMatch(/\.(?:ts|js|mjs|cjs)\b|node_modules|at \w+ \(|file:\/\/|stacktrace/i);
    expect(body.length).toBeLessThan(2000);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('every refusal of GraphQL has a code of the published list', async () => {
    for (const query of ['{ vacancies(', '{ nothing }', '', `{ ${'__typename '.repeat(12_000)} }`]) {
      const { errors } = (await (await post(JSON.stringify({ query }))).json()) as { errors: { extensions: { code: string } }[] };
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

test('every answer forbids sniffing its type and sends no referrer', async () => {
  for (const response of [await get('/health/live'), await post(JSON.stringify({ query: '{ __typename }' })), await get('/nothing'), await get('/graphql', { accept: 'text/html' })]) {
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-powered-by')).toBeNull();
  }
});

test.each([
  [undefined, false],
  ['redis://127.0.0.1:1', 'away'],
])('the log says at the start how it is with Redis: with REDIS_URL %s it is %s', async (REDIS_URL, said) => {
  const { logged } = await story.cold({ LOG_LEVEL: 'info', REDIS_URL });
  expect(logged.map((line) => JSON.parse(line) as unknown)).toContainEqual(expect.objectContaining({ msg: 'listening', redis: said }));
});

test('the log is JSON lines without bodies, queries or addresses', async () => {
  const gateway = await story.cold({ LOG_LEVEL: 'debug' });
  await gateway.query('{ vacancies(first: 1, filter: { keywords: "a secret wish" }) { nodes { title } } }');
  expect(gateway.logged.length).toBeGreaterThan(0);
  for (const line of gateway.logged) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
  expect(gateway.logged.join('\n')).not.toContain('secret wish');
});
