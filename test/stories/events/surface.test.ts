import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { listenToChanges, tell, transports } from './listen.ts';

const story = useStory({ clients: 'demo', environment: { ANONYMOUS_SCOPES: 'vacancies:read', CORS_ORIGINS: 'https://portal.example' } });
const changes = 'subscription { vacancyChanged { vacancyId } }';
const at = (gateway: { readonly url: string }) => `${gateway.url}/graphql/stream`;
const events = { accept: 'text/event-stream', 'content-type': 'application/json' };

/** Asks for an upgrade as a browser would, and waits until a connection that is refused is over. @returns the status that it is answered with */
async function upgrade(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const asking = request(url, { agent: false, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': randomBytes(16).toString('base64'), 'sec-websocket-protocol': 'graphql-transport-ws', ...headers } });
  asking.end();
  return new Promise((resolve, reject) => {
    asking.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asking.on('response', (response) => {
      response.resume();
      response.socket.once('close', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject);
  });
}

describe('the address of streams', () => {
  test('is for subscriptions alone, and says where they are to who asks elsewhere', async () => {
    const { gateway } = story;
    expect(await gateway.query(changes)).toMatchObject({ status: 400, data: null, errors: [{ message: expect.stringContaining('/graphql/stream'), extensions: { code: 'BAD_USER_INPUT' } }] });
    expect((await fetch(at(gateway), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: changes }) })).status).toBe(406);
    expect((await fetch(at(gateway), { method: 'POST', headers: events, body: '{}' })).status).toBe(400);
    expect((await fetch(at(gateway), { method: 'POST', headers: { ...events, 'content-type': 'text/plain' }, body: changes })).status).toBe(415);
    expect((await fetch(at(gateway), { method: 'PUT', headers: { accept: 'text/event-stream' } })).status).toBe(405);
  });

  test('answers a GET too, as an EventSource asks, and a page of an origin that is named', async () => {
    const response = await fetch(`${at(story.gateway)}?query=${encodeURIComponent('subscription { nothing }')}`, { headers: { accept: 'text/event-stream', origin: 'https://portal.example' } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin'), response.headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'https://portal.example', 'no-store']);
    const text = await response.text();
    expect(text).toMatch(/^:\n\nevent: next\ndata: \{"errors":\[.*BAD_USER_INPUT.*\]\}\n\nevent: complete\ndata:\n\n$/s);
  });

  test('is meant by who asks the graph by GET for nothing but events, and by nobody else there', async () => {
    const { gateway } = story;
    const asked = (accept: string, query: string, headers: Record<string, string> = {}) => fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept, ...headers } });
    const stream = await asked('text/event-stream', 'subscription { nothing }');
    expect([stream.status, stream.headers.get('content-type'), await stream.text()]).toEqual([200, 'text/event-stream; charset=utf-8', expect.stringContaining('event: next')]);
    expect((await asked('text/event-stream', changes, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect(await (await asked('text/event-stream', '{ __typename }')).text()).toContain('BAD_USER_INPUT');
    const several = await asked('application/graphql-response+json, application/json, text/event-stream', '{ __typename }', { 'x-apollo-operation-name': 'Any' });
    expect(await several.json()).toEqual({ data: { __typename: 'Query' } });
    expect((await asked('*/*', '{ __typename }')).status).toBe(400);
  });

  test('is named to who opens a WebSocket at the graph', async () => {
    const asking = request(`${story.gateway.url}/graphql`, { agent: false, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': randomBytes(16).toString('base64') } });
    asking.end();
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    expect([response.statusCode, await text(response)]).toEqual([400, expect.stringContaining('/graphql/stream: open the WebSocket there')]);
  });

  test('knows a wrong key before anything is begun', async () => {
    const { gateway } = story;
    expect((await fetch(at(gateway), { method: 'POST', headers: { ...events, authorization: 'Bearer wrong' }, body: JSON.stringify({ query: changes }) })).status).toBe(401);
    expect(await upgrade(at(gateway), { authorization: 'Bearer wrong' })).toBe(401);
    const socket = new WebSocket(at(gateway).replace('http', 'ws'), 'graphql-transport-ws');
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer wrong' } })));
    const [closed] = (await once(socket, 'close')) as [CloseEvent];
    expect([closed.code, closed.reason]).toEqual([4401, 'Unauthorized']);
  });

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a name that was made to point here', { host: 'evil.example' }, 421],
    ['a page of an origin that is named', { origin: 'https://portal.example' }, 101],
    ['no page', {}, 101],
  ])('opens a WebSocket to %s as it answers it elsewhere', async (_name, headers, status) => {
    expect(await upgrade(at(story.gateway), headers)).toBe(status);
  });

  test.each(['no JSON', '{"type":"subscribe","id":"1","payload":{"query":"x"}}', `{"type":"connection_init","payload":{"x":"${'x'.repeat(300_000)}"}}`])('closes a WebSocket that says something else first (%#)', async (message) => {
    const socket = new WebSocket(at(story.gateway).replace('http', 'ws'), 'graphql-transport-ws');
    socket.addEventListener('open', () => socket.send(message));
    socket.addEventListener('error', () => undefined);
    const [closed] = (await once(socket, 'close')) as [CloseEvent];
    expect([4400, 4401, 1006, 1009]).toContain(closed.code);
    expect((await story.gateway.query('{ sources { source } }')).status).toBe(200);
  });
});

test.each(transports)('a key that is taken away ends its subscriptions over %s', async (transport) => {
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-clients-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'clients.json');
  const write = (key: string) => writeFile(file, JSON.stringify({ clients: [{ id: 'portal', name: 'Portal', keySha256: createHash('sha256').update(key).digest('hex'), scopes: ['vacancies:read'] }] }), { mode: 0o600 });
  await write('first-key');
  const gateway = await story.cold({ CLIENTS_FILE: file });
  const listening = await listenToChanges(transport, story.sandbox, gateway, { query: changes, key: 'first-key' });
  await write('second-key');
  await expect.poll(async () => (await gateway.query('{ viewer { id } }', {}, { headers: { authorization: 'Bearer second-key' } })).status, { timeout: 10_000 }).toBe(200);
  await tell(story.sandbox, gateway, { event_type: 'vacancy_deleted', reference: `after-${transport}` });
  expect(await listening.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await listening.next()).toBeUndefined();
});

test('a subscriber that takes nothing of what it is sent is cut off, and the others hear on', async () => {
  const { sandbox } = story;
  const gateway = await startGateway({ sandbox, stallMs: 200, environment: { ANONYMOUS_SCOPES: 'vacancies:read' } });
  onTestFinished(() => gateway.close());
  const { port, hostname } = new URL(gateway.url);
  // Each answer is larger than what the system holds back for a connection within a few of them.
  const body = JSON.stringify({ query: `subscription { vacancyChanged { ${Array.from({ length: 400 }, (_, index) => `a${index}: vacancyId`).join(' ')} } }` });
  const slow = connect({ port: Number(port), host: hostname });
  onTestFinished(() => void slow.destroy());
  const cutOff = once(slow, 'close');
  slow.on('error', () => undefined);
  slow.write(`POST /graphql/stream HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  await once(slow, 'data');
  slow.pause();
  const quick = await listenToChanges('WebSocket', sandbox, gateway, { query: changes });
  const over = new AbortController();
  void cutOff.then(() => over.abort());
  let sent = 0;
  while (!over.signal.aborted && sent < 300) {
    const reference = `many-${sent}-${'x'.repeat(400)}`;
    await tell(sandbox, gateway, { event_type: 'vacancy_deleted', reference });
    expect((await quick.next())?.data?.vacancyChanged?.vacancyId).toBe(`cegid:vacancy:${reference}`);
    sent += 1;
    // What was sent before shows only when it is read; a connection that was cut off says so then.
    if (sent === 100) slow.resume();
  }
  expect(over.signal.aborted).toBe(true);
});
