import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { kept, received } from '../forwarding/world.ts';
import { sqlite } from '../store/engines.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

test('deliveries are listed, and tried anew by id or all that failed', async () => {
  const where = await sqlite.place();
  const store = await openStore({ ...where, now: Date.now });
  const werkgraph = (...words: readonly string[]) =>
    new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((resolve) => {
      execFile(process.execPath, [cli, ...words], { env: { VDAB_CLIENT_ID: 'unused', DATA_DIR: where.dataDir } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
    });
  for (const client of ['portal-x', 'portal-y']) {
    await received(store, client);
    const [claimed] = await store.deliveries.claim({ client, limit: 1, holder: 'one', leaseMs: 1000 });
    if (claimed !== undefined) await store.deliveries.settle(claimed, 'one', { at: new Date(), durationMs: 1, httpStatus: 410, fault: 'GONE' }, { status: 'FAILED' });
  }
  const listed = await werkgraph('deliveries', 'list', '--client', 'portal-x', '--status', 'FAILED');
  expect([listed.code, listed.out.trim().split('\n').length]).toEqual([0, 2]);
  const [id, status, client, application, , attempts, last] = listed.out.trim().split('\n')[1]?.split('\t') ?? [];
  expect([status, client, application, attempts, last]).toEqual(['FAILED', 'portal-x', 'ictergezocht:application:1', '1', 'GONE 410']);
  expect(await werkgraph('deliveries', 'replay', id ?? '')).toMatchObject({ code: 0, out: 'Deliveries tried anew: 1\n' });
  expect(await werkgraph('deliveries', 'replay', '--failed')).toMatchObject({ code: 0, out: 'Deliveries tried anew: 1\n' });
  expect((await kept(store)).map((one) => one.status)).toEqual(['PENDING', 'PENDING']);
  expect(await werkgraph('deliveries', 'replay', 'nothing')).toMatchObject({ code: 1, err: expect.stringContaining('no delivery of this id') });
  expect(await werkgraph('deliveries', 'replay')).toMatchObject({ code: 1, err: expect.stringContaining('either the id of a delivery or --failed') });
  await store.close();
  await where.remove();
}, 120_000);
