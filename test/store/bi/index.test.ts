import { describe, expect, onTestFinished, test } from 'vitest';
import { Client } from 'pg';
import type { Insight } from '../../../src/domain/insight.ts';
import { type BiClick, openBiStore } from '../../../src/store/bi/index.ts';

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
  const locks = async () => (await db.query<{ relation: string }>(`select distinct relation::regclass::text as relation from pg_locks join pg_class on oid = relation where relnamespace = '${schema}'::regnamespace`)).rows;
  const clicks = async () => (await db.query<{ visitor: string }>(`select visitor from ${schema}.click order by visitor`)).rows.map(({ visitor }) => visitor);
  return { tables, locks, clicks, rows: async () => (await db.query<{ campaign: string | null; clicks: number }>(`select campaign, clicks from ${schema}.insight_day order by campaign`)).rows };
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

  test('are not held by a transaction while the clicks of a day are waited for, and show what they held until it is whole', async () => {
    const { tables, locks, rows, clicks } = await opened(databaseUrl ?? '');
    const day = { account: 'acc', day: '2026-02-01', closed: true, readAt: new Date() };
    await tables.putDay({ ...day, insights: [insight], clicks: clicksOf('before') });
    const seen: unknown[] = [];
    async function* slow() {
      yield* clicksOf('one');
      seen.push(await locks(), await rows(), await clicks());
      yield* clicksOf('two');
    }
    await tables.putDay({ ...day, insights: [{ ...insight, clicks: 4 }], clicks: slow() });
    expect(seen).toEqual([[], [{ campaign: 'Voorjaar', clicks: 3 }], ['before']]);
    expect(await rows()).toEqual([{ campaign: 'Voorjaar', clicks: 4 }]);
    expect(await clicks()).toEqual(['one', 'two']);
  });

  test('keep a day whose clicks broke off, and hold none of those in the next', async () => {
    const { tables, rows, clicks } = await opened(databaseUrl ?? '');
    const day = { account: 'acc', day: '2026-02-01', closed: true, readAt: new Date() };
    await tables.putDay({ ...day, insights: [insight], clicks: clicksOf('before') });
    const failure = new Error('the source is gone');
    async function* broken() {
      yield* clicksOf('lost');
      throw failure;
    }
    await expect(tables.putDay({ ...day, insights: [], clicks: broken() })).rejects.toBe(failure);
    expect([await rows(), await clicks()]).toEqual([[{ campaign: 'Voorjaar', clicks: 3 }], ['before']]);
    await tables.putDay({ ...day, day: '2026-02-02', insights: [], clicks: clicksOf('next') });
    expect(await clicks()).toEqual(['before', 'next']);
  });
});

async function* emptyClicks(): AsyncGenerator<never> {}

async function* clicksOf(visitor: string): AsyncGenerator<readonly BiClick[]> {
  yield [{ source: 'ICTERGEZOCHT', sourceId: '70001', referenceNumber: null, clickedAt: new Date('2026-02-01T12:00:00Z'), costPerClick: 0.35, currency: 'EUR', visitor }];
}
