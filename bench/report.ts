import { yardstick } from './contenders.ts';
import type { Measured } from './compare.ts';
import { jobNames, jobTitles } from './jobs.ts';
import type { Sample } from './measure.ts';
import { type Spread, spreadOf } from './statistics.ts';

const head = ['', 'requests/s', '× handler', 'p50 ms', 'p99 ms', 'CPU ms/request', '× handler', 'upstream calls/request', 'RSS MB'];

/** The results as Markdown, a table for each job; ratios are of the same round, as median (least–most). */
export function reportOf(results: readonly Measured[]): string {
  return jobNames
    .map((job) => {
      const rows = results.filter((result) => result.job === job);
      const base = rows.find(({ name }) => name === yardstick)?.samples ?? [];
      return `### ${jobTitles[job]}\n\n${table([head, ...rows.map((row) => rowOf(row, base))])}`;
    })
    .join('\n\n');
}

function rowOf({ name, callsPerRequest, samples }: Measured, base: readonly Sample[]): string[] {
  const median = (read: (sample: Sample) => number): number => spreadOf(samples.map(read)).median;
  const ratio = (read: (sample: Sample) => number): string => spread(spreadOf(samples.map((sample, round) => read(sample) / divisor(base[round], read))));
  return [
    name,
    median(({ perSecond }) => perSecond).toFixed(0),
    ratio(({ perSecond }) => perSecond),
    median(({ p50Ms }) => p50Ms).toFixed(1),
    median(({ p99Ms }) => p99Ms).toFixed(1),
    median(({ cpuMs }) => cpuMs).toFixed(3),
    ratio(({ cpuMs }) => cpuMs),
    callsPerRequest.toFixed(2),
    (Math.max(...samples.map(({ rssBytes }) => rssBytes)) / 1e6).toFixed(0),
  ];
}

function divisor(sample: Sample | undefined, read: (sample: Sample) => number): number {
  return sample === undefined ? Number.NaN : read(sample);
}

function spread({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}

/** A Markdown table; the first row is its head, and all columns but the first hold numbers. */
export function table([first = [], ...rows]: readonly (readonly string[])[]): string {
  return [line(first), line(first.map((_cell, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
