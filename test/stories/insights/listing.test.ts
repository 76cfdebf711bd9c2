import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { InsightTruth } from '../../support/insight-truth.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { dataOf } from '../../support/story.ts';

const environment = { ICTERGEZOCHT_END_DATE: 'inclusive', CSO_START_ROW_BASE: '0' };

/** A gateway on a board with so many vacancies. */
async function on(vacancies: number): Promise<{ readonly sandbox: Sandbox; readonly gateway: TestGateway }> {
  const sandbox = await startSandbox({ scale: vacancies / 300 });
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment });
  onTestFinished(async () => {
    await gateway.close();
    await sandbox.close();
  });
  return { sandbox, gateway };
}

const document = /* GraphQL */ `
  query ($period: PeriodInput, $filter: InsightFilter, $first: Int, $after: String) {
    insights(period: $period, filter: $filter, first: $first, after: $after) {
      nodes { source sourceId vacancyId referenceNumber publishedOn status title city runtime campaign functionGroup clicks costPerClick cost applications currency applicationRate costPerApplication }
      edges { cursor }
      pageInfo { hasNextPage hasPreviousPage endCursor }
      totalCount
      sources { status totalCount error { code } }
    }
  }
`;
interface Row {
  readonly sourceId: string;
  readonly clicks: number;
}
interface Data {
  readonly insights: {
    readonly nodes: readonly Row[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number | null;
    readonly sources: readonly { readonly status: string; readonly totalCount: number | null; readonly error: { readonly code: string } | null }[];
  };
}

/** Every row of a walk, page by page. */
async function walk(gateway: TestGateway, variables: object, between: (page: number) => void | Promise<void> = () => undefined): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const { insights }: Data = await dataOf<Data>(gateway, document, { ...variables, after });
    rows.push(...insights.nodes);
    expect(insights.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!insights.pageInfo.hasNextPage) return { rows, pages };
    after = insights.pageInfo.endCursor;
    await between(pages);
  }
}

describe('a list of so many insights comes whole, each once, in pages of any size', () => {
  test.each([0, 1, 49, 50, 51, 100, 101])('%d', async (count) => {
    const { sandbox, gateway } = await on(count);
    const truth = new InsightTruth(sandbox);
    expect(truth.vacancies).toHaveLength(count);
    const ids = truth.vacancies.map(({ vacancyId }) => String(vacancyId));
    for (const first of [100, 50, 33, 7]) {
      const { rows, pages } = await walk(gateway, { first });
      expect(rows.map(({ sourceId }) => sourceId)).toEqual(ids);
      expect(pages).toBe(Math.max(1, Math.ceil(count / first)));
    }
    // The board's pages are kept between ours.
    expect(sandbox.upstreams.ictergezocht.requests).toHaveLength(Math.max(1, Math.ceil(count / 50)));
    const { insights } = await dataOf<Data>(gateway, document, { first: 100 });
    expect(insights).toMatchObject({ totalCount: count, sources: [{ status: 'OK', totalCount: count, error: null }] });
  });
});

test('a row tells what the board tells, with rates of its own figures', async () => {
  const { sandbox, gateway } = await on(30);
  const truth = new InsightTruth(sandbox);
  const { insights } = await dataOf<Data>(gateway, document, { first: 100 });
  for (const [index, vacancy] of truth.vacancies.entries()) {
    const { clicks, cost, applications } = truth.of([vacancy], null);
    expect(insights.nodes[index]).toMatchObject({
      source: 'ICTERGEZOCHT',
      vacancyId: `ictergezocht:vacancy:${vacancy.vacancyId}`,
      referenceNumber: vacancy.payload.referenceNumber,
      campaign: vacancy.campaign,
      functionGroup: vacancy.functionGroup,
      runtime: vacancy.runtime,
      clicks,
      cost,
      applications,
      costPerClick: vacancy.cpcCents / 100,
      currency: 'EUR',
      applicationRate: clicks === 0 ? null : applications / clicks,
      costPerApplication: applications === 0 ? null : cost / applications,
    });
  }
});

describe('a filter', () => {
  test('is applied over all pages, each row that matches once, and counted where one page holds them all', async () => {
    const { sandbox, gateway } = await on(160);
    const meant = new InsightTruth(sandbox).vacancies.filter(({ campaign }) => campaign === 'Premium').map(({ vacancyId }) => String(vacancyId));
    const { rows } = await walk(gateway, { first: 5, filter: { campaigns: ['Premium'] } });
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(meant);
    const whole = await dataOf<Data>(gateway, document, { first: 100, filter: { campaigns: ['Premium'] } });
    expect(whole.insights.totalCount).toBe(meant.length);
    const part = await dataOf<Data>(gateway, document, { first: 5, filter: { campaigns: ['Premium'] } });
    expect(part.insights.totalCount).toBeNull();
    expect(sandbox.upstreams.ictergezocht.requests).toHaveLength(4);
  });

  test('that few rows match reads a bounded number of pages, and goes on behind them', async () => {
    const sandbox = await startSandbox({ scale: 0.8 });
    const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { ...environment, SCAN_PAGES: '2' } });
    onTestFinished(async () => {
      await gateway.close();
      await sandbox.close();
    });
    const { vacancies } = new InsightTruth(sandbox);
    const last = vacancies.at(-1);
    const filter = { referenceNumbers: [last?.payload.referenceNumber] };
    const { insights } = await dataOf<Data>(gateway, document, { first: 10, filter });
    expect(insights).toMatchObject({ nodes: [], totalCount: null, pageInfo: { hasNextPage: true } });
    expect(sandbox.upstreams.ictergezocht.requests).toHaveLength(2);
    const { rows, pages } = await walk(gateway, { first: 10, filter });
    expect(rows.map(({ sourceId }) => sourceId)).toEqual([String(last?.vacancyId)]);
    expect(pages).toBe(3);
  });
});

describe('rows that change between two pages', () => {
  test('give every vacancy once where others are put in front', async () => {
    const { sandbox, gateway } = await on(101);
    const { data } = sandbox.definitions.ictergezocht;
    const ids = new InsightTruth(sandbox).vacancies.map(({ vacancyId }) => String(vacancyId));
    const [sample] = data.vacancies;
    if (sample === undefined) throw new Error('no vacancy');
    let added = 0;
    const { rows } = await walk(gateway, { first: 25 }, () => {
      // What was kept is gone, so that the board's own pages have moved.
      sandbox.clock.advance(3_600_000);
      (data.vacancies as (typeof sample)[]).unshift({ ...sample, vacancyId: 1000 + added });
      added += 1;
    });
    const walked = rows.map(({ sourceId }) => sourceId);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked.filter((id) => Number(id) > 70_000)).toEqual(ids);
  });
});

describe('a failure', () => {
  test('in the middle gives the rows before it, and a cursor that goes on where it was', async () => {
    const { sandbox, gateway } = await on(120);
    const board = sandbox.upstreams.ictergezocht;
    const ids = new InsightTruth(sandbox).vacancies.map(({ vacancyId }) => String(vacancyId));
    const take = board.faults.take.bind(board.faults);
    let asked = 0;
    board.faults.take = (method, path) => ((asked += 1) > 1 ? { kind: 'status', status: 500 } : take(method, path));
    const { insights } = await dataOf<Data>(gateway, document, { first: 100 });
    board.faults.take = take;
    expect(insights.nodes.map(({ sourceId }) => sourceId)).toEqual(ids.slice(0, 50));
    expect(insights).toMatchObject({ totalCount: null, pageInfo: { hasNextPage: true }, sources: [{ status: 'PARTIAL', totalCount: null, error: { code: 'UPSTREAM_UNAVAILABLE' } }] });
    sandbox.clock.advance(60_000);
    const rest = await dataOf<Data>(gateway, document, { first: 100, after: insights.pageInfo.endCursor });
    expect(rest.insights.nodes.map(({ sourceId }) => sourceId)).toEqual(ids.slice(50));
  });
});

describe('people in insights', () => {
  const people = '{ insights(first: 100) { nodes { contactName contactEmail } } }';
  interface People {
    readonly insights: { readonly nodes: readonly { readonly contactName: string | null; readonly contactEmail: string | null }[] };
  }

  test('are told where they are asked for, past what is kept, and nothing of them is logged', async () => {
    const { sandbox, gateway } = await on(20);
    const emails = new InsightTruth(sandbox).vacancies.map(({ payload }) => payload.companyUser?.email ?? null);
    await dataOf<Data>(gateway, document, { first: 100 });
    const { insights } = await dataOf<People>(gateway, people);
    expect(insights.nodes.map(({ contactEmail }) => contactEmail)).toEqual(emails);
    expect(sandbox.upstreams.ictergezocht.requests).toHaveLength(2);
    const email = emails.find((one) => one !== null);
    expect(gateway.logged.join('\n')).not.toContain(email);
  });
});

test.each([
  [{ first: 0 }, /"first"/],
  [{ first: 101 }, /"first"/],
  [{ after: 'nothing.of-ours' }, /"after"/],
])('%j is refused by its name', async (variables, message) => {
  const { gateway } = await on(1);
  const { errors } = await gateway.query(document, variables);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a cursor of another period or filter is refused', async () => {
  const { gateway } = await on(60);
  const { insights } = await dataOf<Data>(gateway, document, { first: 10 });
  const { errors } = await gateway.query(document, { first: 10, after: insights.edges[0]?.cursor, filter: { campaigns: ['Premium'] } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
