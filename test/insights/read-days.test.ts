import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { addDays } from '../../src/domain/days.ts';
import { isSettled, readDays } from '../../src/insights/read-days.ts';
import { chooseSources } from '../../src/federate/choose.ts';
import { tallyOf } from '../../src/insights/tally.ts';
import { openPlant } from '../../src/server/plant.ts';
import { dayOf, InsightTruth } from '../support/insight-truth.ts';

/** What a command works with, on a sandbox. */
async function commandOn(scale: number) {
  const sandbox = await startSandbox({ scale });
  const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-day-'));
  const config = readConfig({ ...gatewayEnvironment(sandbox), DATA_DIR: dataDir, ICTERGEZOCHT_END_DATE: 'inclusive' });
  const plant = await openPlant(config, { now: () => sandbox.clock.now(), log: pino({ level: 'silent' }) });
  onTestFinished(async () => {
    await plant.close();
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const work = (): Context => plant.contexts.forWork(plant.callers.gateway, { signal: new AbortController().signal, callMs: 5000, priority: 'bulk' });
  return { sandbox, work, board: sandbox.upstreams.ictergezocht };
}

/** One day of the board. */
async function readDay(context: Context, day: string) {
  const board = chooseSources(context.sources, ['ICTERGEZOCHT'], 'insightPages').able[0];
  if (board === undefined) throw new Error('no board');
  const { days, failure } = await readDays(context, board, [day]);
  const reading = days.get(day);
  return { rows: reading?.rows ?? [], complete: reading?.complete ?? false, failure };
}

test('the rows of a day are its vacancies with figures, read once where it is no longer corrected', async () => {
  const { sandbox, work, board } = await commandOn(0.3);
  const truth = new InsightTruth(sandbox);
  const day = addDays(dayOf(sandbox.clock.now()), -6);
  const read = await readDay(work(), day);
  expect(read).toMatchObject({ complete: true, failure: null });
  const { clicks, cost, applications } = tallyOf(read.rows).group();
  expect({ clicks, cost, applications }).toEqual(truth.all({ from: day, to: day }));
  expect(read.rows.every((row) => row.contactName === null && row.contactEmail === null)).toBe(true);
  expect(new Set(read.rows.map(({ sourceId }) => sourceId)).size).toBe(read.rows.length);
  expect(read.rows.length).toBeLessThan(truth.vacancies.length);
  expect(board.requests).toHaveLength(2);
  expect(await readDay(work(), day)).toEqual(read);
  expect(board.requests).toHaveLength(2);
});

test('a day that cannot be read whole says so, and is not kept', async () => {
  const { sandbox, work, board } = await commandOn(0.3);
  const day = addDays(dayOf(sandbox.clock.now()), -6);
  board.faults.add({ kind: 'status', status: 403 });
  expect(await readDay(work(), day)).toMatchObject({ rows: [], complete: false, failure: { code: 'UPSTREAM_ERROR', upstreamStatus: 403 } });
  board.faults.clear();
  expect(await readDay(work(), day)).toMatchObject({ complete: true, failure: null });
});

test('a day is final by when it was read, in Amsterdam, not by when that is looked at', () => {
  // Midnight of the fourth day behind it, in summer.
  expect(isSettled('2026-07-01', Date.parse('2026-07-04T21:59:59Z'))).toBe(false);
  expect(isSettled('2026-07-01', Date.parse('2026-07-04T22:00:00Z'))).toBe(true);
});
