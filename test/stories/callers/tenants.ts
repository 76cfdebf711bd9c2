import { expect, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { LoggedRequest } from '../../../sandbox/kit/exchange.ts';
import { scopes } from '../../../src/domain/scopes.ts';
import { bearing, client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { type Answer, type GatewayOptions, startGateway, type TestGateway } from '../../support/gateway.ts';
import { truthOf } from '../../support/truth.ts';

const redisUrl = process.env['TEST_REDIS_URL'];

/** Where what callers share is kept. */
export const sharedPlaces: readonly { readonly place: string; readonly environment: Readonly<Record<string, string>> }[] = [
  { place: 'memory', environment: {} },
  ...(redisUrl === undefined ? [] : [{ place: 'Redis', environment: { REDIS_URL: redisUrl } }]),
];

/** Who asks: with the server's credentials, with credentials of its own, with the same once more, with another client of the server's site, and who administers the gateway with the server's. */
const tenants = ['server', 'own', 'twin', 'guest', 'admin'] as const;
export type Tenant = (typeof tenants)[number];

/** A gateway with callers that have accounts of their own. */
export interface Tenants {
  readonly gateway: TestGateway;
  readonly sandbox: Sandbox;
  /** A site of Cegid with other data, which is `own`'s. */
  readonly elsewhere: Sandbox;
  as<Data>(tenant: Tenant, document: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<Data>>;
  /** Ids of the vacancies that a tenant's accounts see, by source, in the source's own order. */
  truth(tenant: Tenant): Readonly<Record<'CSO' | 'VDAB' | 'CEGID', readonly string[]>>;
  /** Takes all clients out of the file, and waits until the gateway knows. */
  dropClients(): Promise<void>;
  /** Forgets what the upstreams were asked. */
  forgetLogs(): void;
  /** Requests of one upstream by the credential that they went out with. */
  askedBy(upstream: 'cso' | 'ictergezocht' | 'vdab' | 'cegid', which?: (request: LoggedRequest) => boolean): Readonly<Record<string, number>>;
}

const ofOwn = { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' };

/** Starts it for one test. */
export async function startTenants(environment: GatewayOptions['environment'] = {}): Promise<Tenants> {
  const [sandbox, elsewhere] = await Promise.all([startSandbox({ scale: 0.05 }), startSandbox({ seed: 7, scale: 0.05 })]);
  const own = {
    cso: ofOwn,
    ictergezocht: { apiKey: 'sandbox-ictergezocht-key-2', partnerKey: 'sandbox-partner-key' },
    vdab: { clientId: 'sandbox-vdab-client-id-2' },
    cegid: { baseUrl: elsewhere.upstreams.cegid.baseUrl, clientId: 'sandbox-cegid', clientSecret: 'sandbox+cegid/secret=&1' },
  };
  const guest = { cegid: sandbox.definitions.cegid.otherCredentials };
  const everything = scopes.filter((scope) => scope !== 'admin');
  const file = await clientsFile([client('own', everything, { credentials: own }), client('twin', everything, { credentials: own }), client('guest', everything, { credentials: guest }), client('admin', scopes)]);
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { CSO_START_ROW_BASE: '0', CLIENTS_FILE: file.path, ...environment } });
  onTestFinished(async () => {
    await gateway.close();
    await Promise.all([sandbox.close(), elsewhere.close(), file[Symbol.asyncDispose]()]);
  });

  return {
    gateway,
    sandbox,
    elsewhere,
    as: (tenant, document, variables = {}) => gateway.query(document, variables, tenant === 'server' ? {} : bearing(keyOf(tenant))),
    truth(tenant) {
      const isOwn = tenant === 'own' || tenant === 'twin';
      const { CSO, VDAB, CEGID } = truthOf(sandbox, []);
      const cso = sandbox.definitions.cso.data.jobsFor(ofOwn.username).map(({ code }) => `cso:vacancy:${code}`);
      return { CSO: (isOwn ? cso : CSO) ?? [], VDAB: VDAB ?? [], CEGID: (isOwn ? truthOf(elsewhere, []).CEGID : CEGID) ?? [] };
    },
    async dropClients() {
      await file.replace([]);
      await expect.poll(() => gateway.logged.join(''), { timeout: 5000, interval: 20 }).toContain('CLIENTS_FILE was read; clients: 0');
    },
    forgetLogs() {
      for (const upstream of [...Object.values(sandbox.upstreams), ...Object.values(elsewhere.upstreams)]) upstream.reset();
    },
    askedBy(name, which = () => true) {
      const requests = [sandbox, elsewhere].flatMap(({ upstreams }, at) => upstreams[name].requests.filter(which).map((request) => `${at === 0 ? '' : 'elsewhere '}${credentialOf(name, request)}`));
      return Object.fromEntries([...new Set(requests)].toSorted().map((credential) => [credential, requests.filter((one) => one === credential).length]));
    },
  };
}

/** What a request shows its upstream: a key or client id, or the key or token that it was given. */
function credentialOf(name: string, { headers, body }: LoggedRequest): string {
  if (name === 'vdab') return String(headers['x-ibm-client-id']);
  if (name === 'cso') return csoCredential(body);
  return String(headers.authorization ?? new URLSearchParams(body).get('client_id'));
}

function csoCredential(body: string): string {
  const { apiKey, username } = JSON.parse(body) as { readonly apiKey?: string; readonly username?: string };
  return String(username ?? apiKey);
}
