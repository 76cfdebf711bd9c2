import { request } from 'node:http';
import { chmod } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { bearing, client, clientsFile, type ClientsFile, hashOf, keyOf, type StatedClient } from '../../support/clients-file.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { callsOf } from '../../support/upstream-calls.ts';

const who = '{ viewer { id name scopes } }';
const open = ['vacancies:read', 'organisations:read', 'enumerations:read'];
const anonymous = { id: 'anonymous', name: 'Anonymous', scopes: open };
const refusal = { errors: [{ message: 'The Authorization header holds no valid key or token. Leave it out to ask without one.', extensions: { code: 'UNAUTHENTICATED' } }] };

let sandbox: Sandbox;
let file: ClientsFile;
let gateway: TestGateway;
const day = 24 * 60 * 60_000;
let clock = Date.parse('2027-01-01T00:00:00Z');

const lasting: readonly StatedClient[] = [
  client('bi', ['insights:read', 'vacancies:read']),
  client('portal', ['vacancies:write'], { keys: [{ sha256: hashOf('next'), notBefore: '2027-01-08T00:00:00Z' }, { sha256: hashOf('last'), notAfter: '2027-01-08T00:00:00Z' }] }),
];

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.02 });
  file = await clientsFile(lasting);
  gateway = await startGateway({ sandbox, now: () => clock, environment: { CLIENTS_FILE: file.path, ANONYMOUS_SCOPES: undefined } });
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
  await file[Symbol.asyncDispose]();
});
beforeEach(() => sandbox.reset());

async function viewer(key?: string) {
  const { status, data } = await gateway.query<{ viewer: object }>(who, {}, key === undefined ? {} : bearing(key));
  return data?.viewer ?? status;
}

describe('a caller', () => {
  test('without a key is anybody', async () => {
    expect(await viewer()).toEqual(anonymous);
  });

  test('with a key is its client, with its own scopes and those of anybody', async () => {
    expect(await viewer(keyOf('bi'))).toEqual({ id: 'bi', name: 'Client bi', scopes: [...open, 'insights:read'] });
  });

  test('may write the scheme as it likes', async () => {
    for (const scheme of ['bearer', 'BEARER', 'Bearer  ']) {
      const { data } = await gateway.query(who, {}, { headers: { authorization: `${scheme} ${keyOf('bi')}` } });
      expect(data).toMatchObject({ viewer: { id: 'bi' } });
    }
  });

  test('has several keys while it changes over, each for its time', async () => {
    clock = Date.parse('2027-01-07T23:59:59.999Z');
    expect(await viewer(keyOf('portal'))).toMatchObject({ id: 'portal' });
    expect([await viewer('last'), await viewer('next')]).toEqual([expect.objectContaining({ id: 'portal' }), 401]);
    clock += 1;
    expect([await viewer('last'), await viewer('next')]).toEqual([401, expect.objectContaining({ id: 'portal' })]);
    expect(await viewer(keyOf('portal'))).toMatchObject({ id: 'portal' });
    clock += day;
  });
});

describe('a wrong key is never taken for none', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['a key that nobody has', `Bearer ${keyOf('nobody')}`],
    ['a part of a key', `Bearer ${keyOf('bi').slice(0, -1)}`],
    ['a key and more', `Bearer ${keyOf('bi')}x`],
    ['the hash of a key', `Bearer ${hashOf(keyOf('bi'))}`],
    ['the id of a client', 'Bearer bi'],
    ['another scheme', `Basic ${Buffer.from(`bi:${keyOf('bi')}`).toString('base64')}`],
    ['a key without its scheme', keyOf('bi')],
    ['a scheme without a key', 'Bearer'],
    ['two keys', `Bearer ${keyOf('bi')}, Bearer ${keyOf('portal')}`],
    ['nothing', ''],
    ['a huge key', `Bearer ${'a'.repeat(12_000)}`],
    ['a token, where none are accepted', 'Bearer eyJhbGciOiJub25lIn0.eyJjbGllbnRfaWQiOiJiaSJ9.'],
    ['the name of a property', 'Bearer __proto__'],
  ];

  test.each(wrong)('%s', async (_, authorization) => {
    const answer = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify({ query: '{ vacancies { nodes { id } } }' }) });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toEqual(refusal);
    expect(callsOf(sandbox)).toEqual({});
  });

  test('by GET and with a body that is not even looked at', async () => {
    const { headers } = bearing('wrong');
    for (const init of [{ headers }, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{"query": "{' }, { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: 'x'.repeat(2_000_000) }]) {
      const answer = await fetch(`${gateway.url}/graphql?query=%7B`, init).catch(() => null);
      // A body that is too large may be cut off after the answer.
      expect(answer?.status ?? 401).toBe(401);
    }
  });

  test('and a second header beside a good one', async () => {
    const url = new URL(`${gateway.url}/graphql?query=${encodeURIComponent(who)}`);
    const status = await new Promise((resolve, reject) => {
      const asking = request(url, { headers: ['host', url.host, 'apollo-require-preflight', '1', 'authorization', `Bearer ${keyOf('bi')}`, 'authorization', 'Bearer other'] }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asking.once('error', reject).end();
    });
    expect(status).toBe(401);
  });

  test('and is not told or logged', async () => {
    await gateway.query(who, {}, bearing('a-key-that-is-planted'));
    expect(gateway.logged.join('')).not.toContain('a-key-that-is-planted');
  });
});

test('what is no operation needs no key', async () => {
  const explorer = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } });
  expect([explorer.status, explorer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect((await fetch(`${gateway.url}/health/live`, bearing('wrong'))).status).toBe(200);
});

/** Puts something in the place of the file and waits until the gateway has said something of it. */
async function replaceAndHear(clients: readonly StatedClient[] | string, text: string, mode = 0o600): Promise<void> {
  const before = gateway.logged.length;
  await file.replace(clients);
  await chmod(file.path, mode);
  await expect.poll(() => gateway.logged.slice(before).join('\n'), { timeout: 5000, interval: 20 }).toContain(text);
}

/** What a gateway says that is started on a file of clients. */
async function startingOn(path: string): Promise<string> {
  try {
    const started = await startGateway({ sandbox, environment: { CLIENTS_FILE: path } });
    await started.close();
    return 'it started';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
  }
}

describe('the file of the clients', () => {
  test('is read again when it changes', async () => {
    await replaceAndHear([...lasting, client('new', ['admin'])], 'CLIENTS_FILE was read; clients: 3');
    expect(await viewer(keyOf('new'))).toMatchObject({ id: 'new' });
    await replaceAndHear(lasting, 'CLIENTS_FILE was read; clients: 2');
    expect(await viewer(keyOf('new'))).toBe(401);
  });

  test.each([
    ['is no JSON', '{"clients": [', 'it is no JSON'],
    ['is empty', '', 'it is no JSON'],
    ['has a client that is wrong', JSON.stringify({ clients: [client('bi', []), { ...client('x', []), scopes: ['planted-scope'] }] }), 'clients[1].scopes[0]: there is no such scope'],
  ])('that %s changes nothing, and the log says why', async (_, text, why) => {
    await replaceAndHear(text, why);
    expect(await viewer(keyOf('bi'))).toMatchObject({ id: 'bi', scopes: [...open, 'insights:read'] });
    expect(gateway.logged.join('')).not.toContain('planted');
  });

  test.skipIf(process.platform === 'win32')('that others may read is not read', async () => {
    await replaceAndHear([client('shown', [])], 'chmod 600', 0o644);
    expect(await viewer(keyOf('bi'))).toMatchObject({ id: 'bi' });
  });
});

describe('a gateway does not start on a file of clients that', () => {
  test('is not there', async () => {
    expect(await startingOn('/nowhere/clients.json')).toBe('ConfigError: CLIENTS_FILE: it cannot be read (ENOENT); npx werkgraph client add makes one');
  });

  test('has several faults, which are all told', async () => {
    await using wrong = await clientsFile([client('anonymous', []), client('anonymous', ['no' as 'admin'])]);
    expect((await startingOn(wrong.path)).split('\n')).toEqual([
      'ConfigError: CLIENTS_FILE: clients[0].id: is kept for the gateway itself',
      'CLIENTS_FILE: clients[1].id: is kept for the gateway itself',
      'CLIENTS_FILE: clients[1].scopes[0]: there is no such scope',
    ]);
  });

  test.skipIf(process.platform === 'win32').each([0o644, 0o604, 0o660, 0o622])('others may read or change (mode %o)', async (mode) => {
    await using shown = await clientsFile([]);
    await chmod(shown.path, mode);
    expect(await startingOn(shown.path)).toContain(`chmod 600 ${shown.path}`);
  });

  test.skipIf(process.platform === 'win32')('but does on one that its group may read, as secrets are mounted', async () => {
    await using mounted = await clientsFile([]);
    await chmod(mounted.path, 0o440);
    expect(await startingOn(mounted.path)).toBe('it started');
  });
});
