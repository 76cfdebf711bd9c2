import { table } from '../report.ts';
import { type Load, operationsOf } from './load.ts';
import type { Operation, Setting } from './model.ts';
import { type Calls, openReplay } from './replay.ts';
import { simulate } from './simulate.ts';
import { usual } from './steady.ts';

const minuteMs = 60_000;
/** The gateway's own, of VDAB: `src/datasources/vdab/client.ts`, `src/datasources/vdab/vacancy-store.ts`. */
const pageLife = { freshMs: minuteMs, staleMs: 10 * minuteMs };
const rowLife = { freshMs: 2 * minuteMs, staleMs: 60 * minuteMs };

/** How freshness varies is chance, at the gateway and here: of this many simulations the mean. */
export const simulations = 20;

/** Small enough to be sent one by one, and with enough askings for the same that a cache matters. */
const load: Omit<Load, 'rows' | 'pagesAList' | 'perSecond'> = { listShare: 0.5, lists: 10, rowsAList: 8, exponent: 0.9 };

export interface Compared {
  readonly name: string;
  readonly simulated: Calls;
  readonly measured: Calls;
}

export interface CheckOptions {
  readonly operations: number;
  /** The time that they are spread over, by the gateways' clock. */
  readonly minutes: number;
  readonly seed: string;
  /** Where replicas meet; null: those that share are left out. */
  readonly redisUrl: string | null;
}

/** The same operations simulated, and sent to real gateways, with what VDAB was asked by both. */
export async function compare({ operations, minutes, seed, redisUrl }: CheckOptions): Promise<Compared[]> {
  await using replay = await openReplay({ ...load, perSecond: operations / (minutes * 60) }, seed);
  const variants = [
    { name: 'one process', replicas: 1, redis: null },
    { name: 'two replicas, each by itself', replicas: 2, redis: null },
    ...(redisUrl === null ? [] : [{ name: 'two replicas on one Redis', replicas: 2, redis: redisUrl }]),
  ];
  const compared: Compared[] = [];
  for (const { name, replicas, redis } of variants) {
    const sent = [...operationsOf(replay.demand, { seed, forMs: minutes * minuteMs, replicas })];
    const setting: Setting = { ...usual, pageLife, rowLife, replicas, shared: redis !== null, latencyMs: 0, quota: null };
    compared.push({ name, simulated: simulated(sent, setting, seed), measured: await replay.run(sent, replicas, redis) });
  }
  return compared;
}

function simulated(sent: readonly Operation[], setting: Setting, seed: string): Calls {
  const runs = Array.from({ length: simulations }, (_run, index) => simulate(sent, setting, { seed: `${seed} ${index}` }));
  const mean = (calls: 'pageCalls' | 'rowCalls') => runs.reduce((sum, run) => sum + run[calls].length, 0) / simulations;
  return { pages: mean('pageCalls'), rows: mean('rowCalls') };
}

/** By how much what was simulated is off, as a part of what was measured. */
export function deviations({ simulated, measured }: Compared): Calls {
  return { pages: simulated.pages / measured.pages - 1, rows: simulated.rows / measured.rows - 1 };
}

/** As Markdown. */
export function checkTable(compared: readonly Compared[]): string {
  const rows = compared.map((one) => {
    const off = deviations(one);
    return [one.name, one.simulated.pages.toFixed(0), String(one.measured.pages), signed(off.pages), one.simulated.rows.toFixed(0), String(one.measured.rows), signed(off.rows)];
  });
  return table([['', 'pages, simulated', 'measured', 'off by', 'rows, simulated', 'measured', 'off by'], ...rows]);
}

/** A part in percent, with its sign. */
function signed(part: number): string {
  const size = Math.abs(part * 100).toFixed(1);
  return `${size === '0.0' ? '' : part < 0 ? '−' : '+'}${size} %`;
}
