import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const document = `query($date: Date!, $first: Int, $after: String) {
  vacancySnapshot(source: VDAB, date: $date, first: $first, after: $after) {
    totalCount nodes { id title publishedOn } edges { cursor node { id } } pageInfo { hasNextPage endCursor } sources { source status totalCount stale fetchedAt }
  }
}`;
const idsOnly = `query($date: Date!, $first: Int, $after: String) { vacancySnapshot(source: VDAB, date: $date, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly vacancySnapshot: {
    readonly totalCount?: number | null;
    readonly nodes: readonly ({ readonly id: string; readonly title?: string } | null)[];
    readonly edges?: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources?: readonly unknown[];
  };
}

function dayAgo(days: number): string {
  return new Date(story.sandbox.clock.now() - days * 24 * 60 * 60_000).toISOString().slice(0, 10);
}

/** What was published on a day: since that day or before, and not ended by then. */
function publishedOn(day: string): string[] {
  const records = story.sandbox.definitions.vdab.data.vacancies.filter(({ document, endedOn }) => document.publicatieDatum <= day && (endedOn === undefined || endedOn > day));
  return records.map(({ id }) => `vdab:vacancy:${id}`);
}

describe('what VDAB had published on a day', () => {
  test.each([3, 30])('%i days ago: paging gives each once, and costs one upstream answer', async (days) => {
    const date = dayAgo(days);
    const gateway = await story.cold();
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { vacancySnapshot }: Page = await dataOf<Page>(gateway, idsOnly, { date, first: 40, after });
      ids.push(...vacancySnapshot.nodes.map((node) => node?.id ?? 'gone'));
      after = vacancySnapshot.pageInfo.endCursor;
      more = vacancySnapshot.pageInfo.hasNextPage;
    }
    expect(ids).toEqual(publishedOn(date));
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures/initial': 1 });
  });

  test('only the details of the page are fetched, in one multi-fetch', async () => {
    const date = dayAgo(3);
    const gateway = await story.cold();
    const { vacancySnapshot } = await dataOf<Page>(gateway, document, { date, first: 25 });
    expect(vacancySnapshot.nodes).toHaveLength(25);
    expect(vacancySnapshot.totalCount).toBe(publishedOn(date).length);
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures/initial': 1, 'vdab POST v2/vacatures': 1 });
  });

  test('a cursor goes on in the same list, whatever changes meanwhile', async () => {
    const date = dayAgo(0);
    const before = publishedOn(date);
    const gateway = await story.cold();
    const first = await dataOf<Page>(gateway, idsOnly, { date, first: 10 });
    story.sandbox.definitions.vdab.removeVacancy(before[5]?.replace('vdab:vacancy:', '') ?? '');
    story.sandbox.clock.advance(30 * 60_000);
    const second = await dataOf<Page>(gateway, idsOnly, { date, first: 10, after: first.vacancySnapshot.pageInfo.endCursor });
    expect([...first.vacancySnapshot.nodes, ...second.vacancySnapshot.nodes].map((node) => node?.id)).toEqual(before.slice(0, 20));
  });

  test('a vacancy that has gone since is a row without a vacancy', async () => {
    const date = dayAgo(10);
    const [gone = ''] = publishedOn(date);
    story.sandbox.definitions.vdab.removeVacancy(gone.replace('vdab:vacancy:', ''));
    const gateway = await story.cold();
    const { vacancySnapshot } = await dataOf<Page>(gateway, document, { date, first: 2 });
    expect(vacancySnapshot.nodes[0]).toBeNull();
    expect(vacancySnapshot.nodes[1]?.title).toBeTypeOf('string');
  });

  test('details that fail cost their rows, and the total', async () => {
    const gateway = await story.cold();
    story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 500, method: 'POST' });
    const { data, errors } = await gateway.query<Page>(document, { date: dayAgo(3), first: 3 });
    expect(data?.vacancySnapshot.nodes).toEqual([null, null, null]);
    expect(data?.vacancySnapshot).toMatchObject({ totalCount: null, sources: [{ source: 'VDAB', status: 'PARTIAL' }] });
    expect(errors.map(({ extensions }) => extensions.code)).toContain('UPSTREAM_UNAVAILABLE');
  });
});

test('a snapshot that cannot be read goes on where it was', async () => {
  const date = dayAgo(40);
  const gateway = await story.cold();
  const asked = `query($date: Date!, $after: String) { vacancySnapshot(source: VDAB, date: $date, first: 5, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } sources { status } } }`;
  await story.sandbox.upstreams.vdab.stop();
  const { vacancySnapshot: failed } = await dataOf<Page>(gateway, asked, { date });
  expect(failed).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true }, sources: [{ status: 'FAILED' }] });
  await story.sandbox.upstreams.vdab.start();
  const { vacancySnapshot } = await dataOf<Page>(gateway, asked, { date, after: failed.pageInfo.endCursor });
  expect(vacancySnapshot.nodes.map((node) => node?.id)).toEqual(publishedOn(date).slice(0, 5));
});

test.each(['CSO', 'CEGID', 'ICTERGEZOCHT'])('%s has no snapshots and says so', async (source) => {
  const { vacancySnapshot } = await story.data<Page>(`{ vacancySnapshot(source: ${source}, date: "2026-01-01") { totalCount nodes { id } pageInfo { hasNextPage endCursor } sources { source status error { code } } } }`);
  expect(vacancySnapshot).toEqual({ totalCount: null, nodes: [], pageInfo: { hasNextPage: false, endCursor: null }, sources: [{ source, status: 'FAILED', error: { code: 'UNSUPPORTED_BY_SOURCE' } }] });
});
