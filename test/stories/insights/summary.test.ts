import { assert, asyncProperty, integer, subarray, tuple } from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf, InsightTruth, type BoardVacancy, type Days } from '../../support/insight-truth.ts';
import { useStory } from '../../support/story.ts';
import { addDays } from '../../../src/domain/days.ts';

const story = useStory({ scale: 0.4, environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });

const document = /* GraphQL */ `
  query ($period: PeriodInput, $filter: InsightFilter, $groupBy: [InsightDimension!]) {
    insightSummary(period: $period, filter: $filter, groupBy: $groupBy) {
      total { vacancies clicks cost applications costPerClick applicationRate costPerApplication currency keys { value } }
      groups { keys { dimension value } vacancies clicks cost applications costPerClick applicationRate costPerApplication }
      complete
      sources { source status totalCount error { code upstreamStatus } }
    }
  }
`;
interface Group {
  readonly keys: readonly { readonly dimension: string; readonly value: string | null }[];
  readonly vacancies: number;
  readonly clicks: number;
  readonly cost: number;
  readonly applications: number;
  readonly costPerClick: number | null;
  readonly applicationRate: number | null;
  readonly costPerApplication: number | null;
}
interface Data {
  readonly insightSummary: { readonly total: Group | null; readonly groups: readonly Group[]; readonly complete: boolean; readonly sources: readonly { readonly status: string; readonly error: unknown }[] };
}
const ask = async (variables: object) => (await story.data<Data>(document, { ...variables })).insightSummary;
const board = () => story.sandbox.upstreams.ictergezocht;
const switches = () => story.sandbox.definitions.ictergezocht.switches;
beforeEach(() => {
  // What was kept of the test before is too old to be served.
  story.sandbox.clock.advance(3_600_000);
  story.sandbox.definitions.ictergezocht.clearLimits();
});

const rates = ({ clicks, cost, applications }: { clicks: number; cost: number; applications: number }) => ({
  costPerClick: clicks === 0 ? null : cost / clicks,
  applicationRate: clicks === 0 ? null : applications / clicks,
  costPerApplication: applications === 0 ? null : cost / applications,
});

const town = ({ payload }: BoardVacancy): string => payload.location;
const keyOf: Readonly<Record<string, (vacancy: BoardVacancy) => string | null>> = {
  CAMPAIGN: ({ campaign }) => campaign,
  FUNCTION_GROUP: ({ functionGroup }) => functionGroup,
  VACANCY: ({ vacancyId }) => `ictergezocht:vacancy:${vacancyId}`,
  PUBLISHED_MONTH: ({ postedMs }) => dayOf(postedMs).slice(0, 7),
  CONTACT: ({ payload }) => payload.companyUser?.email ?? null,
};

describe('a summary', () => {
  test('is what the board’s data say, for any period and any grouping', async () => {
    const truth = new InsightTruth(story.sandbox);
    const today = dayOf(story.sandbox.clock.now());
    const periods = tuple(integer({ min: 0, max: 420 }), integer({ min: 0, max: 200 })).map(([back, length]): Days => ({ from: addDays(today, -back), to: addDays(addDays(today, -back), length) }));
    const groupings = subarray(Object.keys(keyOf));
    await assert(
      asyncProperty(periods, groupings, async (period, groupBy) => {
        story.sandbox.definitions.ictergezocht.clearLimits();
        const { total, groups, complete, sources } = await ask({ period, groupBy });
        expect(complete).toBe(true);
        expect(sources).toEqual([{ source: 'ICTERGEZOCHT', status: 'OK', totalCount: truth.vacancies.length, error: null }]);
        const all = truth.all(period);
        expect(total).toEqual({ ...all, ...rates(all), vacancies: truth.vacancies.length, currency: 'EUR', keys: [] });
        const byKeys = Map.groupBy(truth.vacancies, (vacancy) => JSON.stringify(groupBy.map((dimension) => keyOf[dimension]?.(vacancy) ?? null)));
        expect(new Set(groups.map(({ keys }) => JSON.stringify(keys.map(({ value }) => value))))).toEqual(groupBy.length === 0 ? new Set() : new Set(byKeys.keys()));
        for (const { keys, ...figures } of groups) {
          expect(keys.map(({ dimension }) => dimension)).toEqual(groupBy);
          const of = byKeys.get(JSON.stringify(keys.map(({ value }) => value))) ?? [];
          const sums = truth.of(of, period);
          expect(figures).toEqual({ ...sums, ...rates(sums), vacancies: of.length });
        }
        expect(groups.map(({ clicks }) => clicks)).toEqual(groups.map(({ clicks }) => clicks).toSorted((a, b) => b - a));
      }),
      // Each may cost three calls of the 200 a minute.
      { numRuns: 25 },
    );
  });

  test('is filtered over all pages', async () => {
    const truth = new InsightTruth(story.sandbox);
    const campaigns = ['Premium', 'Voorjaar'];
    const functionGroups = ['Security', 'Data & BI'];
    const { total } = await ask({ filter: { campaigns, functionGroups } });
    const meant = truth.vacancies.filter(({ campaign, functionGroup }) => campaigns.includes(campaign ?? '') && functionGroups.includes(functionGroup ?? ''));
    expect(total).toMatchObject({ ...truth.of(meant, null), vacancies: meant.length });
    expect(meant.length).toBeGreaterThan(0);
    const numbers = truth.vacancies.slice(0, 2).map(({ payload }) => payload.referenceNumber);
    expect((await ask({ filter: { referenceNumbers: numbers } })).total?.vacancies).toBe(2);
    expect((await ask({ filter: { campaigns: [] } })).total).toMatchObject({ vacancies: 0, clicks: 0, costPerClick: null });
  });

  test('groups by town and status as the board tells them', async () => {
    const { groups } = await ask({ groupBy: ['STATUS'] });
    expect(new Set(groups.map(({ keys }) => keys[0]?.value))).toEqual(new Set(['1', '2', '3']));
    const towns = await ask({ groupBy: ['CITY'] });
    const named = new InsightTruth(story.sandbox).vacancies.filter((vacancy) => town(vacancy) === 'Utrecht').length;
    expect(towns.groups.find(({ keys }) => keys[0]?.value === 'Utrecht')?.vacancies).toBeGreaterThanOrEqual(named);
  });

  test('costs one reading for a whole dashboard, and none within minutes', async () => {
    const several = /* GraphQL */ `
      query ($period: PeriodInput) {
        a: insightSummary(period: $period) { complete }
        b: insightSummary(period: $period, groupBy: [CAMPAIGN]) { complete }
        c: insightSummary(period: $period, groupBy: [FUNCTION_GROUP, CITY]) { complete }
        insights(period: $period, first: 100) { nodes { clicks } }
      }
    `;
    const today = dayOf(story.sandbox.clock.now());
    const variables = { period: { from: addDays(today, -30), to: today } };
    await Promise.all([story.data(several, variables), story.data(several, variables)]);
    expect(board().requests).toHaveLength(3);
    await story.data(several, variables);
    expect(board().requests).toHaveLength(3);
  });

  test.each([
    ['numbers are strings', { numbersAsStrings: true }],
    ['count is the page’s', { countMeaning: 'page' }],
    ['rel is absent at the end', { relWhenEmpty: 'absent' }],
  ] as const)('is the same where %s', async (_case, reading) => {
    Object.assign(switches(), reading);
    const truth = new InsightTruth(story.sandbox);
    expect(await ask({})).toMatchObject({ total: truth.all(null), complete: true });
  });

  test('of an empty period is zero, without rates, and complete', async () => {
    expect(await ask({ period: { from: '2012-01-01', to: '2012-12-31' } })).toMatchObject({
      total: { clicks: 0, cost: 0, applications: 0, costPerClick: null, applicationRate: null, costPerApplication: null },
      complete: true,
    });
  });

  test('by CONTACT is refused to a caller that may not see people', async () => {
    const gateway = await story.cold({ ANONYMOUS_SCOPES: 'insights:read' });
    const refused = await gateway.query<Data>(document, { groupBy: ['CONTACT'] });
    expect(refused.errors).toMatchObject([{ path: ['insightSummary'], extensions: { code: 'FORBIDDEN' } }]);
    expect(board().requests).toEqual([]);
  });

  test.each([
    [{ period: { from: '2026-02-02', to: '2026-02-01' } }, /"period.to"/],
    [{ period: { from: '1999-12-31', to: '2026-02-01' } }, /"period.from"/],
    [{ period: { from: '2026-01-01', to: '2100-01-01' } }, /"period.to"/],
    [{ groupBy: ['CITY', 'CITY'] }, /"groupBy.1"/],
    [{ filter: { campaigns: [' '] } }, /"filter.campaigns.0"/],
    [{ filter: { referenceNumbers: ['a'.repeat(501)] } }, /"filter.referenceNumbers.0"/],
  ])('refuses %j by its name', async (variables, message) => {
    const { errors } = await story.gateway.query(document, variables);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(board().requests).toEqual([]);
  });
});

describe('what cannot be read whole', () => {
  test('is the sum of what was, says that it is not complete, and goes on there the next time', async () => {
    const period = { from: '2020-01-01', to: '2034-12-31' };
    let asked = 0;
    // The second page fails, for as often as it is asked for.
    const original = board().faults.take.bind(board().faults);
    board().faults.take = (method, path) => ((asked += 1) > 1 ? { kind: 'status', status: 500 } : original(method, path));
    const { total, complete, sources } = await ask({ period });
    board().faults.take = original;
    const truth = new InsightTruth(story.sandbox);
    expect(total).toMatchObject({ ...truth.of(truth.vacancies.slice(0, 50), period), vacancies: 50 });
    expect({ complete, sources }).toEqual({ complete: false, sources: [{ source: 'ICTERGEZOCHT', status: 'PARTIAL', totalCount: null, error: { code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 } }] });
    board().requests.length = 0;
    story.sandbox.clock.advance(60_000);
    expect(await ask({ period })).toMatchObject({ total: truth.all(period), complete: true });
    // Page one was kept.
    expect(board().requests.map(({ query }) => new URLSearchParams(query).get('offset'))).toEqual(['50', '100']);
  });

  test('has no total where nothing was read', async () => {
    board().faults.add({ kind: 'status', status: 401 });
    expect(await ask({ period: { from: '2021-01-01', to: '2034-12-31' } })).toMatchObject({ total: null, groups: [], complete: false, sources: [{ status: 'FAILED', error: { code: 'UPSTREAM_ERROR', upstreamStatus: 401 } }] });
  });

  test('waits for a 429 to pass', async () => {
    board().faults.add({ kind: 'status', status: 429, headers: { 'retry-after': '1' }, times: 1 });
    expect(await ask({ period: { from: '2022-01-01', to: '2034-12-31' } })).toMatchObject({ complete: true });
    expect(board().requests.map(({ status }) => status)).toEqual([429, 200, 200, 200]);
  });

  test('follows no link to another host, and tells whose fault it is', async () => {
    switches().relNextOrigin = 'https://elsewhere.example';
    expect(await ask({ period: { from: '2023-01-01', to: '2034-12-31' } })).toMatchObject({ total: null, complete: false, sources: [{ status: 'FAILED', error: { code: 'UPSTREAM_INVALID_RESPONSE' } }] });
    expect(board().requests).toHaveLength(1);
  });
});

test('where no source tells figures, nothing is said to be complete', async () => {
  const gateway = await story.cold({ ICTERGEZOCHT_API_KEY: undefined, ICTERGEZOCHT_PARTNER_KEY: undefined, ICTERGEZOCHT_BASE_URL: undefined });
  const { data } = await gateway.query<Data>(document);
  expect(data?.insightSummary).toEqual({ total: null, groups: [], complete: false, sources: [] });
});
