import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/days.ts';
import { dayOf } from '../../support/insight-truth.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { dataOf, useStory } from '../../support/story.ts';

const story = useStory({ scale: 0.2, environment: { ICTERGEZOCHT_END_DATE: 'inclusive', CURSOR_SECRET: 'a secret of these tests' } });
const document = /* GraphQL */ `
  query ($period: PeriodInput, $referenceNumber: String, $first: Int, $after: String) {
    clicks(period: $period, referenceNumber: $referenceNumber, first: $first, after: $after) {
      nodes { source sourceId vacancyId referenceNumber clickedAt costPerClick currency visitor ip }
      pageInfo { hasNextPage endCursor }
      totalCount
      sources { status error { code } }
    }
  }
`;
interface Row {
  readonly sourceId: string;
  readonly clickedAt: string;
  readonly visitor: string;
  readonly ip: string | null;
}
interface Data {
  readonly clicks: { readonly nodes: readonly Row[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly totalCount: number | null; readonly sources: readonly object[] };
}
const board = () => story.sandbox.upstreams.ictergezocht;
const site = () => story.sandbox.definitions.ictergezocht;
beforeEach(() => site().clearLimits());

/** The last days that hold at least so many clicks, with the truth of them. */
function busyPeriod(atLeast: number) {
  const all = site().data.clicks.A;
  const from = dayOf(all.at(-atLeast)?.[1] ?? 0);
  const to = dayOf(story.sandbox.clock.now());
  return { period: { from, to }, truth: all.filter(([, at]) => dayOf(at) >= from) };
}

async function walk(gateway: TestGateway, variables: object, between: () => void = () => undefined): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { clicks }: Data = await dataOf<Data>(gateway, document, { ...variables, after });
    rows.push(...clicks.nodes);
    if (!clicks.pageInfo.hasNextPage) return rows;
    after = clicks.pageInfo.endCursor;
    between();
  }
}

const shown = (rows: readonly Row[]) => rows.map(({ sourceId, clickedAt, ip }) => [Number(sourceId), Date.parse(clickedAt), ip]);

describe('clicks', () => {
  test.each([100, 50, 30])('come whole in the source’s order, each once, %d a page', async (first) => {
    const { period, truth } = busyPeriod(140);
    expect(shown(await walk(story.gateway, { period, first }))).toEqual(truth);
    const { clicks } = await story.data<Data>(document, { period, first: 1 });
    expect(clicks.totalCount).toBe(truth.length);
  });

  test('cost a call for each 50, and are never kept', async () => {
    const { period } = busyPeriod(140);
    for (const times of [1, 2]) {
      await story.data(document, { period, first: 100 });
      expect(board().requests).toHaveLength(2 * times);
    }
  });

  test.each(['total', 'page'] as const)('come each once where others come in meanwhile, and count is that of the %s', async (countMeaning) => {
    site().switches.countMeaning = countMeaning;
    const { period, truth } = busyPeriod(130);
    const before = [...truth];
    const [vacancyId = 0] = truth[0] ?? [];
    // In front of everything, so that every row of the source moves on by one.
    let at = (truth[0]?.[1] ?? 0) - 1000;
    const rows = await walk(story.gateway, { period, first: 40 }, () => site().recordClick(vacancyId, (at -= 1000), '192.0.2.200'));
    expect(shown(rows)).toEqual(before);
  });

  test('are one vacancy’s where its number is given', async () => {
    const [vacancyId] = site().data.clicks.A.at(-1) ?? [];
    const referenceNumber = site().data.vacancies.find((vacancy) => vacancy.vacancyId === vacancyId)?.payload.referenceNumber;
    const rows = await walk(story.gateway, { referenceNumber, first: 100 });
    expect(shown(rows)).toEqual(site().data.clicks.A.filter(([id]) => id === vacancyId));
  });

  test('of a failing source say so, and go on where it failed', async () => {
    const { period, truth } = busyPeriod(60);
    board().faults.add({ kind: 'status', status: 401, times: 1 });
    const { clicks } = await story.data<Data>(document, { period, first: 100 });
    expect(clicks).toMatchObject({ nodes: [], totalCount: null, pageInfo: { hasNextPage: true }, sources: [{ status: 'FAILED', error: { code: 'UPSTREAM_ERROR' } }] });
    expect(shown(await walk(story.gateway, { period, first: 100, after: clicks.pageInfo.endCursor }))).toEqual(truth);
  });
});

function hundred(gateway: TestGateway): Promise<Row[]> {
  return walk(gateway, { period: busyPeriod(100).period, first: 100 });
}

describe('a visitor', () => {
  test('is the same within a day in Amsterdam, for every replica, and another the next day and for another account', async () => {
    const [vacancyId = 0] = site().data.clicks.A.at(-1) ?? [];
    const other = site().data.vacancies.find(({ account }) => account === 'B')?.vacancyId ?? 0;
    const midnight = Date.parse(`${addDays(dayOf(story.sandbox.clock.now()), -1)}T00:00:00+01:00`);
    const spellings = new Set(['2001:db8::1', '2001:DB8:0:0:0:0:0:1']);
    site().recordClick(vacancyId, midnight - 60_000, '2001:db8::1');
    site().recordClick(vacancyId, midnight + 60_000, '2001:db8::1');
    site().recordClick(vacancyId, midnight + 20 * 3_600_000, '2001:DB8:0:0:0:0:0:1');
    site().recordClick(other, midnight + 60_000, '2001:db8::1');
    const [replica, account] = [await story.cold(), await story.cold({ ICTERGEZOCHT_API_KEY: 'sandbox-ictergezocht-key-2' })];
    const ours = async (gateway: TestGateway) => (await hundred(gateway)).filter(({ ip }) => spellings.has(ip ?? '')).map(({ visitor }) => visitor);
    const [before, first, second] = await ours(story.gateway);
    expect(first).toBe(second);
    expect(first).toMatch(/^[0-9a-f]{24}$/);
    expect(before).not.toBe(first);
    expect(await ours(replica)).toEqual([before, first, second]);
    const theirs = await ours(account);
    expect(theirs).toHaveLength(1);
    expect([before, first]).not.toContain(theirs[0]);
  });

  test('is told to who may not see addresses, which stand in no log and no cursor', async () => {
    const gateway = await story.cold({ ANONYMOUS_SCOPES: 'insights:read' });
    const { period, truth } = busyPeriod(30);
    const { data, errors } = await gateway.query<Data>(document, { period, first: 10 });
    expect(data?.clicks.nodes.every(({ ip, visitor }) => ip === null && /^[0-9a-f]{24}$/.test(visitor))).toBe(true);
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    const [, , address = ''] = truth[0] ?? [];
    const state = Buffer.from(data?.clicks.pageInfo.endCursor?.split('.')[0] ?? '', 'base64url').toString();
    for (const place of [state, gateway.logged.join('\n')]) expect(place).not.toContain(address);
  });
});

test.each([
  [{ referenceNumber: '' }, /"referenceNumber"/],
  [{ referenceNumber: 'x'.repeat(256) }, /"referenceNumber"/],
  [{ first: 101 }, /"first"/],
  [{ period: { from: '2026-02-02', to: '2026-02-01' } }, /"period.to"/],
])('%j is refused by its name', async (variables, message) => {
  const { errors } = await story.gateway.query(document, variables);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('the longest reference number still fits a cursor', async () => {
  const vacancy = site().data.vacancies.find(({ account, deletedMs }) => account === 'A' && deletedMs === undefined);
  if (vacancy === undefined) throw new Error('no vacancy');
  const referenceNumber = 'é'.repeat(255);
  vacancy.payload = { ...vacancy.payload, referenceNumber };
  for (let at = 0; at < 120; at += 1) site().recordClick(vacancy.vacancyId, story.sandbox.clock.now() - at * 60_000, '192.0.2.1');
  const rows = await walk(story.gateway, { referenceNumber, first: 60, period: { from: '2020-01-01', to: '2030-01-01' } });
  expect(rows.length).toBeGreaterThanOrEqual(120);
});
