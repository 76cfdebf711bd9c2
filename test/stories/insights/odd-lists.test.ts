import { describe, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { addDays } from '../../../src/domain/days.ts';
import { beforeSecondPage } from '../../support/before-second-page.ts';
import { dayOf, InsightTruth } from '../../support/insight-truth.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { dataOf } from '../../support/story.ts';

async function on(environment: Readonly<Record<string, string>> = { ICTERGEZOCHT_END_DATE: 'inclusive' }): Promise<{ readonly sandbox: Sandbox; readonly gateway: TestGateway; readonly vacancies: InsightTruth['vacancies'][number][] }> {
  const sandbox = await startSandbox({ scale: 0.4 });
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment });
  onTestFinished(async () => {
    await gateway.close();
    await sandbox.close();
  });
  const { vacancies } = sandbox.definitions.ictergezocht.data;
  return { sandbox, gateway, vacancies: vacancies as InsightTruth['vacancies'][number][] };
}

const summary = '{ insightSummary { complete total { vacancies clicks } sources { status error { code message } } } }';
interface Summary {
  readonly insightSummary: { readonly complete: boolean; readonly total: { readonly vacancies: number; readonly clicks: number }; readonly sources: readonly { readonly status: string }[] };
}

describe('a list that moves while it is summed', () => {
  test('counts each vacancy once, and is not complete where one was passed over in front', async () => {
    const { sandbox, gateway, vacancies } = await on();
    const clicks = new InsightTruth(sandbox).all(null).clicks;
    const [first] = vacancies;
    beforeSecondPage(sandbox, () => first !== undefined && vacancies.unshift({ ...first, vacancyId: 1 }));
    expect((await dataOf<Summary>(gateway, summary)).insightSummary).toMatchObject({ complete: false, total: { vacancies: 120, clicks }, sources: [{ status: 'PARTIAL' }] });
  });

  test('is not complete where one went, with which another may have been passed over', async () => {
    const { sandbox, gateway, vacancies } = await on();
    beforeSecondPage(sandbox, () => vacancies.shift());
    expect((await dataOf<Summary>(gateway, summary)).insightSummary).toMatchObject({ complete: false, total: { vacancies: 119 } });
  });

  test('is complete where one came in behind', async () => {
    const { sandbox, gateway, vacancies } = await on();
    const last = vacancies.findLast(({ account }) => account === 'A');
    beforeSecondPage(sandbox, () => last !== undefined && vacancies.push({ ...last, vacancyId: 99_999 }));
    expect((await dataOf<Summary>(gateway, summary)).insightSummary).toMatchObject({ complete: true, total: { vacancies: 121 } });
  });
});

describe('a row that cannot be read', () => {
  test('costs itself: the sums are of the others and not complete, and the list has an entry in errors for it', async () => {
    const { gateway, vacancies } = await on();
    for (const vacancy of vacancies.slice(3, 4)) Object.assign(vacancy, { vacancyId: Number.NaN });
    expect((await dataOf<Summary>(gateway, summary)).insightSummary).toMatchObject({
      complete: false,
      total: { vacancies: 119 },
      sources: [{ status: 'PARTIAL', error: { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('items[3].vacancyId') } }],
    });
    const { data, errors } = await gateway.query<{ insights: { nodes: readonly ({ readonly sourceId: string } | null)[] } }>('{ insights(first: 50) { nodes { sourceId } } }');
    expect(data?.insights.nodes.filter((node) => node === null)).toHaveLength(1);
    expect(data?.insights.nodes).toHaveLength(50);
    expect(errors).toMatchObject([{ path: ['insights', 'nodes', 49], extensions: { code: 'UPSTREAM_INVALID_RESPONSE', source: 'ICTERGEZOCHT' } }]);
  });
});

test.each([true, false])('days are whole where it is not configured whether endDate belongs to a period, and it does: %s', async (endDateInclusive) => {
  const { sandbox, gateway } = await on({});
  sandbox.definitions.ictergezocht.switches.endDateInclusive = endDateInclusive;
  const today = dayOf(sandbox.clock.now());
  const truth = new InsightTruth(sandbox);
  const period = { from: addDays(today, -8), to: addDays(today, -2) };
  const { insightSeries } = await dataOf<{ insightSeries: { complete: boolean; points: readonly { from: string; to: string; clicks: number }[] } }>(
    gateway,
    'query ($period: PeriodInput!) { insightSeries(period: $period) { complete points { from to clicks } } }',
    { period },
  );
  expect(insightSeries.complete).toBe(true);
  expect(insightSeries.points.map(({ clicks }) => clicks)).toEqual(insightSeries.points.map(({ from, to }) => truth.all({ from, to }).clicks));
});
