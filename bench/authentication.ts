// What it costs to find out whose a request is: node bench/authentication.ts
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Callers } from '../src/callers/index.ts';
import { openCallers } from '../src/callers/open.ts';
import { machine } from './machine.ts';

const clientCount = 1000;
const rounds = 7;
const perRound = 20_000;
const issuer = 'https://issuer.example/';
const audience = 'https://gateway.example/';

const keys = Array.from({ length: clientCount }, () => `wg_${randomBytes(32).toString('base64url')}`);
const clients = keys.map((key, index) => ({ id: `client-${index}`, name: `Client ${index}`, keySha256: createHash('sha256').update(key).digest('hex'), scopes: ['vacancies:write'] }));
const folder = await mkdtemp(join(tmpdir(), 'werkgraph-bench-'));
const clientsFile = join(folder, 'clients.json');
await writeFile(clientsFile, JSON.stringify({ clients }), { mode: 0o600 });

const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256' }] });
const server = createServer((_request, response) => void response.end(jwks));
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const { port } = server.address() as AddressInfo;

const callers = await openCallers({
  anonymousScopes: new Set(['vacancies:read']),
  clientsFile,
  tokens: { issuer, audiences: [audience], jwksUrl: `http://127.0.0.1:${port}/` },
  upstreams: new Map(),
  ownUpstream: () => {
    throw new TypeError('no client has credentials here');
  },
  takesWebhookKey: () => false,
  problemsOf: () => [],
  variable: () => undefined,
  now: Date.now,
  tell: () => undefined,
});

function token(clientId: string): Promise<string> {
  return new SignJWT({ client_id: clientId, scope: 'vacancies:write insights:read' }).setProtectedHeader({ alg: 'RS256', kid: 'a', typ: 'at+jwt' }).setIssuer(issuer).setAudience(audience).setExpirationTime('1h').sign(privateKey);
}

/** Median microseconds of processor time for one request, over rounds: what else the machine does counts less so. */
async function microseconds(headers: (index: number) => string | undefined, count = perRound): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const stated = Array.from({ length: count }, (_, index) => headers(index));
    const before = process.cpuUsage();
    for (const authorization of stated) await asked(callers, authorization);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / count);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

async function asked({ callerOf }: Callers, authorization: string | undefined): Promise<void> {
  try {
    await callerOf(authorization === undefined ? {} : { authorization });
  } catch {
    // A wrong key is one of the measurements.
  }
}

const shown = await token('client-0');
const fresh = await Promise.all(Array.from({ length: rounds * 200 }, (_, index) => token(`app-${index}`)));
let next = 0;
const results: readonly (readonly [string, number])[] = [
  ['no key', await microseconds(() => undefined)],
  [`a key, of ${clientCount} clients`, await microseconds((index) => `Bearer ${keys[index % clientCount]}`)],
  ['a wrong key', await microseconds((index) => `Bearer wg_${index}_is-no-key-that-anybody-of-these-has`)],
  ['a token that was seen before', await microseconds(() => `Bearer ${shown}`)],
  ['a token for the first time (RS256)', await microseconds(() => `Bearer ${fresh[next++]}`, 200)],
];
console.log('| what a request carries | processor time, µs |\n|---|---:|');
for (const [what, time] of results) console.log(`| ${what} | ${time.toFixed(1)} |`);
console.log(`\nMedian of ${rounds} rounds; ${machine()}.`);

await callers.close();
server.close();
await rm(folder, { recursive: true, force: true });
