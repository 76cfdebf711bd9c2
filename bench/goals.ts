import type { Measured } from './compare.ts';
import { names } from './contenders.ts';
import { type JobName, jobs } from './jobs.ts';
import { connections } from './measure.ts';
import { ratio, type Read, reading, tailAtHalf } from './ratios.ts';
import { spread, table } from './report.ts';
import type { Spread } from './statistics.ts';

/** What the gateway is to reach. */
interface Goal {
  readonly work: string;
  readonly goal: string;
  /** Undefined where this run has not measured it. */
  readonly measured: (results: readonly Measured[]) => Spread | undefined;
  /** Whether a median is good enough. */
  readonly met: (median: number) => boolean;
}

const perSecond: Read = (sample) => sample.perSecond;
const cpu: Read = ({ cpuMs }) => cpuMs;

/** The goals, in the order of the table. */
export const goals: readonly Goal[] = [
  speed('list', names.cold, names.handler, 0.9),
  ahead('list', names.mercurius),
  ahead('list', names.yoga),
  speed('detail', names.cold, names.handler, 0.75),
  { work: `${jobs.detail.title}: ${names.cold}, CPU`, goal: '≤ 1.6 × handler', measured: (results) => ratio(results, 'detail', names.cold, names.handler, cpu), met: atMost(1.6) },
  speed('sameDetail', names.cold, names.handler, 5),
  oneSet('sameDetail'),
  speed('sameList', names.cold, names.handler, 5),
  oneSet('sameList'),
  speed('detail', names.warm, names.handler, 2),
  noCall('detail'),
  speed('list', names.warm, names.handler, 2),
  noCall('list'),
  speed('detail', names.cold, names.hive, 8),
  speed('list', names.cold, names.hive, 18),
  tail('detail', names.cold),
  tail('list', names.cold),
  tail('detail', names.warm),
  tail('list', names.warm),
];

/** Each goal, what was measured, as median (least–most), and whether the median meets it. */
export function goalsReached(results: readonly Measured[]): string {
  const rows = goals.map(({ work, goal, measured, met }) => {
    const found = measured(results);
    return [work, goal, spread(found), found === undefined ? 'not measured' : met(found.median) ? 'met' : 'not met'];
  });
  return table([['', 'goal', 'measured', ''], ...rows]);
}

function speed(job: JobName, name: string, base: string, bound: number): Goal {
  return { work: `${jobs[job].title}: ${name}, requests/s`, goal: `≥ ${bound} × ${shortly(base)}`, measured: (results) => ratio(results, job, name, base, perSecond), met: (median) => median >= bound };
}

function ahead(job: JobName, base: string): Goal {
  return { work: `${jobs[job].title}: ${names.cold}, requests/s`, goal: `ahead of ${base}`, measured: (results) => ratio(results, job, names.cold, base, perSecond), met: (median) => median > 1 };
}

/** Calls for as many requests as are asked together, beside those of the handler for one. */
function oneSet(job: JobName): Goal {
  const measured = (results: readonly Measured[]): Spread | undefined => {
    const [calls, one] = [callsOf(results, job, names.cold), callsOf(results, job, names.handler)];
    return calls === undefined || one === undefined ? undefined : exactly((calls * connections) / one);
  };
  return { work: `${jobs[job].title}: ${names.cold}, upstream calls for all ${connections}`, goal: "the handler's for one", measured, met: atMost(1) };
}

function noCall(job: JobName): Goal {
  const measured = (results: readonly Measured[]): Spread | undefined => {
    const calls = callsOf(results, job, names.warm);
    return calls === undefined ? undefined : exactly(calls);
  };
  return { work: `${jobs[job].title}: ${names.warm}, upstream calls`, goal: 'none', measured, met: atMost(0) };
}

function tail(job: JobName, name: string): Goal {
  return { work: `${jobs[job].title}: ${name}, p99 at half of the highest load`, goal: '≤ 3 × p50', measured: (results) => reading(results, job, name, tailAtHalf), met: atMost(3) };
}

function atMost(bound: number): (median: number) => boolean {
  return (median) => median <= bound;
}

function callsOf(results: readonly Measured[], job: JobName, name: string): number | undefined {
  return results.find((result) => result.job === job && result.name === name)?.callsPerRequest;
}

function exactly(value: number): Spread {
  return { median: value, min: value, max: value };
}

function shortly(base: string): string {
  return base === names.handler ? 'handler' : base;
}
