import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { PostingChange } from '../../src/store/postings.ts';
import { type StorePlace, storeEngines } from './engines.ts';

const opener = fileURLToPath(new URL('processes/opener.ts', import.meta.url));

describe.each(storeEngines)('processes on $engine', ({ place }) => {
  test('four that start at once on nothing all find the tables', async () => {
    const where = await place();
    const startAt = Date.now() + 1500;
    const children = ['a', 'b', 'c', 'd'].map((name) => start(where, startAt, name));
    try {
      await Promise.all(children.map(hasWritten));
      const store = await openStore({ ...where, now: Date.now });
      expect((await store.audit.page({ client: null, first: 10, after: null })).rows.map(({ client }) => client).toSorted()).toEqual(['a', 'b', 'c', 'd']);
      await store.close();
    } finally {
      await Promise.all(children.map(end));
      await where.remove();
    }
  });

  test('two stores beside each other know nothing of one another', async () => {
    const [one, other] = [await place(), await place()];
    const stores = await Promise.all([one, one, other, other].map((where) => openStore({ ...where, now: Date.now })));
    await stores[0]?.webhookSubscriptions.add({ client: 'x', source: 'CEGID', event: 'e', callbackUrl: 'https://a.example', pingUrl: null, hookId: null });
    expect(await Promise.all(stores.map(async ({ webhookSubscriptions }) => (await webhookSubscriptions.list('x', null)).length))).toEqual([1, 1, 0, 0]);
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all([one.remove(), other.remove()]);
  });

  test('two stores on one place write side by side, in transactions too', async () => {
    const where = await place();
    const stores = await Promise.all([openStore({ ...where, now: Date.now }), openStore({ ...where, now: Date.now })]);
    await Promise.all(Array.from({ length: 200 }, (_, index) => stores[index % 2]?.postings.save(posting(index))));
    expect(await stores[0]?.postings.count('x', null)).toBe(10);
    await Promise.all(stores.map((store) => store.close()));
    await where.remove();
  });

  test('what was written is there after the writer is killed', async () => {
    const where = await place();
    const child = start(where, 0, 'killed');
    await hasWritten(child);
    await end(child);
    const store = await openStore({ ...where, now: Date.now });
    expect(await store.audit.count('killed')).toBe(1);
    await store.close();
    await where.remove();
  });
});

function posting(index: number): PostingChange {
  return { client: 'x', referenceNumber: `R-${index % 10}`, title: null, channels: [] };
}

function start({ databaseUrl, dataDir }: StorePlace, startAt: number, name: string): ChildProcess {
  return spawn(process.execPath, [opener, databaseUrl ?? '', dataDir, String(startAt), name], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function hasWritten(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the process ended before it wrote')));
  if (child.stdout === null) throw new Error('the process has no output');
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
