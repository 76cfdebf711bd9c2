import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { sqlite, storeEngines } from '../../store/engines.ts';
import { startGateway } from '../../support/gateway.ts';
import { relayTo } from '../../support/relay.ts';
import { startProcess } from './gateway-process.ts';
import { allListed, listed, sampleApplication, send, webhookOf, boardKey } from './story.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'werkgraph-resumes-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function placed({ place }: (typeof storeEngines)[number]) {
  const where = await place();
  onTestFinished(() => where.remove());
  const sandbox = await startSandbox({ scale: 0.1 });
  onTestFinished(() => sandbox.close());
  return { where, sandbox };
}

describe.each(storeEngines)('on $engine', { timeout: 60_000 }, (engine) => {
  test('a CV for which there is no room is answered 503, is told when to come again, and leaves nothing; then it is taken', async () => {
    const { where, sandbox } = await placed(engine);
    const environment = { RESUME_DIR: await folder() };
    const large = sampleApplication('F-1', { cv: Buffer.alloc(9 * 1024 * 1024, 'cv').toString('base64') });
    const full = await startProcess(sandbox, where, { environment, maxFileMb: 8 });
    onTestFinished(() => full.kill());
    expect(await send(full, sampleApplication('F-0'))).toMatchObject({ status: 201 });
    const refused = await fetch(webhookOf(full), { method: 'POST', headers: { authorization: `Bearer ${boardKey}`, 'content-type': 'application/json' }, body: JSON.stringify(large) });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect((await allListed(full)).map(({ referenceNumber }) => referenceNumber)).toEqual(['F-0']);
    await full.kill();
    const roomy = await startProcess(sandbox, where, { environment });
    onTestFinished(() => roomy.kill());
    expect(await send(roomy, large)).toMatchObject({ status: 201 });
    expect((await allListed(roomy)).map(({ referenceNumber }) => referenceNumber)).toEqual(['F-1', 'F-0']);
  });

  test('a folder of CVs that is in the way of nothing more is used again', async () => {
    const { where, sandbox } = await placed(engine);
    const resumeDir = join(await folder(), 'resumes');
    await writeFile(resumeDir, 'a file where the folder should be');
    const gateway = await startGateway({ sandbox, environment: { DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? undefined, RESUME_DIR: resumeDir } });
    onTestFinished(() => gateway.close());
    expect(await send(gateway, sampleApplication('F-2'))).toMatchObject({ status: 503, id: null });
    expect(await send(gateway, sampleApplication('F-3', { cv: '' }))).toMatchObject({ status: 201 });
    expect(gateway.logged.some((line) => line.includes('an application was not kept') && /"why":"E[A-Z]+"/.test(line))).toBe(true);
    await rm(resumeDir);
    const taken = await send(gateway, sampleApplication('F-2'));
    expect(taken.status).toBe(201);
    await rm(resumeDir, { recursive: true });
    const gone = await fetch(`${gateway.url}/applications/${taken.id}/resume`);
    expect([gone.status, await gone.json()]).toEqual([500, { errors: [{ message: 'The CV is not where it was kept; it has been logged.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
    expect(await send(gateway, sampleApplication('F-2'))).toEqual(taken);
    expect((await fetch(`${gateway.url}/applications/${taken.id}/resume`)).status).toBe(200);
  });
});

test('a SQLite file that can grow no more loses nothing that was acknowledged, and takes the rest when there is room', { timeout: 60_000 }, async () => {
  const { where, sandbox } = await placed(sqlite);
  const environment = { RESUME_DIR: await folder() };
  const full = await startProcess(sandbox, where, { environment, maxFileMb: 3 });
  onTestFinished(() => full.kill());
  const acknowledged: number[] = [];
  let refused: number | null = null;
  for (let index = 0; index < 200 && refused === null; index += 1) {
    const { status } = await send(full, letter(index));
    if (status === 201) acknowledged.push(index);
    else refused = status;
  }
  expect(refused).toBe(503);
  expect(acknowledged.length).toBeGreaterThan(10);
  await full.kill();
  const roomy = await startProcess(sandbox, where, { environment });
  onTestFinished(() => roomy.kill());
  expect((await allListed(roomy)).map(({ referenceNumber }) => referenceNumber)).toEqual(acknowledged.map((index) => `G-${index}`).toReversed());
  expect(await send(roomy, letter(acknowledged.length))).toMatchObject({ status: 201 });
});

test.each(storeEngines.filter(({ engine }) => engine === 'PostgreSQL'))('$engine that goes away is answered 503 until it is back, and nothing acknowledged is lost', { timeout: 60_000 }, async (engine) => {
  const { where, sandbox } = await placed(engine);
  const target = new URL(where.databaseUrl ?? '');
  const relay = await relayTo({ hostname: target.hostname, port: Number(target.port === '' ? 5432 : target.port) });
  target.host = `127.0.0.1:${relay.port}`;
  const gateway = await startGateway({ sandbox, environment: { DATABASE_URL: target.href } });
  onTestFinished(async () => {
    await gateway.close();
    await relay.hangUp();
  });
  const results: { reference: string; status: number }[] = [];
  const stream = Array.from({ length: 8 }, async (_, sender) => {
    for (let index = 0; index < 40; index += 1) {
      const reference = `H-${sender}-${index}`;
      if (sender === 0 && index === 15) await relay.hangUp();
      if (sender === 0 && index === 25) await relay.resume();
      results.push({ reference, status: (await send(gateway, sampleApplication(reference))).status });
    }
  });
  await Promise.all(stream);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set([201, 503]));
  const kept = new Set((await allListed(gateway)).map(({ referenceNumber }) => referenceNumber));
  expect(results.filter(({ reference, status }) => status === 201 && !kept.has(reference))).toEqual([]);
  for (const { reference } of results) expect(await send(gateway, sampleApplication(reference))).toMatchObject({ status: 201 });
  expect((await listed(gateway)).totalCount).toBe(results.length);
});

function letter(index: number) {
  return sampleApplication(`G-${index}`, { cv: '', motivation: `${index} ${'x'.repeat(60_000)}` });
}
