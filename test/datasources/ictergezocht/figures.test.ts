import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FigurePage, Insight } from '../../../src/domain/insight.ts';
import { sleep } from '../../../src/http/waiting.ts';
import { Board, rejection } from './board.ts';

const board = new Board(undefined, 0.5);
const { data, switches } = board.sandbox;
const inclusive = { endDate: 'inclusive' } as const;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const ofAccount = data.vacancies.filter(({ account }) => account === 'A');
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

async function all<T>(pages: AsyncIterable<FigurePage<T>>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) {
    expect(page.failures).toEqual([]);
    rows.push(...page.rows);
  }
  return rows;
}

describe('insights', () => {
  test.each([
    ['links are left out', {}],
    ['links are null', { relWhenEmpty: 'null' }],
    ['rel is absent', { relWhenEmpty: 'absent' }],
    ['rel is an empty list', { relWhenEmpty: 'list' }],
    ['count is the page’s', { countMeaning: 'page' }],
    ['numbers are strings', { numbersAsStrings: true }],
  ] as const)('are whole, page after page, where %s', async (_case, reading) => {
    Object.assign(switches, reading);
    const rows = await all(board.open(inclusive).insightPages({ from: '2020-01-01', to: '2035-12-31' }, null));
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(ofAccount.map(({ vacancyId }) => String(vacancyId)));
    expect(rows.reduce((sum, { clicks }) => sum + (clicks ?? Number.NaN), 0)).toBe(data.clicks.A.length);
    expect(rows.reduce((sum, { applications }) => sum + (applications ?? Number.NaN), 0)).toBe(ofAccount.reduce((sum, vacancy) => sum + vacancy.applications.length, 0));
    const period = 'startDate=2020-01-01&endDate=2035-12-31';
    expect(board.asked()).toEqual([`/vacancy/insight?${period}`, `/vacancy/insight?${period}&offset=50&limit=50`, `/vacancy/insight?${period}&offset=100&limit=50`]);
  });

  test('go out without dates where no period is asked for', async () => {
    const [page] = await pages(board.open().insightPages(null, null), 1);
    expect(page).toMatchObject({ next: 'offset=50&limit=50', total: 150, stale: false });
    expect(board.asked()).toEqual(['/vacancy/insight']);
  });

  test('go on from the next of an earlier page, with their period', async () => {
    const source = board.open(inclusive);
    const [first] = await pages(source.insightPages({ from: '2026-01-01', to: '2026-02-01' }, null), 1);
    expect(first?.next).toBe('offset=50&limit=50');
    const rest = await all(source.insightPages({ from: '2026-01-01', to: '2026-02-01' }, first?.next ?? ''));
    expect(rest.map(({ sourceId }) => sourceId)).toEqual(ofAccount.slice(50).map(({ vacancyId }) => String(vacancyId)));
    expect(board.asked()[1]).toBe('/vacancy/insight?startDate=2026-01-01&endDate=2026-02-01&offset=50&limit=50');
  });

  test('are asked for no further than they are read', async () => {
    await pages(board.open().insightPages(null, null), 2);
    expect(board.asked()).toHaveLength(2);
  });

  test('that are kept cost nothing for minutes, and are without the people in them', async () => {
    const upstream = board.connect();
    const kept = () => all(board.operation(upstream).insightPages(null, null, { kept: true }));
    const [once, twice] = await Promise.all([kept(), kept()]);
    expect(once.filter(({ contactName, contactEmail }) => contactName !== null || contactEmail !== null)).toEqual([]);
    expect(twice).toEqual(once);
    expect(await kept()).toEqual(once);
    expect(board.asked()).toHaveLength(3);
    const named = await all(board.operation(upstream).insightPages(null, null));
    expect(named.map(({ contactEmail }) => contactEmail)).toEqual(ofAccount.map(({ payload }) => payload.companyUser?.email ?? null));
    expect(board.asked()).toHaveLength(6);
  });

  test('that are kept are not another account’s', async () => {
    const services = board.services();
    const of = (apiKey: string): Promise<Insight[]> => all(board.operation(board.connect({ apiKey }, services)).insightPages(null, null, { kept: true }));
    const [mine, theirs] = [await of('sandbox-ictergezocht-key'), await of('sandbox-ictergezocht-key-2')];
    expect(mine).toHaveLength(150);
    expect(theirs).toHaveLength(6);
  });

  test('of a row that cannot be read cost that row', async () => {
    const broken = new Board((exchange) => {
      const answer = board.sandbox.handle(exchange);
      return typeof answer === 'object' && 'body' in answer && typeof answer.body === 'string' ? { ...answer, body: answer.body.replace(/"vacancyId":70004/, '"vacancyId":"none"') } : answer;
    }, 0.5);
    await broken.upstream.start();
    const [page] = await pages(broken.open().insightPages(null, null), 1);
    expect(page?.rows).toHaveLength(49);
    expect(page?.failures).toMatchObject([{ code: 'UPSTREAM_INVALID_RESPONSE', message: "A row of the upstream's answer is not as documented: expected a whole number at items[1].vacancyId." }]);
    await broken.stop();
  });
});

describe('a link', () => {
  test.each([
    ['of another host', 'https://elsewhere.example'],
    ['of another port', 'http://127.0.0.1:1'],
  ])('%s is never followed, and says whose fault it is', async (_case, origin) => {
    Object.assign(switches, { relNextOrigin: origin });
    const error = await rejection(all(board.open().insightPages(null, null)));
    expect(error).toMatchObject({ name: 'SourceFailure', source: 'ICTERGEZOCHT', code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(board.asked()).toHaveLength(1);
  });
});

describe('a list whose links', () => {
  test.each([
    ['stay where they are', (offset: number) => offset],
    ['go back', (offset: number) => offset - 50],
    ['lead round', (offset: number) => (offset === 100 ? 0 : offset + 50)],
  ])('%s ends with a failure, after as many calls as there are pages', async (_case, further) => {
    const circling = new Board((exchange) => {
      const offset = Number(exchange.query.get('offset') ?? 0);
      const body = { count: 500, rel: { next: `${exchange.path}?offset=${further(offset)}&limit=50` }, items: [] };
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    });
    await circling.upstream.start();
    const error = await rejection(all(circling.open().insightPages(null, null)));
    expect(error).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(circling.asked().length).toBeLessThanOrEqual(3);
    await circling.stop();
  });
});

describe('a reading of bulk', () => {
  test('lets whoever is waited for go first', async () => {
    const upstream = board.connect({ ...inclusive, accountLimit: { requests: 8, windowSeconds: 1 } }, board.services({ sleep }));
    const order: string[] = [];
    const one = async (name: string, priority: 'bulk' | 'interactive') => {
      for await (const _ of board.operation(upstream, { priority, deadline: board.clock.now() + 20_000 }).insightPages({ from: name, to: name }, null)) order.push(priority);
    };
    const bulk = ['2026-01-01', '2026-01-02', '2026-01-03'].map((name) => one(name, 'bulk'));
    await Promise.all([...bulk, one('2026-02-01', 'interactive')]);
    expect(order).toHaveLength(12);
    expect(order.slice(0, 6).filter((priority) => priority === 'interactive')).toHaveLength(3);
  });
});

describe('a page that fails', () => {
  test.each([
    ['with 500 once', { kind: 'status', status: 500, times: 1 }],
    ['with 429 once', { kind: 'status', status: 429, times: 1, headers: { 'retry-after': '1' } }],
  ] as const)('%s in the middle is read again within its time', async (_case, fault) => {
    const seen: Insight[] = [];
    for await (const { rows } of board.open().insightPages(null, null)) {
      if (seen.length === 0) board.upstream.faults.add(fault);
      seen.push(...rows);
    }
    expect(seen).toHaveLength(150);
    expect(board.asked()).toHaveLength(4);
  });

  test('for good ends the reading with a failure that names the source, behind the pages that were read', async () => {
    const seen: Insight[] = [];
    const error = await rejection(
      (async () => {
        for await (const { rows } of board.open().insightPages(null, null)) {
          board.upstream.faults.add({ kind: 'status', status: 500 });
          seen.push(...rows);
        }
      })(),
    );
    expect(error).toMatchObject({ name: 'SourceFailure', source: 'ICTERGEZOCHT', code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 });
    expect(seen).toHaveLength(50);
  });
});

describe('clicks', () => {
  test.each(['local', 'zoned'] as const)('are whole, with their moment, where dates are %s', async (clickDateForm) => {
    Object.assign(switches, { clickDateForm });
    const now = board.clock.now();
    const period = { from: day(now - 3 * 86_400_000), to: day(now + 86_400_000) };
    const clicks = await all(board.open(inclusive).clickPages(period, null, null));
    const truth = data.clicks.A.filter(([, atMs]) => atMs >= (clicks[0]?.clickedAt.getTime() ?? Number.NaN));
    expect(clicks.map(({ sourceId, clickedAt, ip }) => [Number(sourceId), clickedAt.getTime(), ip])).toEqual(truth);
  });

  test('are those of one reference number where it is given, never kept', async () => {
    const [vacancyId] = data.clicks.A[0] ?? [0];
    const referenceNumber = ofAccount.find((vacancy) => vacancy.vacancyId === vacancyId)?.payload.referenceNumber ?? '';
    const upstream = board.connect(inclusive);
    const read = () => pages(board.operation(upstream).clickPages({ from: '2020-01-01', to: '2035-01-01' }, referenceNumber, null), 1);
    const [[page]] = [await read(), await read()];
    expect(new Set(page?.rows.map((click) => click.referenceNumber))).toEqual(new Set([referenceNumber]));
    expect(board.asked()).toEqual(Array.from({ length: 2 }, () => `/click?startDate=2020-01-01&endDate=2035-01-01&referenceNumber=${referenceNumber}`));
  });
});

describe('the last day of a period', () => {
  const [, atMs] = data.clicks.A[400] ?? [0, 0];
  const theDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(atMs);
  const period = { from: theDay, to: theDay };
  const truth = data.clicks.A.filter(([, at]) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(at) === theDay).length;

  test.each([
    ['inclusive', true],
    ['exclusive', false],
    ['probe', true],
    ['probe', false],
  ] as const)('is part of it: %s where the board’s endDate is inclusive: %s', async (endDate, endDateInclusive) => {
    Object.assign(switches, { endDateInclusive });
    const clicks = await all(board.open({ endDate }).clickPages(period, null, null));
    expect(clicks).toHaveLength(truth);
  });

  test('is found out once for all operations and replicas', async () => {
    const services = board.services();
    const upstream = board.connect({}, services);
    const read = (of = upstream) => all(board.operation(of).insightPages(period, null));
    await Promise.all([read(), read()]);
    expect(board.asked().filter((path) => path.startsWith('/click'))).toHaveLength(2);
    await read(board.connect({}, services));
    expect(board.asked().filter((path) => path.startsWith('/click'))).toHaveLength(2);
  });

  test('is taken to be part of it, with a word to operators, where the key may not read clicks', async () => {
    const withoutClicks = new Board((exchange) => (exchange.path === '/click' ? { status: 403, headers: {}, body: '{"errors":[]}' } : board.sandbox.handle(exchange)), 0.1);
    await withoutClicks.upstream.start();
    const source = withoutClicks.open();
    await pages(source.insightPages(period, null), 1);
    await pages(source.insightPages(period, null), 1);
    expect(withoutClicks.asked()).toEqual(['/click', `/vacancy/insight?startDate=${theDay}&endDate=${theDay}`, `/vacancy/insight?startDate=${theDay}&endDate=${theDay}`]);
    expect(withoutClicks.warnings).toEqual([expect.stringContaining('ICTERGEZOCHT_END_DATE')]);
    await withoutClicks.stop();
  });
});

async function pages<T>(of: AsyncIterable<FigurePage<T>>, count: number): Promise<FigurePage<T>[]> {
  const read: FigurePage<T>[] = [];
  for await (const page of of) if (read.push(page) >= count) break;
  return read;
}
