import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** An issuer of access tokens on loopback, with its keys behind an address. */
export interface Issuer extends AsyncDisposable {
  readonly name: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** How often its keys were asked for. */
  readonly fetches: number;
  /** What the address answers. */
  answer: 'keys' | 'failure' | 'nonsense' | 'redirect' | 'flood';
  /** The environment by which a gateway accepts its tokens. */
  readonly environment: Readonly<Record<string, string>>;
  /** Puts another key in the place of all it has; tokens of before are signed by one that nobody finds any more. */
  rotate(): Promise<void>;
  /** A good token, but for what is stated otherwise. */
  token(claims?: Claims, options?: TokenOptions): Promise<string>;
  /** The public key that is there now, for those who would misuse it. */
  publicKey(): Promise<JWK>;
}

/** Of a token; undefined takes one away. */
export type Claims = Readonly<Record<string, unknown>>;

export interface TokenOptions {
  readonly alg?: 'RS256' | 'ES256' | 'PS256' | 'EdDSA';
  readonly typ?: string | null;
  readonly kid?: string;
  /** Seconds since the epoch; null leaves it out. */
  readonly exp?: number | null;
}

/** @param now milliseconds since the epoch, by which tokens are good for an hour */
export async function startIssuer(now: () => number = Date.now): Promise<Issuer> {
  const algorithms = ['RS256', 'ES256', 'PS256', 'EdDSA'] as const;
  let generation = 0;
  const generate = async () => {
    generation += 1;
    return Promise.all(algorithms.map(async (alg) => ({ alg, kid: `${alg}-${generation}`, ...(await generateKeyPair(alg, { extractable: true })) })));
  };
  let keys = await generate();
  const issuer: { answer: Issuer['answer']; fetches: number } = { answer: 'keys', fetches: 0 };
  const server = createServer((_request, response) => {
    issuer.fetches += 1;
    if (issuer.answer === 'failure') return void response.writeHead(503).end();
    if (issuer.answer === 'nonsense') return void response.end('<html>');
    if (issuer.answer === 'redirect') return void response.writeHead(302, { location: '/elsewhere' }).end();
    if (issuer.answer === 'flood') return void response.end(`{"keys":[${' '.repeat(1024 * 1024)}]}`);
    void Promise.all(keys.map(async ({ publicKey, alg, kid }) => ({ ...(await exportJWK(publicKey)), alg, kid, use: 'sig' }))).then((published) => response.end(JSON.stringify({ keys: published })));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const name = 'https://issuer.example/';
  const audience = 'https://gateway.example/';
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };

  return Object.assign(issuer, {
    name,
    audience,
    jwksUrl,
    environment: { JWT_ISSUER: name, JWT_AUDIENCE: audience, JWT_JWKS_URL: jwksUrl },
    async rotate() {
      keys = await generate();
    },
    async token(claims: Claims = {}, { alg = 'RS256', typ = 'at+jwt', kid, exp = Math.floor(now() / 1000) + 3600 }: TokenOptions = {}) {
      const key = keys.find((one) => one.alg === alg);
      if (key === undefined) throw new Error(`no key for ${alg}`);
      const payload = { iss: name, aud: audience, sub: 'subject', client_id: 'app', scope: 'insights:read', ...(exp !== null && { exp }), ...claims };
      return new SignJWT(payload).setProtectedHeader({ alg, kid: kid ?? key.kid, ...(typ !== null && { typ }) }).sign(key.privateKey);
    },
    async publicKey() {
      const [key] = keys;
      if (key === undefined) throw new Error('no key');
      return { ...(await exportJWK(key.publicKey)), kid: key.kid };
    },
    [Symbol.asyncDispose]: stop,
  });
}
