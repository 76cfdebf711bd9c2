import { describe, expect, test } from 'vitest';
import { ConfigError, environmentNames, readConfig } from '../src/config.ts';

const vdab = { VDAB_CLIENT_ID: 'id' };

function problemsOf(variables: Readonly<Record<string, string>>): string {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing was wrong';
}

describe('an upstream', () => {
  test('is on with its credentials, off without, and the others do not mind', () => {
    const { upstreams } = readConfig(vdab);
    expect(upstreams.VDAB).toMatchObject({ clientId: 'id', bearerToken: null, baseUrl: 'https://api.vdab.be/services/openservices/' });
    expect([upstreams.CSO, upstreams.ICTERGEZOCHT, upstreams.CEGID]).toEqual([undefined, undefined, undefined]);
  });

  test('counts a credential that is set to nothing as not set', () => {
    expect(readConfig({ ...vdab, CSO_USERNAME: '', CSO_PASSWORD: ' ' }).upstreams.CSO).toBeUndefined();
  });

  test('is misconfigured with half of its credentials, which are named', () => {
    expect(problemsOf({ ...vdab, CEGID_CLIENT_ID: 'id', CEGID_BASE_URL: 'https://site.example.org' })).toBe('CEGID_CLIENT_SECRET: missing beside CEGID_BASE_URL, CEGID_CLIENT_ID');
  });

  test.each(['https://site.example.org/path', 'https://site.example.org/path/'])('has a base URL with a closing slash from %s', (url) => {
    const { upstreams } = readConfig({ CEGID_BASE_URL: url, CEGID_CLIENT_ID: 'id', CEGID_CLIENT_SECRET: 'secret' });
    expect(upstreams.CEGID?.baseUrl).toBe('https://site.example.org/path/');
  });

  test('is reached without encryption on loopback only', () => {
    expect(readConfig({ ...vdab, VDAB_BASE_URL: 'http://127.0.0.1:4103/' }).upstreams.VDAB?.baseUrl).toBe('http://127.0.0.1:4103/');
    expect(problemsOf({ ...vdab, VDAB_BASE_URL: 'http://api.vdab.be/' })).toBe('VDAB_BASE_URL: must be https; http is for loopback only');
  });

  test('has its variables checked even while it is off', () => {
    expect(problemsOf({ ...vdab, CSO_START_ROW_BASE: '2' })).toContain('CSO_START_ROW_BASE: ');
  });
});

describe('the environment is refused', () => {
  test('where no upstream is on, with what each needs and how to try without', () => {
    const message = problemsOf({ PORT: '4000' });
    for (const needed of ['CSO_USERNAME, CSO_PASSWORD', 'ICTERGEZOCHT_API_KEY', 'VDAB_CLIENT_ID', 'CEGID_BASE_URL, CEGID_CLIENT_ID, CEGID_CLIENT_SECRET', 'npm run demo']) {
      expect(message).toContain(needed);
    }
  });

  test('with everything that is wrong at once, by name and without the values', () => {
    const message = problemsOf({ PORT: 'secret-value', LOG_LEVEL: 'secret-value', VDAB_CLIENT_ID: 'id', VDAB_MULTI_VALUE: 'secret-value', CSO_PASSWORD: 'secret-value' });
    expect(message.split('\n').map((line) => line.split(':')[0])).toEqual(['PORT', 'LOG_LEVEL', 'CSO_USERNAME', 'VDAB_MULTI_VALUE']);
    expect(message).not.toContain('secret-value');
  });

  test('with everything that does not go together at once', () => {
    const message = problemsOf({ ...vdab, NODE_TLS_REJECT_UNAUTHORIZED: '0', HOST: '0.0.0.0', METRICS_PORT: '4000', TRUSTED_DOCUMENTS: 'only', JWT_ISSUER: 'https://login.example.org' });
    expect(message.split('\n').map((line) => line.split(':')[0])).toEqual(['NODE_TLS_REJECT_UNAUTHORIZED', 'METRICS_PORT', 'TRUSTED_DOCUMENTS_FILE', 'JWT_AUDIENCE, JWT_JWKS_URL', 'HOST']);
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'gateway.example.org'])('where it listens on %s, which others reach, and nothing tells callers apart', (HOST) => {
    expect(problemsOf({ ...vdab, HOST })).toContain(`HOST: ${HOST} is not loopback, and nothing tells callers apart. Set CLIENTS_FILE`);
  });

  test('where others reach it and anybody may do more than read what the sources publish', () => {
    const ANONYMOUS_SCOPES = 'vacancies:read candidates:read admin';
    expect(problemsOf({ ...vdab, HOST: '0.0.0.0', CLIENTS_FILE: '/c.json', ANONYMOUS_SCOPES })).toBe(
      "ANONYMOUS_SCOPES: candidates:read, admin may not be everybody's where others reach the gateway (HOST is 0.0.0.0). Give them to clients with a key.",
    );
    expect(readConfig({ ...vdab, ANONYMOUS_SCOPES }).callers.anonymousScopes.size).toBe(3);
  });

  test('with an unknown scope for everybody', () => {
    expect(problemsOf({ ...vdab, ANONYMOUS_SCOPES: 'vacancies:read vacancies:raed' })).toBe('ANONYMOUS_SCOPES: vacancies:raed: no such scope');
  });
});

describe('callers', () => {
  const tokens = { JWT_ISSUER: 'https://issuer.example/', JWT_AUDIENCE: 'https://gateway.example/ app', JWT_JWKS_URL: 'https://issuer.example/jwks' };

  test.each([
    ['clients', { CLIENTS_FILE: '/etc/werkgraph/clients.json' }],
    ['tokens', tokens],
  ])('may reach the gateway from elsewhere where %s tell them apart', (_, stated) => {
    expect(readConfig({ ...vdab, ...stated, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });

  test('without a key may read what the sources publish, unless it is stated otherwise', () => {
    expect([...readConfig(vdab).callers.anonymousScopes]).toEqual(['vacancies:read', 'organisations:read', 'enumerations:read']);
  });

  test('have tokens of one issuer, which is stated whole or not at all', () => {
    expect(readConfig({ ...vdab, ...tokens }).callers.tokens).toEqual({ issuer: 'https://issuer.example/', audiences: ['https://gateway.example/', 'app'], jwksUrl: 'https://issuer.example/jwks' });
    expect(readConfig(vdab).callers.tokens).toBeNull();
    expect(problemsOf({ ...vdab, JWT_ISSUER: 'x' })).toBe('JWT_AUDIENCE, JWT_JWKS_URL: missing beside JWT_ISSUER');
    expect(problemsOf({ ...vdab, ...tokens, JWT_AUDIENCE: ',' })).toContain('JWT_AUDIENCE: names no audience');
  });

  test('have the keys of their issuer fetched in private', () => {
    expect(problemsOf({ ...vdab, ...tokens, JWT_JWKS_URL: 'http://issuer.example/jwks' })).toContain('JWT_JWKS_URL: must be https; http is for loopback only');
    expect(readConfig({ ...vdab, ...tokens, JWT_JWKS_URL: 'http://127.0.0.1:9/jwks' }).callers.tokens?.jwksUrl).toBe('http://127.0.0.1:9/jwks');
  });

  test('may all have credentials of their own, and the server none, but for what seals cursors', () => {
    expect(problemsOf({ METRICS_PORT: '4000' })).toContain('METRICS_PORT: is 4000, as PORT is');
    expect(problemsOf({ CLIENTS_FILE: '/c.json' })).toContain('No upstream is configured');
    expect(problemsOf({ CLIENTS_FILE: '/c.json' })).toContain('CURSOR_SECRET: needed where only clients have credentials');
    expect(Object.values(readConfig({ CLIENTS_FILE: '/c.json', CURSOR_SECRET: 'a secret of 24 characters' }).upstreams).filter((config) => config !== undefined)).toEqual([]);
  });
});

test('names of the environment are each read once', () => {
  expect(environmentNames).toEqual([...new Set(environmentNames)]);
});
