import { expect, onTestFinished, test, vi } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { scopes } from '../../../src/domain/scopes.ts';
import { bearing, client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { startGateway } from '../../support/gateway.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { startTenants } from './tenants.ts';

interface Page {
  readonly vacancies: { readonly sources: readonly { readonly source: string; readonly status: string }[] };
}
interface Health {
  readonly sources: readonly { readonly source: string; readonly healthy: boolean }[];
}

const health = '{ sources { source healthy } }';
const page = 'query ($source: Source!, $first: Int) { vacancies(first: $first, sources: [$source]) { nodes { id } sources { source status } } }';
/** More than it takes to open a circuit. */
const tries = 7;

test('an account whose upstream fails is left alone, and every other account goes on', async () => {
  const all = await startTenants();
  const isHealthy = async (tenant: 'server' | 'own' | 'guest') => (await all.as<Health>(tenant, health)).data?.sources.find(({ source }) => source === 'CEGID')?.healthy;
  await all.elsewhere.upstreams.cegid.stop();
  for (let first = 1; first <= tries; first += 1) await all.as('own', page, { source: 'CEGID', first });
  expect(await isHealthy('own')).toBe(false);
  expect([await isHealthy('server'), await isHealthy('guest')]).toEqual([true, true]);
  for (const tenant of ['server', 'guest'] as const) expect((await all.as<Page>(tenant, page, { source: 'CEGID', first: 3 })).data?.vacancies.sources).toEqual([{ source: 'CEGID', status: 'OK' }]);
});

test('credentials that are refused close nothing, to nobody', async () => {
  const sandbox = await startSandbox({ scale: 0.05 });
  const wrong = {
    cso: { username: 'sandbox-cso', password: 'not-the-password' },
    vdab: { clientId: 'not-a-client-id' },
    cegid: { clientId: 'sandbox-cegid', clientSecret: 'not-the-secret' },
  };
  const file = await clientsFile([client('wrong', scopes.filter((scope) => scope !== 'admin'), { credentials: wrong })]);
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { CSO_START_ROW_BASE: '0', CLIENTS_FILE: file.path } });
  onTestFinished(async () => {
    await gateway.close();
    await Promise.all([sandbox.close(), file[Symbol.asyncDispose]()]);
  });
  for (const source of ['CSO', 'VDAB', 'CEGID']) {
    for (let first = 1; first <= tries; first += 1) {
      const { data } = await gateway.query<Page>(page, { source, first }, bearing(keyOf('wrong')));
      expect(data?.vacancies.sources).toEqual([{ source, status: 'FAILED' }]);
    }
  }
  // CSO is not asked again by whom it has just refused: only an operator can mend that.
  expect(callsOf(sandbox)['cso getApiKey']).toBe(1);
  for (const headers of [{}, bearing(keyOf('wrong')).headers]) {
    expect((await gateway.query<Health>(health, {}, { headers })).data?.sources.filter(({ healthy }) => !healthy)).toEqual([]);
  }
  for (const source of ['CSO', 'VDAB', 'CEGID']) expect((await gateway.query<Page>(page, { source, first: 3 })).data?.vacancies.sources).toEqual([{ source, status: 'OK' }]);
});

test.each([
  ['CSO', 'cso', 'getApiKey', 'cso getApiKey'],
  ['CEGID', 'cegid', 'token', 'cegid POST api/token'],
] as const)('%s is left alone when it gives out no key or token: that is asked for no more', async (source, name, path, call) => {
  const sandbox = await startSandbox({ scale: 0.05 });
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { CSO_START_ROW_BASE: '0' } });
  onTestFinished(async () => {
    await gateway.close();
    await sandbox.close();
  });
  // It is left alone for seconds, which may be what a busy machine takes for this: the clock stands.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  sandbox.upstreams[name].faults.add({ kind: 'status', status: 500, path });
  for (let first = 1; first <= tries; first += 1) await gateway.query(page, { source, first });
  expect((await gateway.query<Health>(health)).data?.sources.find((one) => one.source === source)?.healthy).toBe(false);
  const asked = callsOf(sandbox)[call] ?? 0;
  expect(asked).toBeLessThanOrEqual(tries * 3);
  for (let first = 11; first <= 15; first += 1) await gateway.query(page, { source, first });
  expect(callsOf(sandbox)).toEqual({ [call]: asked });
});
