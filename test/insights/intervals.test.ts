import { expect, test } from 'vitest';
import { intervalsOf } from '../../src/insights/intervals.ts';

const spans = (...args: Parameters<typeof intervalsOf>) => intervalsOf(...args).map(({ from, to }) => `${from} ${to}`);

test.each([
  ['days', 'DAY', { from: '2026-02-27', to: '2026-03-01' }, ['2026-02-27 2026-02-27', '2026-02-28 2026-02-28', '2026-03-01 2026-03-01']],
  ['ISO weeks over the turn of a year, clipped', 'WEEK', { from: '2026-12-27', to: '2027-01-05' }, ['2026-12-27 2026-12-27', '2026-12-28 2027-01-03', '2027-01-04 2027-01-05']],
  ['a part of one week', 'WEEK', { from: '2026-11-17', to: '2026-11-19' }, ['2026-11-17 2026-11-19']],
  ['months, one of them in a leap year', 'MONTH', { from: '2028-01-31', to: '2028-03-01' }, ['2028-01-31 2028-01-31', '2028-02-01 2028-02-29', '2028-03-01 2028-03-01']],
  ['weeks with a change of the clock', 'WEEK', { from: '2026-03-23', to: '2026-04-05' }, ['2026-03-23 2026-03-29', '2026-03-30 2026-04-05']],
] as const)('%s', (_case, interval, period, expected) => {
  expect(spans(period, interval)).toEqual(expected);
});
