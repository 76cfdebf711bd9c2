import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eraseApplicationsOf } from '../../src/server/forget-applications.ts';
import { resumeFilesIn } from '../../src/store/resume-files.ts';
import { sqlite } from '../store/engines.ts';
import { openTestStore } from '../store/open.ts';

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
