import { describe, expect, onTestFinished, test } from 'vitest';
import { Client } from 'pg';
import type { Insight } from '../../../src/domain/insight.ts';
import { openBiStore } from '../../../src/store/bi/index.ts';

const databaseUrl = process.env['TEST_DATABASE_URL'];
const insight: Insight = {
  source: 'ICTERGEZOCHT',
  sourceId: '70001',
  referenceNumber: 'REF-1',
  publishedOn: '2026-01-01',
  status: 1,
  title: 'Beheerder',
  city: 'Den Haag',
  runtime: 60,
  campaign: 'Voorjaar',
  functionGroup: null,
  contactName: null,
  contactEmail: null,
  clicks: 3,
  costPerClick: 0.35,
  cost: 1.05,
  applications: 1,
  currency: 'EUR',
};

async function opened(url: string) {
  const schema = `test_bi_${Math.random().toString(36).slice(2, 10)}`;
  const tables = await openBiStore({ databaseUrl: url, schema });
  const db = new Client({ connectionString: url });
  await db.connect();
  onTestFinished(async () => {
    await tables.close();
    await db.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await db.end();
  });
  return { tables, rows: async () => (await db.query<{ campaign: string | null; clicks: number }>(`select campaign, clicks from ${schema}.insight_day order by campaign`)).rows };
}

describe.skipIf(databaseUrl === undefined)(`tables for BI tools${databaseUrl === undefined ? ' (no TEST_DATABASE_URL)' : ''}`, () => {
  test('hold a vacancy in each of its campaigns on one day, and replace a day as a whole', async () => {
    const { tables, rows } = await opened(databaseUrl ?? '');
    const day = { account: 'acc', day: '2026-02-01', clicks: emptyClicks(), closed: true, readAt: new Date() };
    await tables.putDay({ ...day, insights: [insight, { ...insight, campaign: 'Premium', clicks: 2 }, { ...insight, campaign: null, clicks: 1 }] });
    expect(await rows()).toEqual([{ campaign: 'Premium', clicks: 2 }, { campaign: 'Voorjaar', clicks: 3 }, { campaign: null, clicks: 1 }]);
    await tables.putDay({ ...day, insights: [insight] });
    expect(await rows()).toEqual([{ campaign: 'Voorjaar', clicks: 3 }]);
  });

  test('hold nothing of a day that holds a row twice', async () => {
    const { tables, rows } = await opened(databaseUrl ?? '');
    const day = { account: 'acc', day: '2026-02-01', clicks: emptyClicks(), closed: true, readAt: new Date() };
    await expect(tables.putDay({ ...day, insights: [insight, insight] })).rejects.toThrow('duplicate key');
    expect(await rows()).toEqual([]);
  });
});

async function* emptyClicks(): AsyncGenerator<never> {}
