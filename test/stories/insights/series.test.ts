import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { addDays, daysOf } from '../../../src/domain/days.ts';
import { storeEngines } from '../../store/engines.ts';
import { dayOf, type Days, InsightTruth } from '../../support/insight-truth.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { dataOf } from '../../support/story.ts';

const document = /* GraphQL */ `
  query ($period: PeriodInput!, $interval: Interval, $filter: InsightFilter, $groupBy: [InsightDimension!]) {
    insightSeries(period: $period, interval: $interval, filter: $filter, groupBy: $groupBy) {
      currency
      complete
      points { from to keys { dimension value } clicks cost applications complete }
      sources { source status error { code } }
    }
  }
`;
interface Point extends Days {
  readonly keys: readonly { readonly dimension: string; readonly value: string | null }[];
  readonly clicks: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
  readonly complete: boolean;
}
interface Data {
  readonly insightSeries: { readonly currency: string; readonly complete: boolean; readonly points: readonly Point[]; readonly sources: readonly object[] };
}

interface Place {
  readonly sandbox: Sandbox;
  /** A process on the place's store, with a limit of its own. */
  open(environment?: Readonly<Record<string, string>>): Promise<TestGateway>;
  readonly truth: InsightTruth;
  readonly today: string;
  /** Calls of the insights since the last look. */
  asked(): number;
}

async function place({ scale = 0.05, environment = {} }: { readonly scale?: number; readonly environment?: Readonly<Record<string, string>> } = {}): Promise<Place> {
  const sandbox = await startSandbox({ scale });
  const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-series-'));
  // The day is not to end while a test runs.
  const today = dayOf(sandbox.clock.now());
  sandbox.clock.set(Date.parse(`${today}T10:00:00Z`));
  sandbox.definitions.ictergezocht.switches.accountLimit = 10_000;
  sandbox.definitions.ictergezocht.switches.ipLimit = 10_000;
  onTestFinished(async () => {
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const { requests } = sandbox.upstreams.ictergezocht;
  return {
    sandbox,
    truth: new InsightTruth(sandbox),
    today,
    async open(more = {}) {
      const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { CSO_START_ROW_BASE: '0', ICTERGEZOCHT_END_DATE: 'inclusive', ICTERGEZOCHT_REQUESTS_PER_MINUTE: '10000', ICTERGEZOCHT_REQUESTS_PER_MINUTE_ADDRESS: '10000', DATA_DIR: dataDir, ...environment, ...more } });
      onTestFinished(() => gateway.close().catch(() => undefined));
      return gateway;
    },
    asked() {
      return requests.splice(0).filter(({ path }) => path === '/vacancy/insight').length;
    },
  };
}

const series = async (gateway: TestGateway, variables: object) => (await dataOf<Data>(gateway, document, { ...variables })).insightSeries;

function clicksOf({ points }: { readonly points: readonly Point[] }): number {
  return points.reduce((sum, { clicks }) => sum + (clicks ?? 0), 0);
}

describe('a series', () => {
  test('is what the board’s data say of each day, week and month, the first and last clipped', async () => {
    const { open, truth, today } = await place();
    const gateway = await open();
    const period = { from: addDays(today, -60), to: today };
    const byDay = await series(gateway, { period });
    expect(byDay).toMatchObject({ currency: 'EUR', complete: true, sources: [{ source: 'ICTERGEZOCHT', status: 'OK', error: null }] });
    expect(byDay.points).toEqual(daysOf(period).map((day) => ({ from: day, to: day, keys: [], ...truth.all({ from: day, to: day }), complete: true })));
    for (const interval of ['WEEK', 'MONTH']) {
      const { points, complete } = await series(gateway, { period, interval });
      expect(complete).toBe(true);
      expect(points.map(({ from, to, clicks, cost, applications }) => ({ from, to, clicks, cost, applications }))).toEqual(points.map(({ from, to }) => ({ from, to, ...truth.all({ from, to }) })));
      expect([points[0]?.from, points.at(-1)?.to]).toEqual([period.from, period.to]);
      expect(points.slice(1).map(({ from }) => from)).toEqual(points.slice(0, -1).map(({ to }) => addDays(to, 1)));
      const starts = points.slice(1).map(({ from }) => (interval === 'WEEK' ? new Date(from).getUTCDay() : Number(from.slice(8))));
      expect(new Set(starts)).toEqual(new Set([1]));
    }
  });

  test('has a point for each group in every interval, and groups by what vacancies are now', async () => {
    const { open, truth, today } = await place();
    const gateway = await open();
    const period = { from: addDays(today, -20), to: addDays(today, -1) };
    const { points, complete } = await series(gateway, { period, interval: 'WEEK', groupBy: ['CAMPAIGN'], filter: { functionGroups: ['Security', 'Overig', 'Data & BI'] } });
    expect(complete).toBe(true);
    const meant = truth.vacancies.filter(({ functionGroup }) => ['Security', 'Overig', 'Data & BI'].includes(functionGroup ?? ''));
    for (const { from, to, keys, clicks, cost, applications } of points) {
      const of = meant.filter(({ campaign }) => campaign === keys[0]?.value);
      expect({ clicks, cost, applications }).toEqual(truth.of(of, { from, to }));
    }
    const names = new Set(points.map(({ keys }) => keys[0]?.value));
    const spans = new Set(points.map(({ from }) => from));
    expect(points).toHaveLength(names.size * spans.size);
  });

  test('by CONTACT names people, who are in nothing that is kept', async () => {
    const { open, truth, today } = await place();
    const gateway = await open();
    const period = { from: addDays(today, -64), to: addDays(today, -5) };
    const answer = await series(gateway, { period, interval: 'MONTH', groupBy: ['CONTACT'] });
    const { points } = answer;
    expect(clicksOf(answer)).toBe(truth.all(period).clicks);
    expect(points.every(({ keys }) => keys[0]?.value === null || keys[0]?.value?.includes('@'))).toBe(true);
    expect(points.some(({ keys }) => keys[0]?.value !== null)).toBe(true);
  });

  test('has days to come without figures, and is complete without them', async () => {
    const { open, today, asked } = await place();
    const gateway = await open();
    const { points, complete } = await series(gateway, { period: { from: addDays(today, -1), to: addDays(today, 2) } });
    expect(points.map((point) => [point.clicks === null, point.complete])).toEqual([[false, true], [false, true], [true, false], [true, false]]);
    expect(complete).toBe(true);
    // Two days, and yesterday as the whole to hold them against, which is the same call.
    expect(asked()).toBe(2);
    const later = await series(gateway, { period: { from: addDays(today, 1), to: addDays(today, 5) } });
    expect(later).toMatchObject({ complete: true, points: Array.from({ length: 5 }, () => ({ clicks: null, complete: false })) });
    expect(asked()).toBe(0);
  });

  test.each([
    ['the day that summer time begins', '2026-03-29'],
    ['the day that it ends', '2025-10-26'],
  ])('counts %s from midnight to midnight in Amsterdam', async (_case, day) => {
    const { open, sandbox, truth } = await place({ scale: 0.02 });
    const gateway = await open();
    const [vacancy] = truth.vacancies;
    if (vacancy === undefined) throw new Error('no vacancy');
    const before = truth.all({ from: addDays(day, -1), to: addDays(day, 1) }).clicks;
    // The first and the last half hour of the day, and its neighbours' last and first.
    const first = Date.parse(`${day}T00:30:00${day === '2026-03-29' ? '+01:00' : '+02:00'}`);
    const last = Date.parse(`${day}T23:30:00${day === '2026-03-29' ? '+02:00' : '+01:00'}`);
    for (const at of [first - 3_600_000, first, last, last + 3_600_000]) sandbox.definitions.ictergezocht.recordClick(vacancy.vacancyId, at, '192.0.2.7');
    const { points, complete } = await series(gateway, { period: { from: addDays(day, -1), to: addDays(day, 1) } });
    expect(complete).toBe(true);
    expect(points.map(({ clicks }) => clicks)).toEqual(daysOf({ from: addDays(day, -1), to: addDays(day, 1) }).map((one) => truth.all({ from: one, to: one }).clicks));
    expect(points.reduce((sum, { clicks }) => sum + (clicks ?? 0), 0)).toBe(before + 4);
  });

  test.each([
    [{ from: '2024-01-01', to: '2025-02-04' }, 'DAY', /"period" has 401 days: a series by DAY has at most 400/],
    [{ from: '2020-01-01', to: '2025-01-01' }, 'MONTH', /at most 1100/],
  ])('over %j by %s is refused', async (period, interval, message) => {
    const { open } = await place({ scale: 0.01 });
    const { errors } = await (await open()).query(document, { period, interval });
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe.each(storeEngines)('what is kept on $engine', (engine) => {
  test('makes a year cost its calls once, over any number of processes', async () => {
    const where = await engine.place();
    onTestFinished(() => where.remove());
    const store = { DATA_DIR: where.dataDir, ...(where.databaseUrl !== null && { DATABASE_URL: where.databaseUrl }) };
    const { open, truth, today, asked } = await place({ scale: 0.02 });
    const year = { from: addDays(today, -369), to: addDays(today, -5) };
    // An operation has 300 calls.
    for (const to of [addDays(year.from, 182), year.to]) {
      const gateway = await open(store);
      expect((await series(gateway, { period: { from: year.from, to }, interval: 'MONTH' })).complete).toBe(true);
      await gateway.close();
    }
    // A call for every day, and one for each whole.
    expect(asked()).toBe(365 + 2);
    const gateway = await open(store);
    const { points, complete } = await series(gateway, { period: year });
    expect(complete).toBe(true);
    expect(points.map(({ clicks, cost, applications }) => ({ clicks, cost, applications }))).toEqual(daysOf(year).map((day) => truth.all({ from: day, to: day })));
    expect(asked()).toBe(1);
    await series(gateway, { period: year, interval: 'WEEK', groupBy: ['CAMPAIGN', 'CITY'] });
    expect(asked()).toBe(0);
  });

  test('is an account’s own', async () => {
    const where = await engine.place();
    onTestFinished(() => where.remove());
    const store = { DATA_DIR: where.dataDir, ...(where.databaseUrl !== null && { DATABASE_URL: where.databaseUrl }) };
    const { open, sandbox, truth, today } = await place({ scale: 0.1 });
    const period = { from: addDays(today, -40), to: addDays(today, -10) };
    expect(clicksOf(await series(await open(store), { period }))).toBe(truth.all(period).clicks);
    const other = await open({ ...store, ICTERGEZOCHT_API_KEY: 'sandbox-ictergezocht-key-2' });
    expect(clicksOf(await series(other, { period }))).toBe(new InsightTruth(sandbox, 'B').all(period).clicks);
  });
});

describe('figures that are corrected', () => {
  test('of the last three days are asked for again after minutes, older ones never', async () => {
    const { open, sandbox, today, asked } = await place({ scale: 0.02 });
    const gateway = await open();
    const period = { from: addDays(today, -6), to: today };
    await series(gateway, { period });
    expect(asked()).toBe(7 + 1);
    await series(gateway, { period });
    expect(asked()).toBe(0);
    sandbox.clock.advance(3_600_000);
    await series(gateway, { period });
    // Today and three days before it, and the whole.
    expect(asked()).toBe(4 + 1);
  });

  test('long after make the series incomplete, are found by halves, and are asked for again the next time', async () => {
    const { open, sandbox, truth, today, asked } = await place({ scale: 0.02 });
    const gateway = await open();
    const period = { from: addDays(today, -68), to: addDays(today, -5) };
    expect((await series(gateway, { period })).complete).toBe(true);
    asked();
    const [vacancy] = truth.vacancies;
    const corrected = addDays(today, -33);
    sandbox.definitions.ictergezocht.recordClick(vacancy?.vacancyId ?? 0, Date.parse(`${corrected}T12:00:00Z`), '192.0.2.9');
    sandbox.clock.advance(3_600_000);
    const doubted = await series(gateway, { period });
    expect(doubted.complete).toBe(false);
    expect(doubted.points.filter(({ complete }) => !complete).map(({ from }) => from)).toEqual([corrected]);
    // The whole, and a half of a half down to one day of 64.
    expect(asked()).toBe(1 + 6);
    const mended = await series(gateway, { period });
    expect(mended.complete).toBe(true);
    expect(mended.points.find(({ from }) => from === corrected)).toMatchObject({ ...truth.all({ from: corrected, to: corrected }), complete: true });
    expect(asked()).toBe(1);
  });
});

test('a first year leaves slots of the board’s limit to others', async () => {
  const { open, today } = await place({ scale: 0.02, environment: { ICTERGEZOCHT_REQUESTS_PER_MINUTE: '200', OPERATION_TIMEOUT_MS: '4000' } });
  const gateway = await open();
  const { complete } = await series(gateway, { period: { from: addDays(today, -365), to: today } });
  expect(complete).toBe(false);
  const { sources, insights } = await dataOf<{ sources: readonly { readonly source: string; readonly rateLimit: { readonly remaining: number } | null }[]; insights: { sources: readonly object[] } }>(
    gateway,
    '{ sources { source rateLimit { remaining } } insights(first: 1) { sources { status } } }',
  );
  expect(insights.sources).toEqual([{ status: 'OK' }]);
  expect(sources.find(({ source }) => source === 'ICTERGEZOCHT')?.rateLimit?.remaining).toBeGreaterThanOrEqual(49);
});

describe('what cannot be read', () => {
  test('in time is points without figures, and the next asking goes on there', async () => {
    const { open, sandbox, truth, today, asked } = await place({ scale: 0.02 });
    const gateway = await open({ OPERATION_TIMEOUT_MS: '1500' });
    sandbox.upstreams.ictergezocht.faults.add({ kind: 'latency', ms: 150 });
    const period = { from: addDays(today, -104), to: addDays(today, -5) };
    let read = 0;
    let calls = 0;
    for (let asking = 1; ; asking += 1) {
      const { points, complete, sources } = await series(gateway, { period });
      const known = points.filter((point) => point.complete);
      expect(known.length).toBeGreaterThan(read);
      read = known.length;
      for (const { from, to, clicks } of known) expect(clicks).toBe(truth.all({ from, to }).clicks);
      for (const { clicks } of points.filter((point) => !point.complete)) expect(clicks).toBeNull();
      calls += asked();
      if (complete) break;
      expect(sources).toMatchObject([{ status: 'PARTIAL', error: { code: expect.stringMatching(/UPSTREAM_TIMEOUT|RATE_LIMITED/) } }]);
      expect(asking).toBeLessThan(12);
    }
    // Those that were under way when time ran out were asked for twice.
    expect(calls).toBeLessThan(100 + 1 + 12 * 5);
  });

  test('of single days costs those days, and three of them end the reading', async () => {
    const { open, sandbox, today, asked } = await place({ scale: 0.02 });
    const gateway = await open();
    sandbox.upstreams.ictergezocht.faults.add({ kind: 'status', status: 401 });
    const { points, complete, sources } = await series(gateway, { period: { from: addDays(today, -60), to: today } });
    expect(points.every(({ clicks }) => clicks === null)).toBe(true);
    expect({ complete, sources }).toEqual({ complete: false, sources: [{ source: 'ICTERGEZOCHT', status: 'FAILED', error: { code: 'UPSTREAM_ERROR' } }] });
    expect(asked()).toBeLessThanOrEqual(7);
  });
});
