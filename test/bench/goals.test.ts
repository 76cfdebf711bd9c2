import { describe, expect, it, test } from 'vitest';
import type { Measured } from '../../bench/compare.ts';
import { names } from '../../bench/contenders.ts';
import { goalsReached } from '../../bench/goals.ts';
import type { JobName } from '../../bench/jobs.ts';
import type { Sample } from '../../bench/measure.ts';
import { ratio, reading, tailAtHalf } from '../../bench/ratios.ts';
import { reportOf } from '../../bench/report.ts';

const sample: Sample = { perSecond: 100, p50Ms: 2, p99Ms: 5, cpuMs: 0.1, rssBytes: 1e8, atHalf: { p50Ms: 1, p99Ms: 2.5 } };

function measured(name: string, job: JobName, perSecond: readonly number[], others: Partial<Sample & Measured> = {}): Measured {
  const { callsPerRequest = 1, ...ofSample } = others;
  return { name, job, callsPerRequest, samples: perSecond.map((rate) => ({ ...sample, ...ofSample, perSecond: rate })) };
}

/** The row of the table of goals that begins so, cell by cell. */
function row(results: readonly Measured[], work: string, goal: string): string[] | undefined {
  const rows = goalsReached(results).split('\n').map((line) => line.split(' | ').map((cell) => cell.replaceAll('|', '').trim()));
  return rows.find((cells) => cells[0]?.startsWith(work) === true && cells[1] === goal)?.slice(2);
}

test('a ratio is taken within each round, whatever happened to the machine in between', () => {
  const results = [measured(names.handler, 'detail', [100, 10, 1000]), measured(names.cold, 'detail', [80, 8, 700])];
  expect(ratio(results, 'detail', names.cold, names.handler, ({ perSecond }) => perSecond)).toEqual({ median: 0.8, min: 0.7, max: 0.8 });
});

test('a ratio to somebody who was not measured is none', () => {
  expect(ratio([measured(names.cold, 'detail', [80])], 'detail', names.cold, names.hive, ({ perSecond }) => perSecond)).toBeUndefined();
});

test('the tail at half of the load is how often p99 holds p50', () => {
  expect(reading([measured(names.cold, 'detail', [80])], 'detail', names.cold, tailAtHalf)?.median).toBe(2.5);
});

describe('a goal', () => {
  const detail = 'Detail by id, distinct variables: gateway, cold';

  it.each([
    [80, ['0.80 (0.80–0.80)', 'met']],
    [75, ['0.75 (0.75–0.75)', 'met']],
    [74, ['0.74 (0.74–0.74)', 'not met']],
  ])('of 0.75 times the handler at %d of its 100', (perSecond, cells) => {
    expect(row([measured(names.handler, 'detail', [100]), measured(names.cold, 'detail', [perSecond])], `${detail}, requests/s`, '≥ 0.75 × handler')).toEqual(cells);
  });

  it('that this run has not measured is neither met nor missed', () => {
    expect(row([measured(names.cold, 'detail', [80])], `${detail}, requests/s`, '≥ 8 × Hive Gateway')).toEqual(['–', 'not measured']);
  });

  it.each([
    [1 / 32, 'met'],
    [2 / 32, 'not met'],
  ])('of one set of upstream calls, at %d calls a request', (callsPerRequest, met) => {
    const results = [measured(names.handler, 'sameDetail', [100]), measured(names.cold, 'sameDetail', [500], { callsPerRequest })];
    expect(row(results, 'Detail by id, one query', "the handler's for one")?.[1]).toBe(met);
  });

  it.each([
    [0, 'met'],
    [0.01, 'not met'],
  ])('of no upstream call, at %d calls a request', (callsPerRequest, met) => {
    expect(row([measured(names.warm, 'list', [500], { callsPerRequest })], 'List of 50', 'none')?.[1]).toBe(met);
  });

  it('of an even wait, where p99 is more than three times p50', () => {
    expect(row([measured(names.cold, 'detail', [80], { atHalf: { p50Ms: 1, p99Ms: 3.1 } })], `${detail}, p99`, '≤ 3 × p50')?.[1]).toBe('not met');
  });
});

test('the report has a table for each job, and tells of half of the load where variables are distinct', () => {
  const tables = reportOf([measured(names.handler, 'detail', [100]), measured(names.handler, 'sameDetail', [100], { atHalf: null })]).split('### ');
  const [distinct, same] = [tables.find((text) => text.startsWith('Detail by id, distinct')), tables.find((text) => text.startsWith('Detail by id, one query'))];
  expect(distinct).toContain('p99 ms at half');
  expect(distinct).toContain('| hand-written handler | 100 | 1.00 (1.00–1.00) | 2.0 | 5.0 | 0.100 | 1.00 (1.00–1.00) | 1.00 | 100 | 1.0 | 2.5 | 2.50 (2.50–2.50) |');
  expect(same).not.toContain('at half');
});
