import { Big } from 'big.js';
import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Insight } from '../../src/domain/insight.ts';
import { talliesBy, tallyOf } from '../../src/insights/tally.ts';

const plain: Insight = {
  source: 'ICTERGEZOCHT',
  sourceId: '1',
  referenceNumber: null,
  publishedOn: null,
  status: null,
  title: null,
  city: null,
  runtime: null,
  campaign: null,
  functionGroup: null,
  contactName: null,
  contactEmail: null,
  clicks: 0,
  costPerClick: null,
  cost: 0,
  applications: 0,
  currency: 'EUR',
};

describe('sums', () => {
  test('of 100,000 amounts are exact to the cent, where adding numbers is not', () => {
    // A walk over all amounts up to 1,000 euros in an order of no pattern.
    const cents = Array.from({ length: 100_000 }, (_, index) => (index * 7919 + 13) % 100_000);
    const rows = cents.map((one, index) => ({ ...plain, sourceId: String(index), cost: one / 100, clicks: 1 }));
    const exact = cents.reduce((sum, one) => sum + one, 0) / 100;
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).not.toBe(exact);
    expect(tallyOf(rows).group()).toMatchObject({ cost: exact, clicks: 100_000, vacancies: 100_000 });
    expect(tallyOf(rows.toReversed()).group().cost).toBe(exact);
  });

  test('of any amounts are their decimal sum, in any order', () => {
    assert(
      property(array(integer({ min: 0, max: 1_000_000_000 }), { maxLength: 200 }), (millionths) => {
        const rows = millionths.map((one) => ({ ...plain, cost: one / 1_000_000 }));
        const exact = Number(new Big(millionths.reduce((sum, one) => sum + one, 0)).div(1_000_000));
        expect(tallyOf(rows).group().cost).toBe(exact);
      }),
    );
  });

  test('keep every digit that an amount is written with', () => {
    expect(tallyOf([0.0000001, 0.1, 0.2].map((cost) => ({ ...plain, cost }))).group().cost).toBe(0.3000001);
  });

  test('have rates of themselves, and none where these would divide by nothing', () => {
    const rows = [
      { ...plain, clicks: 1, cost: 1, applications: 1 },
      { ...plain, clicks: 3, cost: 0.5, applications: 0 },
    ];
    expect(tallyOf(rows).group()).toMatchObject({ costPerClick: 0.375, applicationRate: 0.25, costPerApplication: 1.5 });
    expect(tallyOf([]).group()).toMatchObject({ vacancies: 0, clicks: 0, cost: 0, costPerClick: null, applicationRate: null, costPerApplication: null });
  });

  test('take nothing from a figure that is not told', () => {
    expect(tallyOf([{ ...plain, clicks: null, cost: null, applications: null }, { ...plain, clicks: 2 }]).group()).toMatchObject({ clicks: 2, cost: 0, vacancies: 1 });
  });
});

describe('groups', () => {
  const rows = [
    { ...plain, sourceId: '1', campaign: 'b', city: null, clicks: 1, publishedOn: '2026-02-28' },
    { ...plain, sourceId: '2', campaign: 'a', city: 'Delft', clicks: 1, publishedOn: '2026-02-01' },
    { ...plain, sourceId: '3', campaign: 'b', city: null, clicks: 5, publishedOn: null },
  ];

  test('are those of all dimensions together, the most clicks first, then by their keys', () => {
    expect(talliesBy(rows, ['CAMPAIGN', 'CITY']).map(({ keys, clicks }) => [...keys.map(({ value }) => value), clicks])).toEqual([['b', null, 6], ['a', 'Delft', 1]]);
    expect(talliesBy(rows, ['VACANCY']).map(({ keys }) => keys[0]?.value)).toEqual(['ictergezocht:vacancy:3', 'ictergezocht:vacancy:1', 'ictergezocht:vacancy:2']);
    expect(talliesBy(rows, ['PUBLISHED_MONTH']).map(({ keys, clicks }) => [keys[0]?.value, clicks])).toEqual([[null, 5], ['2026-02', 2]]);
  });

  test('tell a missing value from one that is called so', () => {
    expect(talliesBy([{ ...plain, city: null }, { ...plain, city: 'null' }], ['CITY'])).toHaveLength(2);
  });
});
