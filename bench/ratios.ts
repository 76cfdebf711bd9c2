import type { Measured } from './compare.ts';
import type { JobName } from './jobs.ts';
import type { Sample } from './measure.ts';
import { type Spread, spreadOf } from './statistics.ts';

export type Read = (sample: Sample) => number;

/** How one contender stands to another at a job, taken within each round; undefined where one of them was not measured. */
export function ratio(results: readonly Measured[], job: JobName, name: string, base: string, read: Read): Spread | undefined {
  const [samples, others] = [samplesOf(results, job, name), samplesOf(results, job, base)];
  if (samples === undefined || others === undefined) return undefined;
  return spreadOf(samples.map((sample, round) => read(sample) / divisor(others[round], read)));
}

/** What a contender shows at a job by itself; undefined where it was not measured. */
export function reading(results: readonly Measured[], job: JobName, name: string, read: Read): Spread | undefined {
  const samples = samplesOf(results, job, name);
  return samples === undefined ? undefined : spreadOf(samples.map(read));
}

/** How much longer the slowest of a hundred waits than the middle one, at half of the highest load; NaN where there was no such load. */
export const tailAtHalf: Read = ({ atHalf }) => (atHalf === null ? Number.NaN : atHalf.p99Ms / atHalf.p50Ms);

function samplesOf(results: readonly Measured[], job: JobName, name: string): readonly Sample[] | undefined {
  return results.find((result) => result.job === job && result.name === name)?.samples;
}

function divisor(sample: Sample | undefined, read: Read): number {
  return sample === undefined ? Number.NaN : read(sample);
}
