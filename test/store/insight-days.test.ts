import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/days.ts';
import type { Insight } from '../../src/domain/insight.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const row: Insight = {
  source: 'ICTERGEZOCHT',
  sourceId: '70001',
  referenceNumber: 'REF-1',
  publishedOn: '2026-01-01',
  status: 1,
  title: 'Beheerder ‘ICT’ & "netwerken"',
  city: 'Den Haag',
  runtime: 60,
  campaign: 'Voorjaar',
  functionGroup: null,
  contactName: 'Noor de Wit',
  contactEmail: 'noor@example.org',
  clicks: 3,
  costPerClick: 0.35,
  cost: 1.05,
  applications: 1,
  currency: 'EUR',
};

describe.each(storeEngines)('days of figures on $engine', (engine) => {
  test('come back as they were kept, without the people in them, in the order of days', async () => {
    await using test = await openTestStore(engine);
    const { insightDays } = test.store;
    for (const day of ['2026-02-02', '2026-02-01', '2026-01-31']) await insightDays.keep('acc', { day, rows: [row], readAt: startAt });
    await insightDays.keep('other', { day: '2026-02-01', rows: [], readAt: startAt });
    const found = await insightDays.list('ICTERGEZOCHT', 'acc', { from: '2026-02-01', to: '2026-02-02' });
    const kept = { rows: [{ ...row, contactName: null, contactEmail: null }], readAt: startAt, doubted: false, doubts: 0 };
    expect(found).toEqual([{ day: '2026-02-01', ...kept }, { day: '2026-02-02', ...kept }]);
    expect(JSON.stringify(found)).not.toContain('noor');
  });

  test('are replaced, and no longer doubted, when they are kept anew', async () => {
    await using test = await openTestStore(engine);
    const { insightDays } = test.store;
    const list = () => insightDays.list('ICTERGEZOCHT', 'acc', { from: '2026-02-01', to: '2026-02-28' });
    await insightDays.keep('acc', { day: '2026-02-01', rows: [], readAt: startAt });
    await insightDays.doubt('acc', ['2026-02-01', '2026-02-07']);
    await insightDays.doubt('acc', ['2026-02-01']);
    await insightDays.doubt('other', ['2026-02-01']);
    expect(await list()).toMatchObject([{ doubted: true, doubts: 1, rows: [] }]);
    await insightDays.keep('acc', { day: '2026-02-01', rows: [row], readAt: startAt + 1 });
    expect(await list()).toMatchObject([{ doubted: false, doubts: 1, readAt: startAt + 1, rows: [{ clicks: 3 }] }]);
    await insightDays.doubt('acc', ['2026-02-01']);
    expect(await list()).toMatchObject([{ doubted: true, doubts: 2 }]);
    await insightDays.doubt('acc', []);
  });

  test('of more than a year come whole', async () => {
    await using test = await openTestStore(engine);
    const { insightDays } = test.store;
    const days = Array.from({ length: 130 }, (_, index) => addDays('2026-01-01', index));
    for (const day of days) await insightDays.keep('acc', { day, rows: [], readAt: startAt });
    expect((await insightDays.list('ICTERGEZOCHT', 'acc', { from: '2025-01-01', to: '2027-01-01' })).map(({ day }) => day)).toEqual(days);
  });
});
