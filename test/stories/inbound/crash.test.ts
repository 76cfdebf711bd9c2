import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { type GatewayProcess, startProcess } from './gateway-process.ts';
import { allListed, sampleApplication, send } from './story.ts';

const total = 1000;
const senders = 12;
/** Every other application has a CV of its own. */
const applications = Array.from({ length: total }, (_, index) => {
  const cv = index % 2 === 0 ? Buffer.concat([Buffer.from(`%PDF- ${index} `), randomBytes(200 + index)]) : null;
  return { cv, sent: sampleApplication(`K-${index}`, cv === null ? { cv: '', filename: '' } : { cv: cv.toString('base64') }) };
});

describe.each(storeEngines)('a gateway on $engine that is killed again and again while 1,000 applications come', { timeout: 180_000 }, ({ place }) => {
  test('has every one that it acknowledged, once, with its CV whole', async () => {
    const sandbox = await startSandbox({ scale: 0.1 });
    const where = await place();
    const resumeDir = await mkdtemp(join(tmpdir(), 'werkgraph-resumes-'));
    const start = () => startProcess(sandbox, where, { environment: { RESUME_DIR: resumeDir } });
    let gateway: GatewayProcess = await start();
    /** By place: the number that was acknowledged. One that fails is sent again, as the board does. */
    const acknowledged = new Map<number, number>();
    let next = 0;
    let cutOff = 0;
    const over = new AbortController();

    async function sender(): Promise<void> {
      for (let index = next++, [one] = applications.slice(index); one !== undefined; index = next++, [one] = applications.slice(index, index + 1)) {
        const { sent } = one;
        for (;;) {
          const taken = await send(gateway, sent).catch(() => null);
          if (taken?.status === 201 && taken.id !== null) {
            acknowledged.set(index, taken.id);
            break;
          }
          cutOff += 1;
          await sleep(20);
        }
      }
    }
    async function killer(): Promise<number> {
      let kills = 0;
      for (; !over.signal.aborted && kills < 5; kills += 1) {
        await sleep(100 + Math.random() * 400);
        await gateway.kill();
        gateway = await start();
      }
      return kills;
    }
    try {
      const killing = killer();
      await Promise.all(Array.from({ length: senders }, sender));
      over.abort();
      expect(await killing).toBeGreaterThan(1);
      expect(cutOff).toBeGreaterThan(0);
      await gateway.kill();
      gateway = await start();

      expect(acknowledged.size).toBe(total);
      const rows = await allListed(gateway);
      const byNumber = Map.groupBy(rows, ({ referenceNumber }) => referenceNumber);
      expect(rows).toHaveLength(total);
      for (const [index, { cv }] of applications.entries()) {
        const [row] = byNumber.get(`K-${index}`) ?? [];
        expect(row?.id).toBe(`ictergezocht:application:${acknowledged.get(index)}`);
        expect(row?.resume?.sha256 ?? null).toBe(cv === null ? null : sha256(cv));
        if (row?.resume === undefined || row.resume === null) continue;
        const answer = await fetch(`${gateway.url}/applications/${acknowledged.get(index)}/resume`);
        expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(row.resume.sha256);
      }
    } finally {
      await gateway.kill();
      await where.remove();
      await rm(resumeDir, { recursive: true, force: true });
      await sandbox.close();
    }
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
