import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issuerKeys } from '../../src/callers/jwks.ts';
import { acceptTokens, looksLikeToken, type Tokens } from '../../src/callers/tokens.ts';
import { IssuerUnavailable, Unauthenticated } from '../../src/domain/errors.ts';
import { type Claims, type Issuer, startIssuer, type TokenOptions } from '../support/issuer.ts';

const minuteMs = 60_000;
let clock = Date.parse('2027-01-01T00:00:00Z');
const now = () => clock;
const seconds = () => Math.floor(clock / 1000);
let issuer: Issuer;
let tokens: Tokens;
let told: string[];

function accepting(): Tokens {
  told = [];
  const keys = issuerKeys({ url: issuer.jwksUrl, now, tell: (what) => void told.push(what) });
  return acceptTokens({ issuer: issuer.name, audiences: ['https://other.example/', issuer.audience], keys, now });
}

beforeAll(async () => {
  issuer = await startIssuer(now);
});
afterAll(() => issuer[Symbol.asyncDispose]());
beforeEach(() => {
  issuer.answer = 'keys';
  clock += 24 * 60 * minuteMs;
  tokens = accepting();
});

/** How many times the keys were asked for during some work. */
async function fetchesOf(work: () => Promise<unknown>): Promise<number> {
  const before = issuer.fetches;
  await work();
  return issuer.fetches - before;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unsigned(header: object, payload: object, sign: (text: string) => string = () => ''): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign(text)}`;
}

const claims = (): Claims => ({ iss: issuer.name, aud: issuer.audience, client_id: 'app', scope: 'admin', exp: seconds() + 3600 });

describe('a token is accepted', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('that is signed by %s', async (alg) => {
    expect(await tokens.holderOf(await issuer.token({}, { alg }))).toEqual({ id: 'app', isClient: true, scopes: new Set(['insights:read']) });
  });

  test.each(['at+jwt', 'application/at+jwt', 'AT+JWT', 'JWT', null])('of the type %s', async (typ) => {
    expect(await tokens.holderOf(await issuer.token({}, { typ }))).toMatchObject({ id: 'app' });
  });

  test.each<[string, Claims, string, readonly string[]]>([
    ['scope', { scope: 'insights:read openid raw:read' }, 'app', ['insights:read', 'raw:read']],
    ['scp as a text', { scope: undefined, scp: 'admin candidates:read' }, 'app', ['admin', 'candidates:read']],
    ['scp as a list', { scope: undefined, scp: ['vacancies:write', 'profile', 7] }, 'app', ['vacancies:write']],
    ['no scope at all', { scope: undefined }, 'app', []],
    ['azp where there is no client_id', { client_id: undefined, azp: 'party' }, 'party', ['insights:read']],
    ['sub where there is neither', { client_id: undefined }, 'subject', ['insights:read']],
    ['a list of audiences', { aud: ['https://elsewhere.example/', 'https://gateway.example/'] }, 'app', ['insights:read']],
  ])('with %s', async (_, stated, id, scopes) => {
    expect(await tokens.holderOf(await issuer.token(stated))).toEqual({ id, isClient: id !== 'subject', scopes: new Set(scopes) });
  });

  test('by a clock that is some seconds behind or ahead', async () => {
    expect(await tokens.holderOf(await issuer.token({}, { exp: seconds() - 3 }))).toMatchObject({ id: 'app' });
    expect(await tokens.holderOf(await issuer.token({ nbf: seconds() + 3 }))).toMatchObject({ id: 'app' });
  });

  test('once it is checked, until it ends', async () => {
    const token = await issuer.token({}, { exp: seconds() + 60 });
    await tokens.holderOf(token);
    clock += 59_000;
    await expect(tokens.holderOf(token)).resolves.toMatchObject({ id: 'app' });
    clock += 7000;
    await expect(tokens.holderOf(token)).rejects.toThrow(Unauthenticated);
  });
});

describe('a token is refused', () => {
  const cases: readonly (readonly [string, Claims, TokenOptions])[] = [
    ['of another issuer', { iss: 'https://elsewhere.example/' }, {}],
    ['of no issuer', { iss: undefined }, {}],
    ['for another audience', { aud: 'https://elsewhere.example/' }, {}],
    ['for no audience', { aud: undefined }, {}],
    ['without an end', {}, { exp: null }],
    ['that is an identity and not an access', {}, { typ: 'id+jwt' }],
    ['that ends a session', {}, { typ: 'logout+jwt' }],
    ['of nobody', { client_id: undefined, sub: undefined }, {}],
    ['of who would be the gateway', { client_id: 'gateway' }, {}],
    ['of who would be everybody', { client_id: undefined, azp: 'anonymous' }, {}],
    ['of a client without a text for a name', { client_id: 7 }, {}],
    ['of a client with a line break in it', { client_id: 'app\nadmin' }, {}],
  ];
  test.each(cases)('%s', async (_, stated, options) => {
    await expect(tokens.holderOf(await issuer.token(stated, options))).rejects.toThrow(Unauthenticated);
  });

  test('that has ended', async () => {
    await expect(tokens.holderOf(await issuer.token({}, { exp: seconds() - 60 }))).rejects.toThrow(Unauthenticated);
  });

  test('that is not to be used yet', async () => {
    await expect(tokens.holderOf(await issuer.token({ nbf: seconds() + 60 }))).rejects.toThrow(Unauthenticated);
  });

  test.each(['none', 'None', 'NONE'])('that says it is signed by %s', async (alg) => {
    await expect(tokens.holderOf(unsigned({ alg, typ: 'at+jwt' }, claims()))).rejects.toThrow(Unauthenticated);
  });

  test.each(['HS256', 'RS256'])('that is signed with the public key as if it were a shared secret, and says %s', async (alg) => {
    const jwk = await issuer.publicKey();
    const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const forged = unsigned({ alg, typ: 'at+jwt', kid: jwk.kid }, claims(), (text) => createHmac('sha256', pem).update(text).digest('base64url'));
    await expect(tokens.holderOf(forged)).rejects.toThrow(Unauthenticated);
  });

  test('that brings its own key along', async () => {
    const jwk = await issuer.publicKey();
    for (const own of [{ jwk }, { jku: issuer.jwksUrl }, { x5u: issuer.jwksUrl }]) {
      await expect(tokens.holderOf(unsigned({ alg: 'RS256', typ: 'at+jwt', kid: 'own', ...own }, claims(), () => 'AAAA'))).rejects.toThrow(Unauthenticated);
    }
  });

  test('that states what has to be understood and is not', async () => {
    const jwk = await issuer.publicKey();
    await expect(tokens.holderOf(unsigned({ alg: 'RS256', kid: jwk.kid, crit: ['x'], x: 1 }, claims(), () => 'AAAA'))).rejects.toThrow(Unauthenticated);
  });

  test('whose claims were changed', async () => {
    const [header = '', payload = '', signature = ''] = (await issuer.token()).split('.');
    const changed = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), scope: 'admin' };
    await expect(tokens.holderOf(`${header}.${part(changed)}.${signature}`)).rejects.toThrow(Unauthenticated);
  });

  test('that is huge, before anything is done with it', async () => {
    const huge = await issuer.token({ scope: 'x'.repeat(20_000) });
    expect(await fetchesOf(() => expect(tokens.holderOf(huge)).rejects.toThrow(Unauthenticated))).toBe(0);
  });
});

describe('the keys of the issuer', () => {
  test('are fetched once, for all that wait', async () => {
    const token = await issuer.token();
    expect(await fetchesOf(() => Promise.all(Array.from({ length: 20 }, () => tokens.holderOf(token))))).toBe(1);
  });

  test('are fetched again for a key that is not among them, and then not for a while', async () => {
    await tokens.holderOf(await issuer.token());
    clock += minuteMs;
    const unknown = await Promise.all(['a', 'b', 'c'].map((kid) => issuer.token({}, { kid })));
    const fetches = await fetchesOf(() => Promise.all(unknown.map((token) => expect(tokens.holderOf(token)).rejects.toThrow(Unauthenticated))));
    expect(fetches).toBe(1);
    clock += 29_000;
    expect(await fetchesOf(async () => expect(tokens.holderOf(await issuer.token({}, { kid: 'd' }))).rejects.toThrow(Unauthenticated))).toBe(0);
  });

  test('are taken over when they are rotated, and those of before open no more', async () => {
    const before = await issuer.token();
    await tokens.holderOf(before);
    await issuer.rotate();
    clock += minuteMs;
    await expect(tokens.holderOf(await issuer.token())).resolves.toMatchObject({ id: 'app' });
    await expect(tokens.holderOf(before)).rejects.toThrow(Unauthenticated);
  });

  test('that are taken back open no more within ten minutes', async () => {
    const token = await issuer.token();
    await tokens.holderOf(token);
    await issuer.rotate();
    clock += 10 * minuteMs;
    await expect(tokens.holderOf(token)).rejects.toThrow(Unauthenticated);
  });

  test('go on being used while the issuer is away, for half a day', async () => {
    const token = await issuer.token({}, { exp: seconds() + 24 * 3600 });
    const another = await issuer.token({ client_id: 'another' }, { exp: seconds() + 24 * 3600 });
    await tokens.holderOf(token);
    issuer.answer = 'failure';
    clock += 11 * 60 * minuteMs;
    await expect(tokens.holderOf(token)).resolves.toMatchObject({ id: 'app' });
    await expect(tokens.holderOf(another)).resolves.toMatchObject({ id: 'another' });
    expect(told).toEqual(['fails']);
    clock += 60 * minuteMs;
    await expect(tokens.holderOf(token)).rejects.toThrow(IssuerUnavailable);
    issuer.answer = 'keys';
    clock += minuteMs;
    await expect(tokens.holderOf(token)).resolves.toMatchObject({ id: 'app' });
    expect(told).toEqual(['fails', 'answers']);
  });

  test('that are not known and cannot be had leave a token unjudged: it is neither good nor wrong', async () => {
    await tokens.holderOf(await issuer.token());
    await issuer.rotate();
    issuer.answer = 'failure';
    clock += minuteMs;
    await expect(tokens.holderOf(await issuer.token())).rejects.toThrow(IssuerUnavailable);
  });

  test.each(['failure', 'nonsense', 'redirect', 'flood'] as const)('are not asked for at every request while they come as a %s', async (answer) => {
    issuer.answer = answer;
    const token = await issuer.token();
    const fetches = await fetchesOf(async () => {
      for (let request = 0; request < 5; request += 1) await expect(tokens.holderOf(token)).rejects.toMatchObject({ name: 'IssuerUnavailable', retryAfterSeconds: 5 });
    });
    expect(fetches).toBe(1);
    issuer.answer = 'keys';
    clock += 5000;
    await expect(tokens.holderOf(token)).resolves.toMatchObject({ id: 'app' });
  });
});

test.each(['wg_SuNG6f0C8qWvAyGaKH0Ftcl4Widoyk7gAqiNy2JvSvo', 'a.b.c', 'eyJhbGciOiJub25lIn0', 'eyJ.a.b.c.d', ''])('%o does not look like a token', (text) => {
  expect(looksLikeToken(text)).toBe(false);
});
