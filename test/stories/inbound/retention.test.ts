import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { startSandbox } from '../../../sandbox/index.ts';
import { resumeFilesIn } from '../../../src/store/resume-files.ts';
import { type StoreEngine, storeEngines } from '../../store/engines.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { allListed, sampleApplication, send } from './story.ts';

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const dayMs = 24 * 60 * 60 * 1000;

async function placed({ place }: StoreEngine) {
  const where = await place();
  onTestFinished(() => where.remove());
  const sandbox = await startSandbox({ scale: 0.1 });
  onTestFinished(() => sandbox.close());
  const resumeDir = await mkdtemp(join(tmpdir(), 'werkgraph-resumes-'));
  onTestFinished(() => rm(resumeDir, { recursive: true, force: true }));
  const environment = { DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '', RESUME_DIR: resumeDir, ANONYMOUS_SCOPES: 'applications:read admin' };
  const start = async (change: Readonly<Record<string, string>> = {}, now: () => number = Date.now) => {
    const gateway = await startGateway({ sandbox, environment: { ...environment, ...change }, now });
    onTestFinished(() => gateway.close());
    return gateway;
  };
  return { sandbox, resumeDir, environment, start };
}

describe.each(storeEngines)('on $engine', { timeout: 60_000 }, (engine) => {
  test('applications are forgotten with their CVs when their time is over, and the log says how many', async () => {
    const { resumeDir, start } = await placed(engine);
    let at = Date.now();
    const first = await start({}, () => at);
    await send(first, sampleApplication('old-1'));
    await send(first, sampleApplication('old-2', { cv: Buffer.from('shared').toString('base64') }));
    at += 100 * dayMs;
    await send(first, sampleApplication('new-1', { cv: Buffer.from('shared').toString('base64') }));
    at += 81 * dayMs;
    expect(await filesIn(resumeDir)).toBe(2);
    const forever = await start({ APPLICATION_RETENTION_DAYS: '0' }, () => at);
    await expect.poll(() => logOf(forever)).toEqual([]);
    expect(await allListed(forever)).toHaveLength(3);
    const second = await start({}, () => at);
    await expect.poll(() => logOf(second), { timeout: 10_000 }).toEqual([{ operation: 'purgeApplications', outcome: 'DONE', target: '2 applications, 1 CVs, 0 pending deliveries', inputHash: null }]);
    expect((await allListed(second)).map(({ referenceNumber }) => referenceNumber)).toEqual(['new-1']);
    expect(await filesIn(resumeDir)).toBe(1);
  });

  test('a CV that a crash left without an application is removed once it can be on its way no more', async () => {
    const { resumeDir, start } = await placed(engine);
    const [stray, fresh] = await Promise.all(['stray', 'fresh'].map((text) => resumeFilesIn(resumeDir).keep(Buffer.from(text))));
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await utimes(join(resumeDir, stray?.slice(0, 2) ?? '', stray?.slice(2, 4) ?? '', stray ?? ''), longAgo, longAgo);
    const gateway = await start();
    await expect.poll(() => logOf(gateway), { timeout: 10_000 }).toMatchObject([{ target: '0 applications, 1 CVs, 0 pending deliveries' }]);
    const files = resumeFilesIn(resumeDir);
    expect([await files.has(stray ?? ''), await files.has(fresh ?? '')]).toEqual([false, true]);
  });

  test('a person is erased by e-mail address, and the log holds who it was for nobody', async () => {
    const { sandbox, resumeDir, environment, start } = await placed(engine);
    const gateway = await start();
    await send(gateway, sampleApplication('E-1'));
    await send(gateway, sampleApplication('E-2', { email: 'ZOE.vantHof@Example.org', cv: Buffer.from('another').toString('base64') }));
    const other = await send(gateway, sampleApplication('E-3', { email: 'other@example.org', vriend: 'zoe.vanthof@example.org' }));
    const variables = { ...process.env, ...gatewayEnvironment(sandbox), ...environment };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, 'applications', 'erase', '--email', 'Zoe.Vanthof@example.org'], { env: variables });
    const [said = '', mentioned = ''] = stdout.trim().split('\n');
    // E-3 has the same CV as E-1: that is kept.
    expect(said).toMatch(/^Erased: 2 applications, 1 CVs, 0 pending deliveries\. In the log: [0-9a-f]{64}$/);
    expect(mentioned).toContain(`${other.id}`);
    expect(stderr).toBe('');
    expect((await allListed(gateway)).map(({ referenceNumber }) => referenceNumber)).toEqual(['E-3']);
    expect(await filesIn(resumeDir)).toBe(1);
    const log = await logOf(gateway);
    expect(log).toEqual([{ operation: 'eraseApplications', outcome: 'DONE', target: '2 applications, 1 CVs, 0 pending deliveries', inputHash: said.slice(-64) }]);
    expect(JSON.stringify(log)).not.toMatch(/zoe/i);
    const again = await promisify(execFile)(process.execPath, [cli, 'applications', 'erase', '--email', 'zoe.vanthof@example.org'], { env: variables });
    expect(again.stdout).toMatch(/^Erased: 0 applications, 0 CVs/);
  });
});

async function logOf(gateway: Pick<TestGateway, 'query'>): Promise<readonly unknown[]> {
  const { data } = await gateway.query<{ mutationLog: { nodes: unknown[] } }>('{ mutationLog { nodes { operation outcome target inputHash } } }');
  return data?.mutationLog.nodes ?? [];
}

async function filesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
