import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eraseApplicationsOf, forgetOldApplications } from '../../../src/server/inbound/forget-applications.ts';
import { resumeFilesIn } from '../../../src/store/resume-files.ts';
import { sqlite } from '../../store/engines.ts';
import { openTestStore, startAt } from '../../store/open.ts';

const sha256 = 'ab'.repeat(32);

test('an erasure that fails on its way stands in the log as begun', async () => {
  await using opened = await openTestStore(sqlite);
  const { store, clock } = opened;
  const directory = await mkdtemp(join(tmpdir(), 'werkgraph-erase-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const resume = { sha256, byteLength: 3, fileName: null, contentType: 'application/pdf' };
  const zoe = { source: 'ICTERGEZOCHT', account: null, referenceNumber: 'R-1', name: 'Zoë', email: 'zoe@example.org', phone: null, city: null, motivation: null, origin: '', campaign: '', custom: {} } as const;
  await store.applications.receive({ ...zoe, resume }, { sameWithinMs: 1, hasOwnAccount: () => false, isForwarded: () => false });
  // A folder where the file should be is what cannot be removed as one.
  await mkdir(join(directory, 'ab', 'ab', sha256), { recursive: true });
  await expect(eraseApplicationsOf({ store, resumeFiles: resumeFilesIn(directory), now: () => clock.at }, 'zoe@example.org', 'hash')).rejects.toThrow('directory');
  expect((await store.audit.page({ client: null, first: 5, after: null })).rows).toMatchObject([{ operation: 'eraseApplications', outcome: 'BEGUN', inputHash: 'hash' }]);
});

test('a CV that cannot be removed holds up none behind it, and is tried again the next time; the log is begun before anything is removed', async () => {
  await using opened = await openTestStore(sqlite);
  const { store, clock } = opened;
  const directory = await mkdtemp(join(tmpdir(), 'werkgraph-retention-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const files = resumeFilesIn(directory);
  const zoe = { source: 'ICTERGEZOCHT', account: null, referenceNumber: 'R-1', name: 'Zoë', email: 'zoe@example.org', phone: null, city: null, motivation: null, origin: '', campaign: '', custom: {} } as const;
  const whole = await files.keep(Buffer.from('whole'));
  const stray = await files.keep(Buffer.from('stray'));
  const pathOf = (name: string) => join(directory, name.slice(0, 2), name.slice(2, 4), name);
  const stuck = '00'.repeat(32);
  await mkdir(pathOf(stuck), { recursive: true });
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [stray, stuck]) await utimes(pathOf(name), longAgo, longAgo);
  for (const [index, name] of [stuck, whole].entries()) {
    const resume = { sha256: name, byteLength: 5, fileName: null, contentType: 'application/pdf' };
    await store.applications.receive({ ...zoe, referenceNumber: `R-${index}`, resume }, { sameWithinMs: 1, hasOwnAccount: () => false, isForwarded: () => false });
  }
  clock.at = startAt + 10 * 24 * 60 * 60 * 1000;
  const outcomesWhileRemoving: string[] = [];
  const applications = {
    ...store.applications,
    async removeReceivedBefore(before: Date) {
      outcomesWhileRemoving.push(...(await log()).map(({ outcome }) => outcome));
      return store.applications.removeReceivedBefore(before);
    },
  };
  const log = async () => (await store.audit.page({ client: null, first: 5, after: null })).rows;
  const notRemoved: string[] = [];
  const forget = () => forgetOldApplications({ store: { applications, audit: store.audit }, resumeFiles: files, now: () => clock.at }, 5, new AbortController().signal, (_error, name) => void notRemoved.push(name));
  expect(await forget()).toEqual({ applications: 2, resumes: 2, pendingDeliveries: 0 });
  expect([await files.has(whole), await files.has(stray), outcomesWhileRemoving]).toEqual([false, false, ['BEGUN']]);
  expect(new Set(notRemoved)).toEqual(new Set([stuck]));
  expect(await log()).toMatchObject([{ operation: 'purgeApplications', outcome: 'FAILED', target: '2 applications, 2 CVs, 0 pending deliveries' }]);
  await rm(pathOf(stuck), { recursive: true });
  expect(await forget()).toEqual({ applications: 0, resumes: 0, pendingDeliveries: 0 });
  expect(await log()).toHaveLength(1);
});

test('what a retention that fails on its way had forgotten stands in the log', async () => {
  await using opened = await openTestStore(sqlite);
  const { store, clock } = opened;
  const directory = await mkdtemp(join(tmpdir(), 'werkgraph-retention-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const zoe = { source: 'ICTERGEZOCHT', account: null, referenceNumber: 'R-1', name: 'Zoë', email: 'zoe@example.org', phone: null, city: null, motivation: null, origin: '', campaign: '', custom: {} } as const;
  await store.applications.receive({ ...zoe, resume: null }, { sameWithinMs: 1, hasOwnAccount: () => false, isForwarded: () => false });
  clock.at = startAt + 10 * 24 * 60 * 60 * 1000;
  const broken = new Error('the folder cannot be read');
  const resumeFiles = {
    ...resumeFilesIn(directory),
    async *writtenBefore(): AsyncGenerator<string> {
      yield* [];
      throw broken;
    },
  };
  const run = forgetOldApplications({ store, resumeFiles, now: () => clock.at }, 5, new AbortController().signal, () => undefined);
  await expect(run).rejects.toBe(broken);
  expect((await store.audit.page({ client: null, first: 5, after: null })).rows).toMatchObject([{ operation: 'purgeApplications', outcome: 'FAILED', target: '1 applications, 0 CVs, 0 pending deliveries' }]);
});
