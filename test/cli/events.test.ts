import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { openStore } from '../../src/store/index.ts';
import { sqlite, type StorePlace } from '../store/engines.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
let sandbox: Sandbox;
let where: StorePlace;
beforeAll(async () => {
  [sandbox, where] = [await startSandbox({ scale: 0.02 }), await sqlite.place()];
});
afterAll(async () => {
  await sandbox.close();
  await where.remove();
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

async function run(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const variables = { PATH: process.env['PATH'], ...gatewayEnvironment(sandbox), DATA_DIR: where.dataDir, PUBLIC_URL: 'https://graph.example', ...environment };
  const child = spawn(process.execPath, [cli, ...parameters], { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, said };
}

const told = (sourceId: string) => ({ event: 'vacancy_update', about: 'vacancy' as const, sourceId, change: 'UPDATED' as const, nativeStatus: null, owner: null });
const hooks = () => sandbox.definitions.cegid.hooks().map(({ event, callbackUrl, pingUrl }) => `${event} ${callbackUrl} ${pingUrl}`);
const at = (event: string, site = 'graph') => `${event} https://${site}.example/webhooks/cegid/events https://${site}.example/webhooks/cegid/ping`;

describe('npx werkgraph events', () => {
  test('lists what upstreams told, and has what is dead worked on again', async () => {
    const store = await openStore({ ...where, now: Date.now });
    await store.webhookEvents.receive({ source: 'CEGID', fingerprint: 'x', expiresAt: 0, events: [told('R-1'), told('R-2')] });
    const [dead, done] = await store.webhookEvents.claim({ holder: 'a', leaseMs: 1000 }, 5);
    await store.webhookEvents.failed(String(dead?.id), 'a', { code: 'UPSTREAM_TIMEOUT', message: 'Cegid took too long.', nextAt: null });
    await store.webhookEvents.done([String(done?.id)], 'a');
    const listed = await run(['events', 'list', '--status', 'DEAD']);
    expect(listed.out.split('\n')[1]?.split('\t')).toEqual([`werkgraph:event:${dead?.id}`, 'DEAD', expect.any(String), 'CEGID', 'vacancy_update', 'cegid:vacancy:R-1', '1', 'UPSTREAM_TIMEOUT Cegid took too long.']);
    expect((await run(['events', 'list'])).out.trim().split('\n')).toHaveLength(3);
    expect(await run(['events', 'replay', '--dead'])).toMatchObject({ code: 0, out: '1 events are worked on again\n' });
    expect(await run(['events', 'replay', `werkgraph:event:${done?.id}`])).toMatchObject({ code: 0 });
    expect(await run(['events', 'replay', 'werkgraph:event:none'])).toMatchObject({ code: 1, said: 'There is no event of this id that has ended.\n' });
    expect((await run(['events', 'replay'])).code).not.toBe(0);
    expect(await store.webhookEvents.count('PENDING')).toBe(2);
    await store.close();
  });
});

describe('npx werkgraph webhooks sync', () => {
  const two = { CEGID_WEBHOOK_EVENTS: 'vacancy_new vacancy_update' };

  test('says what it would do, does it, and does nothing when it is done again', async () => {
    const dry = await run(['webhooks', 'sync', '--dry-run'], two);
    expect([dry.code, dry.out.split('\n')[0], hooks()]).toEqual([0, 'subscribe\tCEGID\tvacancy_new\thttps://graph.example/webhooks/cegid/events', []]);
    expect((await run(['webhooks', 'sync'], two)).code).toBe(0);
    expect(hooks()).toEqual([at('vacancy_new'), at('vacancy_update')]);
    const again = await run(['webhooks', 'sync'], two);
    expect([again.out.match(/^keep/gm)?.length, hooks().length]).toEqual([2, 2]);
  });

  test('ends what is not wanted any more, and what is at an address that it had before', async () => {
    await run(['webhooks', 'sync'], { CEGID_WEBHOOK_EVENTS: 'vacancy_update vacancy_deleted' });
    expect(hooks().toSorted()).toEqual([at('vacancy_deleted'), at('vacancy_update')]);
    await run(['webhooks', 'sync'], { CEGID_WEBHOOK_EVENTS: 'vacancy_update', PUBLIC_URL: 'https://new.example' });
    expect(hooks()).toEqual([at('vacancy_update', 'new')]);
  });

  test('subscribes to every known event unless it is told which', async () => {
    await run(['webhooks', 'sync']);
    expect(hooks()).toHaveLength(8);
  });

  test('says what is missing', async () => {
    expect(await run(['webhooks', 'sync'], { PUBLIC_URL: '' })).toMatchObject({ code: 1, said: expect.stringContaining('PUBLIC_URL is not set, or is an address of its own machine') });
    expect(await run(['webhooks', 'sync', '--client', 'nobody'])).toMatchObject({ code: 1, said: expect.stringContaining('nobody') });
    expect(await run(['webhooks', 'sync'], { CEGID_WEBHOOK_EVENTS: 'vacancy_sneezed' })).toMatchObject({ code: 1, said: expect.stringContaining('vacancy_sneezed') });
  });
});
