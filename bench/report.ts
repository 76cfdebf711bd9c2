import type { Measured } from './compare.ts';
import { names } from './contenders.ts';
import { type JobName, jobNames, jobs } from './jobs.ts';
import { ratio, type Read, reading, tailAtHalf } from './ratios.ts';
import type { Spread } from './statistics.ts';

const head = ['', 'requests/s', '× handler', 'p50 ms', 'p99 ms', 'CPU ms/request', '× handler', 'upstream calls/request', 'RSS MB'];
const halfHead = ['p50 ms at half', 'p99 ms at half', 'p99 ÷ p50'];

/** The results as Markdown, a table for each job; ratios are of the same round, as median (least–most). */
export function reportOf(results: readonly Measured[]): string {
  return jobNames.map((job) => `### ${jobs[job].title}\n\n${tableOf(job, results)}`).join('\n\n');
}

function tableOf(job: JobName, results: readonly Measured[]): string {
  const half = !jobs[job].together;
  const rows = results.filter((result) => result.job === job).map(({ name, callsPerRequest }) => [...rowOf(results, job, name, callsPerRequest), ...(half ? halfOf(results, job, name) : [])]);
  return table([half ? [...head, ...halfHead] : head, ...rows]);
}

function rowOf(results: readonly Measured[], job: JobName, name: string, callsPerRequest: number): string[] {
  const median = (read: Read): number => reading(results, job, name, read)?.median ?? Number.NaN;
  const beside = (read: Read): string => spread(ratio(results, job, name, names.handler, read));
  return [
    name,
    median(({ perSecond }) => perSecond).toFixed(0),
    beside(({ perSecond }) => perSecond),
    median(({ p50Ms }) => p50Ms).toFixed(1),
    median(({ p99Ms }) => p99Ms).toFixed(1),
    median(({ cpuMs }) => cpuMs).toFixed(3),
    beside(({ cpuMs }) => cpuMs),
    callsPerRequest.toFixed(2),
    ((reading(results, job, name, ({ rssBytes }) => rssBytes)?.max ?? Number.NaN) / 1e6).toFixed(0),
  ];
}

function halfOf(results: readonly Measured[], job: JobName, name: string): string[] {
  const median = (read: Read): string => (reading(results, job, name, read)?.median ?? Number.NaN).toFixed(1);
  return [median(({ atHalf }) => atHalf?.p50Ms ?? Number.NaN), median(({ atHalf }) => atHalf?.p99Ms ?? Number.NaN), spread(reading(results, job, name, tailAtHalf))];
}

/** Median (least–most), or a dash where nothing was measured. */
export function spread(of: Spread | undefined): string {
  return of === undefined ? '–' : `${of.median.toFixed(2)} (${of.min.toFixed(2)}–${of.max.toFixed(2)})`;
}

/** A Markdown table; the first row is its head, and all columns but the first hold numbers. */
export function table([first = [], ...rows]: readonly (readonly string[])[]): string {
  return [line(first), line(first.map((_cell, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
