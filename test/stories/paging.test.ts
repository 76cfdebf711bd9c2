import { assert, asyncProperty, constantFrom, integer, oneof, constant, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries, type Criterion, criteria } from '../support/criteria.ts';
import type { TestGateway } from '../support/gateway.ts';
import { dataOf, useStory } from '../support/story.ts';
import { roundRobin, type Searchable, searchable, type Truth, truthOf } from '../support/truth.ts';

const story = useStory({ scale: 0.15 });
/** Pages of one walk; a longer list is walked with larger pages. */
const mostPages = 25;

interface Asked {
  readonly parts: readonly Criterion[];
  readonly sources: readonly Searchable[];
  readonly onUnsupported: 'SKIP_SOURCE' | 'IGNORE';
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly sources: readonly { readonly source: Searchable; readonly status: string }[];
}

const document = `query($filter: VacancyFilter, $sources: [Source!], $first: Int, $after: String) {
  vacancies(filter: $filter, sources: $sources, first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } sources { source status }
  }
}`;

async function page(gateway: TestGateway, { parts, sources, onUnsupported }: Asked, first: number, after: string | null): Promise<Page> {
  const filter = Object.assign({ onUnsupported }, ...parts.map((part) => part.filter));
  const { vacancies } = await dataOf<{ vacancies: Page }>(gateway, document, { filter, sources, first, after });
  return vacancies;
}

/** Every id from the first page to the last. */
async function walk(gateway: TestGateway, asked: Asked, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 500; pages += 1) {
    const { edges, pageInfo } = await page(gateway, asked, first, after);
    expect(edges.length).toBeLessThanOrEqual(first);
    expect(pageInfo).toMatchObject({ hasPreviousPage: after !== null, startCursor: edges[0]?.cursor ?? null });
    ids.push(...edges.map(({ node }) => node?.id ?? 'gone'));
    if (!pageInfo.hasNextPage) return ids;
    expect(pageInfo.endCursor).not.toBe(after);
    after = pageInfo.endCursor;
  }
  throw new Error('a walk without an end');
}

function listsOf(truth: Truth, sources: readonly Searchable[]): readonly (readonly string[])[] {
  return searchable.filter((source) => sources.includes(source)).flatMap((source) => (truth[source] === null ? [] : [truth[source]]));
}

/** Criteria that do not speak of the same thing, sources, and what to do with what a source cannot apply. */
const anyQuestion = record({
  parts: uniqueArray(constantFrom(...criteria), { maxLength: 3, selector: ({ filter }) => Object.keys(filter).join() }),
  sources: oneof({ weight: 3, arbitrary: constant(searchable) }, { weight: 1, arbitrary: uniqueArray(constantFrom(...searchable), { minLength: 1 }) }),
  onUnsupported: constantFrom('SKIP_SOURCE' as const, 'IGNORE' as const),
});
const anySize = integer({ min: 1, max: 100 });

describe('walking any filter with any page size over three sources', () => {
  test('gives each match exactly once, the sources in turn, each in its own order', async () => {
    await assert(
      asyncProperty(anyQuestion, anySize, async (asked, size) => {
        const expected = roundRobin(listsOf(truthOf(story.sandbox, asked.parts, asked.onUnsupported), asked.sources));
        expect(await walk(story.gateway, asked, Math.max(size, Math.ceil(expected.length / mostPages)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('gives each match exactly once in a stable order, also where pages are cut short by the bound of what is scanned', async () => {
    const gateway = await story.cold({ SCAN_PAGES: '1' });
    await assert(
      asyncProperty(anyQuestion, anySize, async (asked, size) => {
        const lists = listsOf(truthOf(story.sandbox, asked.parts, asked.onUnsupported), asked.sources);
        const first = Math.max(size, Math.ceil(lists.flat().length / mostPages));
        const ids = await walk(gateway, asked, first);
        expect(ids.toSorted()).toEqual(lists.flat().toSorted());
        for (const list of lists) expect(ids.filter((id) => list.includes(id))).toEqual(list);
        expect(await walk(gateway, asked, first)).toEqual(ids);
      }),
      { numRuns: 15 },
    );
  });

  test('page sizes may change on the way, and every edge has a cursor to go on from', async () => {
    await assert(
      asyncProperty(anyQuestion, integer({ min: 2, max: 30 }), integer({ min: 1, max: 100 }), integer({ min: 0, max: 29 }), async (asked, first, second, at) => {
        const expected = roundRobin(listsOf(truthOf(story.sandbox, asked.parts, asked.onUnsupported), asked.sources));
        const { edges } = await page(story.gateway, asked, first, null);
        expect(edges.map(({ node }) => node?.id)).toEqual(expected.slice(0, first));
        const cut = edges[at % Math.max(1, edges.length)];
        if (cut === undefined) return;
        const behind = edges.indexOf(cut) + 1;
        const next = await page(story.gateway, asked, second, cut.cursor);
        expect(next.edges.map(({ node }) => node?.id)).toEqual(expected.slice(behind, behind + second));
      }),
      { numRuns: 25 },
    );
  });
});

test('a source that fails on one page is gone on with where it was, once it is back', async () => {
  const gateway = await story.cold();
  const asked: Asked = { parts: [], sources: searchable, onUnsupported: 'SKIP_SOURCE' };
  const truth = truthOf(story.sandbox, []);
  const { cso } = story.sandbox.upstreams;
  const first = await page(gateway, asked, 30, null);
  await cso.stop();
  const second = await page(gateway, asked, 30, first.pageInfo.endCursor);
  await cso.start();
  const third = await page(gateway, asked, 30, second.pageInfo.endCursor);
  const ids = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node?.id));
  expect(second.sources.map(({ status }) => status)).toEqual(['FAILED', 'OK', 'OK']);
  expect(ids.filter((id) => id?.startsWith('cso:'))).toEqual(truth.CSO?.slice(0, 20));
  expect(new Set(ids).size).toBe(90);
});

test('a source that fails alone does not end the list: a walk that waits for it misses nothing', async () => {
  const gateway = await story.cold();
  const asked: Asked = { parts: [], sources: ['VDAB'], onUnsupported: 'SKIP_SOURCE' };
  const { vdab } = story.sandbox.upstreams;
  const first = await page(gateway, asked, 20, null);
  await vdab.stop();
  const second = await page(gateway, asked, 20, first.pageInfo.endCursor);
  const third = await page(gateway, asked, 20, second.pageInfo.endCursor);
  for (const failed of [second, third]) expect(failed).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: first.pageInfo.endCursor }, sources: [{ source: 'VDAB', status: 'FAILED' }] });
  await vdab.start();
  const fourth = await page(gateway, asked, 20, third.pageInfo.endCursor);
  expect([first, fourth].flatMap(({ edges }) => edges.map(({ node }) => node?.id))).toEqual(truthOf(story.sandbox, []).VDAB?.slice(0, 40));
});

test('a list goes on behind its other sources’ end while one that failed has rows left, from its first page too', async () => {
  const gateway = await story.cold();
  const asked: Asked = { parts: [countries('NL')], sources: ['CSO', 'VDAB'], onUnsupported: 'SKIP_SOURCE' };
  const expected = listsOf(truthOf(story.sandbox, asked.parts), asked.sources).flat();
  expect(new Set(expected.map((id) => id.split(':')[0]))).toEqual(new Set(['cso', 'vdab']));
  const { cso } = story.sandbox.upstreams;
  cso.faults.add({ kind: 'status', status: 400 });
  const ids: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 100; pages += 1) {
    const { edges, pageInfo, sources } = await page(gateway, asked, 100, after);
    ids.push(...edges.map(({ node }) => node?.id ?? 'gone'));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
    if (edges.length > 0) continue;
    expect(sources[0]).toEqual({ source: 'CSO', status: 'FAILED' });
    cso.reset();
  }
  expect(ids.toSorted()).toEqual(expected.toSorted());
});

test('a source that cannot do what is asked ends its list', async () => {
  const { vacancies } = await story.data<{ vacancies: unknown }>('{ vacancies(sources: [ICTERGEZOCHT]) { pageInfo { hasNextPage endCursor } sources { source status } } }');
  expect(vacancies).toEqual({ pageInfo: { hasNextPage: false, endCursor: null }, sources: [{ source: 'ICTERGEZOCHT', status: 'SKIPPED' }] });
});

test('a source that cannot even be planned for on one page keeps its place', async () => {
  const gateway = await story.cold({ SOURCE_TIMEOUT_MS: '2000' });
  // CSO's codes of a country are in its lists; VDAB needs nothing to be planned.
  const asked: Asked = { parts: [countries('NL', 'BE')], sources: ['CSO', 'VDAB'], onUnsupported: 'SKIP_SOURCE' };
  const expected = truthOf(story.sandbox, asked.parts).CSO ?? [];
  const first = await page(gateway, asked, 4, null);
  story.sandbox.clock.advance(8 * 24 * 60 * 60_000);
  story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 400, path: 'getJobEnumerations' });
  const second = await page(gateway, asked, 4, first.pageInfo.endCursor);
  story.sandbox.upstreams.cso.reset();
  const third = await page(gateway, asked, 4, second.pageInfo.endCursor);
  expect(second.sources[0]).toMatchObject({ source: 'CSO', status: 'FAILED' });
  expect(second.edges).toHaveLength(4);
  const ids = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node?.id));
  expect(ids.filter((id) => id?.startsWith('cso:'))).toEqual(expected.slice(0, 4));
  expect(new Set(ids).size).toBe(12);
});
