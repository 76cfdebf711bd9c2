import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { startGateway } from '../../support/gateway.ts';
import { allListed, sampleApplication, send } from './story.ts';

const redisUrl = process.env['TEST_REDIS_URL'];

describe.each(storeEngines)('two gateways on one store on $engine and one folder of CVs', { timeout: 60_000 }, ({ place }) => {
  test('keep each application once, whichever of them it comes to and however often, and both serve its CV', async () => {
    const sandbox = await startSandbox({ scale: 0.1 });
    const where = await place();
    const resumeDir = await mkdtemp(join(tmpdir(), 'werkgraph-resumes-'));
    const environment = { DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? undefined, RESUME_DIR: resumeDir, REDIS_URL: redisUrl, REDIS_PREFIX: `test-${randomBytes(6).toString('hex')}` };
    const gateways = await Promise.all([0, 1].map(() => startGateway({ sandbox, environment })));
    try {
      // Few different CVs, so that both write the same file at the same time.
      const deliveries = Array.from({ length: 240 }, (_, index) => ({ number: index % 60, gateway: gateways[Math.floor(index / 60) % 2] }));
      const taken = await Promise.all(
        deliveries.map(async ({ number, gateway }) => ({ number, ...(await send({ url: gateway?.url ?? '' }, sampleApplication(`R-${number}`, { cv: Buffer.from(`%PDF- ${number % 7}`).toString('base64') }))) })),
      );
      expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([201]));
      for (const [, same] of Map.groupBy(taken, ({ number }) => number)) expect(new Set(same.map(({ id }) => id)).size).toBe(1);
      for (const gateway of gateways) {
        const rows = await allListed(gateway);
        expect(rows).toHaveLength(60);
        for (const { resume, referenceNumber } of rows.slice(0, 14)) {
          const file = await fetch(`${gateway.url}${new URL(resume?.url ?? '').pathname}`);
          expect(await file.text()).toBe(`%PDF- ${Number(referenceNumber.slice(2)) % 7}`);
        }
      }
    } finally {
      await Promise.all(gateways.map((gateway) => gateway.close()));
      await where.remove();
      await rm(resumeDir, { recursive: true, force: true });
      await sandbox.close();
    }
  });
});
