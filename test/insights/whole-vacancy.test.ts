import { expect, test } from 'vitest';
import type { Insight } from '../../src/domain/insight.ts';
import { wholeOf } from '../../src/insights/whole-vacancy.ts';

const row: Insight = {
  source: 'ICTERGEZOCHT', sourceId: '1', referenceNumber: 'R-1', publishedOn: '2026-01-01', status: 2, title: 'Engineer', city: 'Utrecht', runtime: 30, campaign: 'Spring',
  functionGroup: 'Data', contactName: null, contactEmail: null, clicks: 3, costPerClick: 0.1, cost: 0.1, applications: null, currency: 'EUR',
};

test('a vacancy with one row is that row', () => {
  expect(wholeOf(row)).toBe(row);
});

test('a vacancy with a row for each campaign has the sums of all, to the cent, and no campaign of its own', () => {
  const whole = wholeOf(row, { ...row, campaign: 'Autumn', clicks: 4, cost: 0.2 }, { ...row, campaign: null, clicks: null, cost: null });
  expect(whole).toEqual({ ...row, campaign: null, clicks: 7, cost: 0.3 });
});

test('what no row tells stays unknown, and what rows differ in is neither', () => {
  const whole = wholeOf(row, { ...row, costPerClick: 0.2, status: 1 });
  expect(whole).toMatchObject({ applications: null, costPerClick: null, status: null, campaign: 'Spring', functionGroup: 'Data' });
});
