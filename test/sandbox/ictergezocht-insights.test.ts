import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amsterdamIso, amsterdamText, instantOfAmsterdam } from '../../sandbox/ictergezocht/amsterdam.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { BoardCaller } from './ictergezocht-caller.ts';

const caller = new BoardCaller();
const { board, upstream } = caller;
const ofA = board.data.vacancies.filter(({ account }) => account === 'A');
const clicks = board.data.clicks.A;
const dayMs = 86_400_000;

beforeAll(async () => {
  await upstream.start();
});
afterEach(() => {
  caller.reset();
});
afterAll(async () => {
  await upstream.stop();
});

/** The calendar day in Amsterdam, so many days ago. */
function day(ago: number): string {
  return amsterdamText(caller.clock.now() - ago * dayMs).slice(0, 10);
}

function centsOf(insight: Record<string, unknown>): number {
  return Math.round(Number(insight['cost']) * 100);
}

describe('the insights', () => {
  test('show each of the 300 vacancies of the account with all its clicks and applications', async () => {
    const insights = await caller.walk('vacancy/insight');
    expect(insights.map(({ vacancyId }) => vacancyId)).toEqual(ofA.map(({ vacancyId }) => vacancyId));
    expect(insights).toHaveLength(300);
    expect(clicks.length).toBeGreaterThan(30_000);
    expect(clicks.length).toBeLessThan(50_000);
    expect(insights.reduce((sum, insight) => sum + Number(insight['clicks']), 0)).toBe(clicks.length);
    expect(insights.map(({ applications }) => applications)).toEqual(ofA.map(({ applications }) => applications.length));
  });

  test('have the documented shape', async () => {
    const { items } = await caller.page('vacancy/insight?limit=1');
    const [vacancy] = ofA;
    expect(items[0]).toEqual({
      vacancyId: vacancy?.vacancyId,
      referenceNumber: vacancy?.payload.referenceNumber,
      publishDate: amsterdamText(vacancy?.postedMs ?? 0).slice(0, 10),
      status: expect.any(Number),
      title: vacancy?.payload.title,
      city: expect.any(String),
      runtime: vacancy?.runtime,
      campaign: vacancy?.campaign,
      functionGroup: vacancy?.functionGroup,
      companyUser: vacancy?.payload.companyUser === undefined ? null : { name: vacancy.payload.companyUser.name, email: vacancy.payload.companyUser.email },
      clicks: clicks.filter(([vacancyId]) => vacancyId === vacancy?.vacancyId).length,
      cpc: (vacancy?.cpcCents ?? 0) / 100,
      cost: expect.any(Number),
      applications: vacancy?.applications.length,
    });
  });

  test('of a period are the sums of those of its days', async () => {
    const days = Array.from({ length: 7 }, (_, index) => day(40 - index));
    const week = await caller.page(`vacancy/insight?startDate=${days[0]}&endDate=${days.at(-1)}`);
    const daily = await Promise.all(days.map((date) => caller.page(`vacancy/insight?startDate=${date}&endDate=${date}`)));
    const sum = (read: (insight: Record<string, unknown>) => number): number[] => week.items.map((_, index) => daily.reduce((total, { items }) => total + read(items[index] ?? {}), 0));
    expect(week.items.map(({ clicks }) => clicks)).toEqual(sum(({ clicks }) => Number(clicks)));
    expect(week.items.map(({ applications }) => applications)).toEqual(sum(({ applications }) => Number(applications)));
    expect(week.items.map(centsOf)).toEqual(sum(centsOf));
    expect(Math.max(...week.items.map(centsOf))).toBeGreaterThan(0);
  });

  test('end before endDate where the switch says so', async () => {
    const [yesterday, today] = [day(31), day(30)];
    const inclusive = await caller.page(`vacancy/insight?startDate=${yesterday}&endDate=${yesterday}`);
    board.switches.endDateInclusive = false;
    expect(await caller.page(`vacancy/insight?startDate=${yesterday}&endDate=${today}`)).toMatchObject({ items: inclusive.items });
    const empty = await caller.page(`vacancy/insight?startDate=${yesterday}&endDate=${yesterday}`);
    expect(new Set(empty.items.map(({ clicks }) => clicks))).toEqual(new Set([0]));
  });

  test('take all parameters along in their links', async () => {
    const { rel } = await caller.page('vacancy/insight?startDate=2026-01-01&limit=20&offset=20');
    const path = 'vacancy/insight?startDate=2026-01-01&limit=20&offset=';
    expect(rel).toEqual({ prev: `${upstream.baseUrl}${path}0`, next: `${upstream.baseUrl}${path}40` });
  });

  test.each(['startDate=01-02-2026', 'startDate=2026-02-30', 'endDate=', 'startDate=2026-02-02&endDate=2026-02-01', 'referenceNumber=REF-1'])('refuse %s', async (query) => {
    expect(await caller.status(`vacancy/insight?${query}`)).toBe(400);
  });

  test('belong to the account that asks', async () => {
    const page = await caller.page('vacancy/insight', { authorization: 'Bearer sandbox-ictergezocht-key-2' });
    const ofB = board.data.vacancies.filter(({ account }) => account === 'B').map(({ vacancyId }) => vacancyId);
    expect(page.items.map(({ vacancyId }) => vacancyId)).toEqual(ofB);
    expect(page.count).toBe(12);
  });

  test('show a new vacancy after the lag, follow its changes, and keep it when it is deleted', async () => {
    board.switches.insightLagMs = 3_600_000;
    const payload = { referenceNumber: 'LAG-1', title: 'Nieuw', description: 'x', location: '3511 AB' };
    const created: unknown = await (await caller.call('vacancy', 'POST', payload)).json();
    const vacancyId = isRecord(created) ? Number(created['vacancyId']) : Number.NaN;
    const last = async (): Promise<unknown> => (await caller.walk('vacancy/insight')).at(-1);
    expect(await last()).not.toMatchObject({ vacancyId });
    caller.clock.advance(3_600_000);
    expect(await last()).toMatchObject({ vacancyId, referenceNumber: 'LAG-1', title: 'Nieuw', city: 'Utrecht', status: 1, companyUser: null, clicks: 0, cost: 0 });
    await caller.call(`vacancy/${vacancyId}`, 'PUT', { ...payload, title: 'Anders' });
    await caller.call(`vacancy/${vacancyId}`, 'DELETE');
    expect(await last()).toMatchObject({ vacancyId, title: 'Anders', status: 3 });
  });
});

describe('the clicks', () => {
  test('of a period come oldest first, with Amsterdam times and documentation addresses', async () => {
    const date = day(50);
    const expected = clicks.filter(([, atMs]) => amsterdamText(atMs).startsWith(date));
    const items = await caller.walk(`click?startDate=${date}&endDate=${date}&limit=20`);
    expect(items.map(({ vacancyId, clickDate, ip }) => [vacancyId, clickDate, ip])).toEqual(expected.map(([vacancyId, atMs, ip]) => [vacancyId, amsterdamText(atMs), ip]));
    expect(items.length).toBeGreaterThan(20);
    expect(items.every(({ ip }) => /^(192\.0\.2\.\d+|2001:db8:)/.test(String(ip)))).toBe(true);
    expect((await caller.page('click')).count).toBe(clicks.length);
  });

  test('of a reference number are as many as its insight says, at its price', async () => {
    const busiest = (await caller.walk('vacancy/insight')).toSorted((a, b) => Number(b['clicks']) - Number(a['clicks']))[0] ?? {};
    const items = await caller.walk(`click?referenceNumber=${String(busiest['referenceNumber'])}`);
    expect(items).toHaveLength(Number(busiest['clicks']));
    expect(new Set(items.map(({ vacancyId, referenceNumber, cpc }) => [vacancyId, referenceNumber, cpc].join()))).toEqual(
      new Set([[busiest['vacancyId'], busiest['referenceNumber'], busiest['cpc']].join()]),
    );
    expect(await caller.page('click?referenceNumber=unknown')).toMatchObject({ count: 0, items: [] });
    expect(await caller.status('click?referenceNumber=')).toBe(400);
  });

  test('can carry their offset', async () => {
    board.switches.clickDateForm = 'zoned';
    const [first] = (await caller.page('click?limit=1')).items;
    expect(first?.['clickDate']).toBe(amsterdamIso(clicks[0]?.[1] ?? 0));
    expect(String(first?.['clickDate'])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
  });

  test('can be asked for from an instant on, in any zone', async () => {
    const [, atMs = 0] = clicks[100] ?? [];
    const since = clicks.filter(([, at]) => at >= atMs).length;
    expect((await caller.page(`click?startDate=${encodeURIComponent(new Date(atMs).toISOString())}`)).count).toBe(since);
    expect((await caller.page(`click?startDate=${encodeURIComponent(amsterdamIso(atMs))}`)).count).toBe(since);
    expect((await caller.page(`click?startDate=${amsterdamText(atMs).replace(' ', 'T')}`)).count).toBe(since);
  });

  test('that are recorded later stand in their place and in the insights', async () => {
    const [vacancy] = ofA;
    const atMs = caller.clock.now() - 60_000;
    board.recordClick(vacancy?.vacancyId ?? 0, atMs, '192.0.2.77');
    const { items } = await caller.page(`click?startDate=${encodeURIComponent(new Date(Math.floor(atMs / 1000) * 1000).toISOString())}&referenceNumber=${vacancy?.payload.referenceNumber}`);
    expect(items.at(-1)).toMatchObject({ vacancyId: vacancy?.vacancyId, ip: '192.0.2.77' });
    expect(() => board.recordClick(1, atMs, '192.0.2.1')).toThrow('no vacancy 1');
  });
});

describe('Amsterdam time', () => {
  // The same by the time zone database that Node carries.
  const reference = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

  test.each(['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z', '2027-03-28T00:30:00Z', '2026-07-01T12:00:00Z', '2025-12-31T23:30:00Z'])('is right at %s', (instant) => {
    expect(amsterdamText(Date.parse(instant))).toBe(reference.format(Date.parse(instant)));
  });

  test('is read back to the same instant, also on the days when the clock changes', () => {
    for (const instant of ['2026-03-28T23:00:00Z', '2026-03-29T01:30:00Z', '2026-10-24T22:00:00Z', '2026-10-25T02:00:00Z', '2026-10-25T23:00:00Z']) {
      const wall = Date.parse(`${amsterdamText(Date.parse(instant)).replace(' ', 'T')}Z`);
      expect(new Date(instantOfAmsterdam(wall)).toISOString()).toBe(new Date(instant).toISOString());
    }
  });
});
