import { describe, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { searchable, truthOf } from '../../support/truth.ts';
import { failureOf, fetchFile, linesOf } from './client.ts';

const story = useStory();
const file = (path: string) => fetchFile(story.gateway.url, path);
const ids = (rows: readonly Record<string, unknown>[]): readonly unknown[] => rows.map(({ id }) => id);

describe('vacancies as a file', () => {
  test('are those of every source, source by source, each once, and no more is asked than their pages', async () => {
    const { status, whole, headers, body } = await file('/export/vacancies.ndjson?trailer=1');
    expect({ status, whole }).toEqual({ status: 200, whole: true });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="vacancies_\d{4}-\d{2}-\d{2}\.ndjson"$/);
    expect(headers.etag).toBeUndefined();
    const lines = linesOf({ body });
    const truth = truthOf(story.sandbox, []);
    const expected = searchable.flatMap((source) => truth[source] ?? []);
    expect(ids(lines.slice(0, -1)).toSorted()).toEqual(expected.toSorted());
    expect(lines.at(-1)).toEqual({ trailer: { complete: true, rows: expected.length, unreadable: 0 } });
    const sources = lines.slice(0, -1).map(({ source }) => source);
    expect(sources.filter((source, index) => source !== sources[index - 1])).toEqual([...new Set(sources)]);
    const { 'vdab POST v2/vacatures': fetched } = callsOf(story.sandbox);
    expect(fetched).toBe(Math.ceil((truth.VDAB?.length ?? 0) / 100));
  });

  test('have the filters of the graph, by their own names and as JSON', async () => {
    const [byName, asJson] = await Promise.all([
      file('/export/vacancies.ndjson?sources=CSO,VDAB&title=beheerder&publishedWithinDays=3650'),
      file(`/export/vacancies.ndjson?sources=CSO&sources=VDAB&filter=${encodeURIComponent(JSON.stringify({ title: 'beheerder', publishedWithinDays: 3650 }))}`),
    ]);
    expect(byName.body.equals(asJson.body)).toBe(true);
    const listed = await story.data<{ vacancies: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } } }>(
      '{ vacancies(first: 100, sources: [CSO, VDAB], filter: { title: "beheerder", publishedWithinDays: 3650 }) { nodes { id } pageInfo { hasNextPage } } }',
    );
    expect(listed.vacancies.pageInfo.hasNextPage).toBe(false);
    expect(listed.vacancies.nodes.length).toBeGreaterThan(0);
    expect(ids(linesOf(byName)).toSorted()).toEqual(listed.vacancies.nodes.map(({ id }) => id).toSorted());
  });

  test('of days of publication are of those days in Amsterdam', async () => {
    const rows = linesOf(await file('/export/vacancies.ndjson?sources=VDAB&from=2026-01-01&to=2026-12-31'));
    expect(rows.every(({ publishedOn }) => String(publishedOn).startsWith('2026-'))).toBe(true);
  });

  test('tell which source cannot apply a criterion, and is not in them', async () => {
    const answer = await file('/export/vacancies.ndjson?trailer=1&from=2026-01-01&to=2026-12-31');
    expect([answer.status, answer.headers['x-skipped-sources']]).toEqual([200, 'CEGID']);
    expect(linesOf(answer).at(-1)).toMatchObject({ trailer: { complete: true, skippedSources: ['CEGID'] } });
    const all = await file('/export/vacancies.ndjson?title=beheerder');
    expect(all.headers['x-skipped-sources']).toBeUndefined();
  });

  test('are no file where a source that takes part fails, and are one without it', async () => {
    const { url } = await story.cold();
    await story.sandbox.upstreams.cegid.stop();
    const answer = await fetchFile(url, '/export/vacancies.csv');
    expect({ status: answer.status, whole: answer.whole }).toEqual({ status: 200, whole: false });
    const without = await fetchFile(url, '/export/vacancies.csv?sources=CSO&sources=VDAB');
    expect({ status: without.status, whole: without.whole }).toEqual({ status: 200, whole: true });
  });

  test('of no source that was named are refused', async () => {
    const other = await story.cold({ VDAB_CLIENT_ID: undefined });
    const answer = await fetchFile(other.url, '/export/vacancies.csv?sources=VDAB');
    expect(answer.status).toBe(503);
    expect(failureOf(answer).extensions).toMatchObject({ code: 'SOURCE_NOT_CONFIGURED', source: 'VDAB' });
  });

  test.each([
    ['filter', 'filter=[1]'],
    ['filter', 'filter={'],
    ['filter.nuts.0', 'filter={"nuts":["XX99"]}'],
    ['filter', 'filter={"colour":"red"}'],
    ['nuts.0', 'nuts=XX99'],
    ['statuses.1', 'statuses=PUBLISHED,GONE'],
    ['sources.0', 'sources=LINKEDIN'],
    ['publishedWithinDays', 'publishedWithinDays=soon'],
    ['salaryMin', 'salaryMin=-1'],
    ['eqfLevels.0', 'eqfLevels=9'],
    ['keywords', 'keywords=a&filter={"keywords":"b"}'],
    ['from', 'from=2026-13-01'],
    ['from', 'from=2026-01-01&publishedFrom=2026-01-01T00:00:00Z'],
    ['onUnsupported', 'onUnsupported=PANIC'],
    ['campaigns', 'campaigns=a'],
  ])('that are asked for wrongly are told so by the name of %s: %s', async (argument, query) => {
    const answer = await file(`/export/vacancies.csv?${query.replaceAll(/[[\]{}"]/g, encodeURIComponent)}`);
    expect(answer.status).toBe(400);
    expect(failureOf(answer).extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(callsOf(story.sandbox)).toEqual({});
  });
});
