import { describe, expect, test } from 'vitest';
import { readClients } from '../../src/callers/read-clients.ts';
import { readOwnUpstream, takesWebhookKey } from '../../src/config/read-upstreams.ts';
import { client, hashOf, type StatedClient } from '../support/clients-file.ts';

const signing = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

function read(clients: unknown, variables: Readonly<Record<string, string>> = {}) {
  return readClients(typeof clients === 'string' ? clients : JSON.stringify({ clients }), {
    variable: (name) => variables[name],
    takesWebhookKey,
    problemsOf: (source, credentials) => readOwnUpstream(source, credentials, { CEGID_BASE_URL: 'https://site.example/' }).problems,
  });
}

function problemsOf(clients: unknown): readonly string[] {
  const found = read(clients);
  return 'problems' in found ? found.problems : [];
}

function one(more: StatedClient) {
  return problemsOf([client('portal-x', ['vacancies:write'], more)]);
}

describe('a client', () => {
  test('has what its entry states', () => {
    const credentials = {
      cso: { username: 'user', password: 'geheim €' },
      ictergezocht: { apiKey: 'key', partnerKey: 'partner', webhookKey: ['a-webhook-key-0001', 'a-webhook-key-0002'] },
      vdab: { clientId: 'id', bearerToken: 'token' },
      cegid: { baseUrl: 'https://own.example', clientId: 'id', clientSecret: 'a secret' },
    };
    const applications = { url: 'https://portal.example/in', secret: signing };
    expect(read([client('portal-x', ['vacancies:write'], { credentials, applications })])).toEqual({
      clients: [
        {
          id: 'portal-x',
          name: 'Client portal-x',
          keys: [{ sha256: hashOf('key-of-portal-x'), notBefore: Number.NEGATIVE_INFINITY, notAfter: Number.POSITIVE_INFINITY }],
          scopes: new Set(['vacancies:write']),
          credentials: new Map(Object.entries({ CSO: credentials.cso, ICTERGEZOCHT: { apiKey: 'key', partnerKey: 'partner' }, VDAB: credentials.vdab, CEGID: credentials.cegid })),
          webhookKeys: new Map([['ICTERGEZOCHT', ['a-webhook-key-0001', 'a-webhook-key-0002']]]),
          applications: { url: 'https://portal.example/in', secrets: [signing], allowPrivate: false },
        },
      ],
    });
  });

  test('has several keys, each with its time', () => {
    const keys = [{ sha256: hashOf('a').toUpperCase(), notBefore: '2027-01-01T00:00:00+01:00' }, { sha256: hashOf('b'), notAfter: '2027-02-01T00:00:00Z' }];
    expect(read([client('x', [], { keys })])).toMatchObject({
      clients: [{ keys: [{ sha256: hashOf('key-of-x') }, { sha256: hashOf('a'), notBefore: Date.parse('2026-12-31T23:00:00Z') }, { sha256: hashOf('b'), notAfter: Date.parse('2027-02-01T00:00:00Z') }] }],
    });
  });

  test('takes any value from a variable', () => {
    const credentials = { cso: { username: { env: 'X_USER' }, password: { env: 'X_PASSWORD' } } };
    const stated = [client('x', [], { keySha256: { env: 'X_KEY' }, credentials })];
    expect(read(stated, { X_USER: 'user', X_PASSWORD: 'password', X_KEY: hashOf('k') })).toMatchObject({ clients: [{ keys: [{ sha256: hashOf('k') }], credentials: new Map([['CSO', { username: 'user', password: 'password' }]]) }] });
    expect(read(stated, { X_USER: 'user', X_KEY: '' })).toEqual({
      problems: ['clients[0].keySha256: the variable X_KEY is not set', 'clients[0].credentials.cso.password: the variable X_PASSWORD is not set'],
    });
  });

  test('may have no key, when it is known by tokens only', () => {
    expect(read([{ id: 'x', name: 'X', scopes: [] }])).toMatchObject({ clients: [{ id: 'x', keys: [] }] });
  });
});

describe('what is wrong is told by where it stands, and never by its value', () => {
  test.each([
    ['an unknown scope', { scopes: ['vacancies:read', 'vacancies:wriet'] }, 'clients[0].scopes[1]: there is no such scope'],
    ['an id with blanks', { id: 'geheim geheim' }, 'clients[0].id: is to be of 1 to 64 letters'],
    ['the id of nobody', { id: 'anonymous' }, 'clients[0].id: is kept for the gateway itself'],
    ['the id of the gateway', { id: 'gateway' }, 'clients[0].id: is kept for the gateway itself'],
    ['a hash that is none', { keySha256: 'geheim' }, 'clients[0].keySha256: is to be the SHA-256 of the key'],
    ['the hash of nothing', { keySha256: hashOf('') }, 'clients[0].keySha256: is the hash of an empty key'],
    ['a time that is none', { keys: [{ sha256: hashOf('a'), notAfter: 'geheim' }] }, 'clients[0].keys[0].notAfter: is to be an instant'],
    ['a misspelt property', { keySha: 'geheim' }, 'clients[0]: Unrecognized key'],
    ['a source that is none', { credentials: { monster: { apiKey: 'geheim' } } }, 'clients[0].credentials.monster: there is no such source'],
    ['half of a credential', { credentials: { cso: { username: 'geheim' } } }, 'clients[0].credentials.cso.password: missing'],
    ['a credential that is none of the source', { credentials: { vdab: { clientId: 'x', apiKey: 'geheim' } } }, 'clients[0].credentials.vdab.apiKey: there is no such credential'],
    ['a credential with a line break', { credentials: { ictergezocht: { apiKey: 'geheim\r\nX-Injected: 1' } } }, 'clients[0].credentials.ictergezocht.apiKey: is to be a text without control characters'],
    ['a header that would not be sent', { credentials: { vdab: { clientId: 'gehéim' } } }, 'clients[0].credentials.vdab.clientId: must be of visible ASCII'],
    ['a credential that is no text', { credentials: { vdab: { clientId: 7 } } }, 'clients[0].credentials.vdab.clientId: is to be a text'],
    ['no credential at all', { credentials: { vdab: {} } }, 'clients[0].credentials.vdab: states no credential'],
    ['a site without encryption', { credentials: { cegid: { baseUrl: 'http://geheim.example', clientId: 'a', clientSecret: 'b' } } }, 'clients[0].credentials.cegid.baseUrl: must be https'],
    ['a webhook key of a source without', { credentials: { cso: { username: 'a', password: 'b', webhookKey: 'geheim-geheim-geheim' } } }, 'clients[0].credentials.cso.webhookKey: nothing of this source comes in by a key'],
    ['a webhook key that can be guessed', { credentials: { ictergezocht: { webhookKey: 'geheim-geheim-1' } } }, 'clients[0].credentials.ictergezocht.webhookKey: is to be a text of 16'],
    ['a target without encryption', { applications: { url: 'http://geheim.example/', secret: signing } }, 'clients[0].applications.url: is to be https'],
    ['a target in the network without encryption', { applications: { url: 'http://geheim.example/', secret: signing, allowPrivate: true } }, 'clients[0].applications.url: is to be https'],
    ['a target with a password', { applications: { url: 'https://user:geheim@portal.example/', secret: signing } }, 'clients[0].applications.url: holds a user name or a password'],
    ['a secret that can be guessed', { applications: { url: 'https://portal.example/', secret: 'whsec_geheim' } }, 'clients[0].applications.secret: is to be whsec_'],
    ['three secrets', { applications: { url: 'https://portal.example/', secret: [signing, signing, signing] } }, 'clients[0].applications.secret: is to be whsec_'],
  ])('%s', (_, more, problem) => {
    const problems = one(more);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems[0]).not.toMatch(/geh[eé]im/);
  });

  test.each([
    ['a second client with an id', [client('x', []), { ...client('y', []), id: 'x' }], 'clients[1].id: another client has this id'],
    ['a second client with a key', [client('x', []), { ...client('y', []), keySha256: hashOf('key-of-x') }], 'clients[1]: one of its keys stands in the file already'],
    ['a second client with a webhook key', ['x', 'y'].map((id) => client(id, [], { credentials: { ictergezocht: { webhookKey: 'the-same-key-twice' } } })), 'clients[1].credentials.ictergezocht.webhookKey: stands in the file already'],
  ])('%s', (_, clients, problem) => {
    expect(problemsOf(clients)).toEqual([problem]);
  });

  test.each([
    ['no JSON', '{"clients": [geheim', 'it is no JSON'],
    ['no object', '[]', 'the file: '],
    ['a list of something else', '{"clients": ["geheim"]}', 'clients[0]: '],
    ['more beside the clients', '{"clients": [], "secrets": "geheim"}', 'the file: Unrecognized key'],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
    expect(problemsOf(text).join()).not.toContain('geheim');
  });

  test('everything at once', () => {
    expect(one({ credentials: { cso: { username: 'a' }, vdab: {}, monster: {} } })).toHaveLength(3);
  });
});

test('a client that has a site of its own may leave its address to the server', () => {
  expect(one({ credentials: { cegid: { clientId: 'a', clientSecret: 'b' } } })).toEqual([]);
});

test('nothing of the server’s credentials stands in for what a client does not state', () => {
  const server = { ICTERGEZOCHT_API_KEY: 'server', ICTERGEZOCHT_PARTNER_KEY: 'server-partner', ICTERGEZOCHT_BASE_URL: 'https://board.example/', VDAB_CLIENT_ID: 'server', VDAB_BEARER_TOKEN: 'server', VDAB_MULTI_VALUE: 'comma' };
  expect(readOwnUpstream('ICTERGEZOCHT', { apiKey: 'own' }, server).configs.ICTERGEZOCHT).toMatchObject({ baseUrl: 'https://board.example/', apiKey: 'own', partnerKey: null });
  expect(readOwnUpstream('VDAB', { clientId: 'own' }, server).configs.VDAB).toMatchObject({ clientId: 'own', bearerToken: null, multiValue: 'comma' });
});
