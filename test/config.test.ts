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

  test.each(['0.0.0.0', '::', '192.168.1.2', 'gateway.example.org'])('where it listens on %s, which others reach', (HOST) => {
    expect(problemsOf({ ...vdab, HOST })).toContain(`HOST: ${HOST} is not loopback`);
  });
});

test('names of the environment are each read once', () => {
  expect(environmentNames).toEqual([...new Set(environmentNames)]);
});
