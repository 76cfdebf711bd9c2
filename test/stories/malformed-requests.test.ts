import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory();

function send(body: string | null, { path = '/graphql', method = 'POST', type = 'application/json' } = {}): Promise<Response> {
  return fetch(`${story.gateway.url}${path}`, { method, ...(body !== null && { headers: { 'content-type': type }, body }) });
}

/** An address that `fetch` would mend. */
async function sendPath(path: string): Promise<string> {
  const { port, host } = new URL(story.gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

const published = { errors: [{ message: expect.stringMatching(/^\S.*\.$/), extensions: { code: 'BAD_USER_INPUT' } }] };

describe('what never becomes an operation is refused in the form of every other error', () => {
  test.each<[name: string, status: number, send: () => Promise<Response>]>([
    ['a body that is no JSON', 400, () => send('{"query": "secret wish')],
    ['an empty body', 400, () => send('')],
    ['a body that would change what objects are', 400, () => send('{"__proto__":{"x":1},"query":"{__typename}"}')],
    ['XML', 415, () => send('<query/>', { type: 'application/xml' })],
    ['a body over 1 MiB', 413, () => send(JSON.stringify('secret wish'.repeat(200_000)))],
    ['an address that there is none of', 404, () => send(null, { path: '/secret%20wish', method: 'GET' })],
  ])('%s', async (_name, status, sent) => {
    const response = await sent();
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8']);
    const body = await response.text();
    expect(JSON.parse(body)).toEqual(published);
    expect(body).not.toContain('secret');
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s, which is told what the address takes', async (method) => {
    const response = await send(null, { method });
    expect(response.status).toBe(405);
    const allowed = (response.headers.get('allow') ?? '').split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['GET', 'POST', 'OPTIONS']));
    expect(allowed).not.toContain(method);
    expect(await response.json()).toEqual(published);
  });

  test('an address that is wrongly encoded', async () => {
    const answer = await sendPath('/graphql%E0%A4%A');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(published);
  });
});
