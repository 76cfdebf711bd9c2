import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { bearing, client, type ClientsFile, clientsFile } from '../../support/clients-file.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { type Issuer, startIssuer } from '../../support/issuer.ts';
import { callsOf } from '../../support/upstream-calls.ts';

const who = '{ viewer { id name scopes } }';
const open = ['vacancies:read', 'organisations:read', 'enumerations:read'];
let sandbox: Sandbox;
let file: ClientsFile;
let issuer: Issuer;
let gateway: TestGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.02 });
  issuer = await startIssuer(() => sandbox.clock.now());
  file = await clientsFile([client('portal', ['vacancies:write'], { credentials: { cso: { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' } } })]);
  gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { CLIENTS_FILE: file.path, ANONYMOUS_SCOPES: undefined, CSO_START_ROW_BASE: '0', ...issuer.environment } });
});
afterAll(async () => {
  await gateway.close();
  await Promise.all([sandbox.close(), issuer[Symbol.asyncDispose](), file[Symbol.asyncDispose]()]);
});
beforeEach(() => {
  for (const upstream of Object.values(sandbox.upstreams)) upstream.reset();
  issuer.answer = 'keys';
});

describe('who shows a token', () => {
  test('is the client that it names, with the scopes that it names and those of anybody', async () => {
    const { data } = await gateway.query(who, {}, bearing(await issuer.token({ client_id: 'app', scope: 'insights:read unknown:scope admin' })));
    expect(data).toEqual({ viewer: { id: 'app', name: 'app', scopes: [...open, 'insights:read', 'admin'] } });
  });

  test('has the name and the credentials of the client in the file that it names, and not the scopes', async () => {
    const options = bearing(await issuer.token({ client_id: 'portal', scope: 'insights:read' }));
    expect((await gateway.query(who, {}, options)).data).toEqual({ viewer: { id: 'portal', name: 'Client portal', scopes: [...open, 'insights:read'] } });
    const { data } = await gateway.query<{ vacancies: { nodes: readonly { id: string }[] } }>('{ vacancies(first: 100, sources: [CSO]) { nodes { id } } }', {}, options);
    const visible = sandbox.definitions.cso.data.jobsFor('sandbox-cso-2').map(({ code }) => `cso:vacancy:${code}`);
    expect(data?.vacancies.nodes.map(({ id }) => id)).toEqual(visible.slice(0, 100));
  });

  test('pages on with its key where it began with its token: it is the same client', async () => {
    const page = 'query ($after: String) { vacancies(first: 1, sources: [CSO], after: $after) { pageInfo { endCursor } } }';
    const { data } = await gateway.query<{ vacancies: { pageInfo: { endCursor: string } } }>(page, {}, bearing(await issuer.token({ client_id: 'portal' })));
    const after = data?.vacancies.pageInfo.endCursor;
    expect((await gateway.query(page, { after }, bearing('key-of-portal'))).errors).toEqual([]);
    expect((await gateway.query(page, { after }, bearing(await issuer.token({ client_id: 'another' })))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('a token whose subject alone has the name of a client of the file is nobody’s', async () => {
  const [portal, somebody, byParty] = await Promise.all([{ sub: 'portal' }, { sub: 'somebody' }, { sub: 'somebody', azp: 'portal' }].map(async (claims) => gateway.query(who, {}, bearing(await issuer.token({ client_id: undefined, ...claims })))));
  expect(portal?.status).toBe(401);
  expect(somebody?.data).toMatchObject({ viewer: { id: 'somebody' } });
  expect(byParty?.data).toMatchObject({ viewer: { id: 'portal' } });
});

test('a wrong token is answered as a wrong key is, and asks nothing of an upstream', async () => {
  const answers = await Promise.all([issuer.token({ aud: 'https://elsewhere.example/' }), issuer.token({}, { exp: null }), Promise.resolve('wrong-key')].map(async (made) => gateway.query('{ vacancies { nodes { id } } }', {}, bearing(await made))));
  for (const { status, headers, errors } of answers) {
    expect([status, headers.get('www-authenticate'), errors]).toEqual([401, 'Bearer', answers[0]?.errors]);
  }
  expect(callsOf(sandbox)).toEqual({});
});

test('while the issuer is away and its keys are not known, a token is answered 503, a key as ever, and nobody is taken for anybody', async () => {
  issuer.answer = 'failure';
  const cold = await startGateway({ sandbox, environment: { CLIENTS_FILE: file.path, ANONYMOUS_SCOPES: undefined, ...issuer.environment } });
  try {
    const { status, headers, errors, data } = await cold.query(who, {}, bearing(await issuer.token({ client_id: 'planted-id' })));
    expect([status, headers.get('retry-after'), data]).toEqual([503, '5', null]);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 5 } }]);
    expect((await cold.query(who, {}, bearing('key-of-portal'))).data).toMatchObject({ viewer: { id: 'portal' } });
    expect((await cold.query(who)).data).toMatchObject({ viewer: { id: 'anonymous' } });
    expect(cold.logged.filter((line) => line.includes('The keys of JWT_ISSUER cannot be had'))).toHaveLength(1);
    expect(cold.logged.join('')).not.toContain('planted');
  } finally {
    await cold.close();
  }
});
