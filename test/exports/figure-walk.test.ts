import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { readConfig } from '../../src/config.ts';
import { NotWhole } from '../../src/exports/errors.ts';
import { walkInsights } from '../../src/exports/figure-walk.ts';
import { openPlant } from '../../src/server/plant.ts';
import type { BoardVacancy } from '../support/insight-truth.ts';

/** A walk over 120 vacancies that broke off behind its first page; `rest` is the rows of the pages that a later run reads. */
async function brokenOff() {
  const sandbox = await startSandbox({ scale: 0.4 });
  const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-walk-'));
  const plant = await openPlant(readConfig({ ...gatewayEnvironment(sandbox), DATA_DIR: dataDir, ICTERGEZOCHT_END_DATE: 'inclusive' }), { now: () => sandbox.clock.now(), log: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    await plant.close();
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const contextOf = () => plant.contexts.forWork(plant.callers.gateway, { signal: new AbortController().signal, callMs: 5000, priority: 'bulk' });
  const filter = { referenceNumbers: null, campaigns: null, functionGroups: null };
  const walk = () => walkInsights(contextOf(), { of: 'insights', period: { from: '2020-01-01', to: '2029-12-31' }, filter }, { personal: false });
  const { value: first } = await walk().batches(null).next();
  async function rest(): Promise<readonly number[]> {
    const pages: number[] = [];
    for await (const { rows } of walk().batches(first?.next ?? null)) pages.push(rows.length);
    return pages;
  }
  return { board: sandbox.upstreams.ictergezocht, vacancies: sandbox.definitions.ictergezocht.data.vacancies as BoardVacancy[], rest };
}

test('a list that is as it was is gone on with to its end', async () => {
  const { rest, board } = await brokenOff();
  expect(await rest()).toEqual([50, 20]);
  expect(board.count('GET', /insight$/)).toBe(3);
});

test('a list that is gone on with and ends before its end is not whole, by the rows of both runs', async () => {
  const { rest, board } = await brokenOff();
  board.faults.add({ kind: 'status', status: 200, path: 'insight', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items: [], count: 120, rel: {} }) });
  await expect(rest()).rejects.toBeInstanceOf(NotWhole);
});

test('a list that changed its length between two runs is not gone on with, whether it lost a row or got one', async () => {
  const [less, more] = [await brokenOff(), await brokenOff()];
  less.vacancies.shift();
  await expect(less.rest()).rejects.toBeInstanceOf(NotWhole);
  more.vacancies.unshift({ ...more.vacancies[0], vacancyId: 1 } as BoardVacancy);
  await expect(more.rest()).rejects.toBeInstanceOf(NotWhole);
});
