import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const query = JSON.stringify({ query: '{ candidates(first: 1) { nodes { id person { lastName } } } }' });

interface Reply {
  readonly status: number;
  readonly body: string;
}

function post(headers: Readonly<Record<string, string>>, url = story.gateway.url): Promise<Reply> {
  return send('POST', `${url}/graphql`, { 'content-type': 'application/json', ...headers }, query);
}

/** With headers that `fetch` would not let anyone set. */
function send(method: string, url: string, headers: Readonly<Record<string, string>>, sent = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end(sent);
  });
}

const refusedAs = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });

describe('a name that was made to point at the gateway', () => {
  test.each([
    ['of another site', () => 'evil.example'],
    ['of another site, with the right port', () => `evil.example:${new URL(story.gateway.url).port}`],
    ['that begins like ours', () => `127.0.0.1.evil.example:${new URL(story.gateway.url).port}`],
    ['of ours, with another port', () => 'localhost:1'],
    ['of ours, without its port', () => 'localhost'],
    ['that is none', () => 'a b'],
  ])('gets no answer: one %s', async (_name, host) => {
    const { status, body } = await post({ host: host(), origin: `http://${host()}` });
    expect([status, JSON.parse(body)]).toEqual([421, refusedAs('BAD_USER_INPUT')]);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('does, where it is any name of the listening address', async () => {
    const { port } = new URL(story.gateway.url);
    for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect([host, (await post({ host, origin: `http://${host}` })).status]).toEqual([host, 200]);
    }
  });

  test('does, where PUBLIC_URL says it', async () => {
    const gateway = await story.cold({ PUBLIC_URL: 'https://jobs.example' });
    for (const host of ['jobs.example', 'jobs.example:443', new URL(gateway.url).host]) {
      expect([host, (await post({ host }, gateway.url)).status]).toEqual([host, 200]);
    }
    expect((await post({ host: 'jobs.example', origin: 'https://jobs.example' }, gateway.url)).status).toBe(200);
    expect((await post({ host: 'jobs.example:8443' }, gateway.url)).status).toBe(421);
    expect((await post({ host: 'jobs.example', origin: 'http://jobs.example' }, gateway.url)).status).toBe(403);
  });
});

describe('a page of another origin', () => {
  test.each(['https://evil.example', 'http://localhost:1', 'null', 'file://'])('may not ask: %s', async (origin) => {
    const { status, body } = await post({ origin });
    expect([status, JSON.parse(body)]).toEqual([403, refusedAs('FORBIDDEN')]);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('may where CORS_ORIGINS names it, and ask beforehand whether it may', async () => {
    const gateway = await story.cold({ CORS_ORIGINS: 'https://portal.example' });
    expect((await post({ origin: 'https://portal.example' }, gateway.url)).status).toBe(200);
    expect((await post({ origin: 'https://evil.example' }, gateway.url)).status).toBe(403);
    const preflight = (origin: string) =>
      fetch(`${gateway.url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
    expect((await preflight('https://portal.example')).headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect((await preflight('https://evil.example')).status).toBe(403);
  });

  test('may lead its reader to the explorer', async () => {
    const { status, body } = await send('GET', `${story.gateway.url}/graphql`, { accept: 'text/html', origin: 'null', 'sec-fetch-mode': 'navigate' });
    expect([status, body]).toEqual([200, expect.stringContaining('<html')]);
  });

  test('may lead its reader to a query in the explorer, which runs nothing by itself; who goes nowhere is not shown it', async () => {
    const address = `${story.gateway.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const { status, body } = await send('GET', address, { accept: 'text/html', 'sec-fetch-mode': 'navigate' });
    expect([status, body]).toEqual([200, expect.stringContaining('<html')]);
    for (const headers of [{ 'sec-fetch-mode': 'no-cors' }, {}]) expect((await send('GET', address, { accept: 'text/html', ...headers })).status).toBe(400);
  });
});
