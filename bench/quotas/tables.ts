import { table } from '../report.ts';
import { callsAMinute, hitRate } from './figures.ts';
import { type Demand, demandOf, type Load } from './load.ts';
import type { Quota } from './model.ts';
import { neededFreshness } from './needed.ts';
import { steady, type World } from './steady.ts';
import { duration, percent } from './words.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const seed = 'quotas';
const world: Pick<World, 'seed' | 'forMs' | 'replicas' | 'shared'> = { seed, forMs: 10 * minuteMs, replicas: 1, shared: true };

/** A job site over VDAB: half of the operations are lists of 20, half are details. */
const site: Omit<Load, 'perSecond'> = { listShare: 0.5, lists: 500, pagesAList: 1, rowsAList: 20, rows: 20_000, exponent: 0.8 };
/** Figures of ICTerGezocht: readings of four pages, of 200 periods and choices. */
const figures: Omit<Load, 'perSecond'> = { listShare: 1, lists: 200, pagesAList: 4, rowsAList: 0, rows: 1, exponent: 0.8 };
/** ICTerGezocht document, Rate limits: by the account. A call waits for as long as SOURCE_TIMEOUT_MS. */
const published: Quota = { points: 200, windowMs: minuteMs, patienceMs: 8 * secondMs };

const loads = [1, 10, 50];
const freshness = [30 * secondMs, minuteMs, 2 * minuteMs, 10 * minuteMs, 60 * minuteMs];
const quotas = [60, 200, 1000];

/** What a load costs an upstream, as Markdown. @param say told of each table */
export function quotaTables(say: (line: string) => void): string {
  const demands = loads.map((perSecond) => demandOf({ ...site, perSecond }, seed));
  const made = [
    ['Upstream calls a minute, and the part of pages and rows that caused none, by freshness:', callTable(demands)],
    ['Least freshness that keeps the busiest minute within a quota, of 1, 5, 10, 30 s, 1, 2, 5, 10, 30 min, 1, 2, 6, 24 h:', neededTable(demands)],
    ['Replicas, at 10 operations a second and a freshness of 2 minutes:', replicaTable()],
    ['Readings of four pages of figures at the published quota of 200 calls a minute: calls a minute, readings that wait for a slot, readings of which a part is refused:', figureTable()],
  ] as const;
  return made
    .map(([title, text]) => {
      say(`${title}\n\n${text}\n`);
      return `${title}\n\n${text}`;
    })
    .join('\n\n');
}

function callTable(demands: readonly Demand[]): string {
  return table([['operations a second', ...freshness.map(duration)], ...demands.map((demand) => [String(demand.load.perSecond), ...freshness.map((freshMs) => callCell(demand, freshMs))])]);
}

function callCell(demand: Demand, freshMs: number): string {
  const { outcome, forMs } = steady(demand, { ...world, freshMs, quota: null });
  return `${callsAMinute(outcome, forMs).toFixed(0)} (${percent(hitRate(outcome))})`;
}

function neededTable(demands: readonly Demand[]): string {
  return table([['operations a second', ...quotas.map((points) => `${points} calls a minute`)], ...demands.map((demand) => [String(demand.load.perSecond), ...quotas.map((points) => neededCell(demand, points))])]);
}

function neededCell(demand: Demand, points: number): string {
  const freshMs = neededFreshness(demand, { ...world, forMs: 5 * minuteMs }, { points, windowMs: minuteMs });
  return freshMs === null ? 'more than 1 d' : duration(freshMs);
}

function replicaTable(): string {
  const demand = demandOf({ ...site, perSecond: 10 }, seed);
  const row = (name: string, replicas: number, shared: boolean): string[] => {
    const { outcome, forMs } = steady(demand, { ...world, replicas, shared, freshMs: 2 * minuteMs, quota: null });
    return [name, callsAMinute(outcome, forMs).toFixed(0), percent(hitRate(outcome)), percent(outcome.kept / outcome.operations)];
  };
  return table([
    ['replicas', 'calls a minute', 'caused no call', 'operations that waited for none'],
    row('1', 1, false),
    ...[2, 4, 8].map((replicas) => row(`${replicas}, each by itself`, replicas, false)),
    row('8 on one Redis', 8, true),
  ]);
}

function figureTable(): string {
  const readings = [30, 100, 300];
  const kept = [0, minuteMs, 5 * minuteMs, 30 * minuteMs];
  const demands = readings.map((aMinute) => demandOf({ ...figures, perSecond: aMinute / 60 }, seed));
  const head = ['readings a minute', ...kept.map((freshMs) => (freshMs === 0 ? 'never kept' : duration(freshMs)))];
  return table([head, ...demands.map((demand, index) => [String(readings[index]), ...kept.map((freshMs) => figureCell(demand, freshMs))])]);
}

function figureCell(demand: Demand, freshMs: number): string {
  const { outcome, forMs } = steady(demand, { ...world, freshMs, quota: published, ...(freshMs === 0 && { staleMs: 0 }) });
  return `${callsAMinute(outcome, forMs).toFixed(0)}, ${percent(outcome.delayed / outcome.operations)}, ${percent(outcome.refused / outcome.operations)}`;
}
