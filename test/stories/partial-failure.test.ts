import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import type { Fault } from '../../sandbox/kit/faults.ts';
import type { RunningUpstream } from '../../sandbox/kit/upstream.ts';
import type { Answer, TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';

const story = useStory();
const sources = ['CSO', 'VDAB', 'CEGID'] as const;
const upstreamOf = { CSO: 'cso', VDAB: 'vdab', CEGID: 'cegid' } as const;
const document = '{ vacancies(first: 30) { totalCount nodes { id title } pageInfo { hasNextPage } sources { source status totalCount stale error { code message retryAfterSeconds upstreamStatus } } } }';

interface Page {
  readonly vacancies: {
    readonly totalCount: number | null;
    readonly nodes: readonly ({ readonly id: string; readonly title: string | null } | null)[];
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly sources: readonly Report[];
  } | null;
}
interface Report {
  readonly source: string;
  readonly status: string;
  readonly totalCount: number | null;
  readonly stale: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly retryAfterSeconds: number | null; readonly upstreamStatus: number | null } | null;
}

/** How a source is brought down, and what is told of it. */
const faults: Readonly<Record<string, { readonly bring: Fault | 'stop'; readonly code: string; readonly upstreamStatus?: number }>> = {
  refused: { bring: 'stop', code: 'UPSTREAM_UNAVAILABLE' },
  hanging: { bring: { kind: 'hang' }, code: 'UPSTREAM_TIMEOUT' },
  'answering 500': { bring: { kind: 'status', status: 500 }, code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 },
  'answering HTML': { bring: { kind: 'html' }, code: 'UPSTREAM_INVALID_RESPONSE' },
  'answering truncated JSON': { bring: { kind: 'truncate' }, code: 'UPSTREAM_INVALID_RESPONSE' },
};
const budget = { SOURCE_TIMEOUT_MS: '1000', OPERATION_TIMEOUT_MS: '3000' };

async function bringDown(upstream: RunningUpstream, fault: Fault | 'stop'): Promise<void> {
  if (fault === 'stop') await upstream.stop();
  else upstream.faults.add(fault);
}

async function ask(gateway: TestGateway, query = document): Promise<Answer<Page> & { readonly page: NonNullable<Page['vacancies']>; readonly report: (source: string) => Report | undefined }> {
  const answer = await gateway.query<Page>(query);
  const page = answer.data?.vacancies;
  if (page === null || page === undefined) throw new Error(`no page: ${JSON.stringify(answer.errors)}`);
  return { ...answer, page, report: (source) => page.sources.find((one) => one.source === source) };
}

describe.each(sources)('with %s down, vacancies over three sources still answers the other two and names the one that failed', (down) => {
  test.each(Object.entries(faults))('%s', async (_name, { bring, code, upstreamStatus = null }) => {
    const gateway = await story.cold(bring !== 'stop' && bring.kind === 'hang' ? budget : {});
    // Its connections and code are warm, but nothing of what is asked below is kept.
    await gateway.query('{ vacancies(first: 1, filter: { title: "warm" }) { nodes { id } } }');
    await bringDown(story.sandbox.upstreams[upstreamOf[down]], bring);
    const begun = performance.now();
    const { errors, page, report } = await ask(gateway);
    const tookMs = performance.now() - begun;

    expect(errors).toEqual([]);
    expect(tookMs).toBeLessThan(bring !== 'stop' && bring.kind === 'hang' ? Number(budget.OPERATION_TIMEOUT_MS) : 8000);
    expect(page.sources.map(({ source, status }) => [source, status])).toEqual(sources.map((source) => [source, source === down ? 'FAILED' : 'OK']));
    expect(report(down)?.error).toMatchObject({ code, upstreamStatus });
    expect(report(down)?.totalCount).toBeNull();
    const bySource = Map.groupBy(page.nodes, (node) => node?.id.split(':')[0]);
    expect([...bySource.keys()].toSorted()).toEqual(sources.filter((source) => source !== down).map((source) => source.toLowerCase()).toSorted());
    expect(page.nodes).toHaveLength(30);
    expect(page.nodes.every((node) => node?.title !== null)).toBe(true);
  });
});

test('the budget is by default 8 s a source and 10 s an operation', () => {
  expect(readConfig(gatewayEnvironment(story.sandbox))).toMatchObject({ sourceTimeoutMs: 8000, operationTimeoutMs: 10_000 });
});

test('with all three down there is an empty page that names them, not an error', async () => {
  const gateway = await story.cold();
  for (const upstream of Object.values(story.sandbox.upstreams)) await upstream.stop();
  const { page, errors } = await ask(gateway);
  expect(errors).toEqual([]);
  expect(page).toMatchObject({ nodes: [], totalCount: null, pageInfo: { hasNextPage: true } });
  expect(page.sources.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'FAILED']);
});

test('a dead upstream never reads as zero: the total is null unless every source is OK', async () => {
  const gateway = await story.cold();
  const document = '{ vacancies(first: 5, sources: [CSO, VDAB]) { totalCount nodes { id title } pageInfo { hasNextPage } sources { source status totalCount } } }';
  const { jobs } = story.sandbox.definitions.cso.data;
  story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 503 });
  const { page, report } = await ask(gateway, document);
  expect(report('CSO')?.totalCount).toBe(jobs.length);
  expect(page.totalCount).toBeNull();
  story.sandbox.upstreams.vdab.reset();
  const published = story.sandbox.definitions.vdab.data.vacancies.filter(({ document: { status } }) => status === 'GEPUBLICEERD');
  expect((await ask(gateway, document)).page.totalCount).toBe(jobs.length + published.length);
});

test('a source that is back takes part again', async () => {
  const gateway = await story.cold();
  await story.sandbox.upstreams.vdab.stop();
  expect((await ask(gateway)).report('VDAB')?.status).toBe('FAILED');
  await story.sandbox.upstreams.vdab.start();
  expect((await ask(gateway)).report('VDAB')?.status).toBe('OK');
});

test('details that cannot be read cost their rows: each is null with an error that names it, and the source is PARTIAL', async () => {
  const gateway = await story.cold();
  story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 500, method: 'POST' });
  const { page, report, errors } = await ask(gateway);
  const lost = page.nodes.flatMap((node, index) => (node === null ? [index] : []));
  expect(lost).toHaveLength(10);
  expect(errors.map(({ path }) => path)).toEqual(lost.map((index) => ['vacancies', 'nodes', index]));
  expect(errors.every(({ extensions }) => extensions.code === 'UPSTREAM_UNAVAILABLE' && extensions['source'] === 'VDAB' && extensions['upstreamStatus'] === 500)).toBe(true);
  expect(report('VDAB')?.status).toBe('PARTIAL');
  expect(page.totalCount).toBeNull();
});

test('one bad row costs that row, not the page, and says where in the JSON it is', async () => {
  const gateway = await story.cold();
  const [good, other] = story.sandbox.definitions.cegid.data.vacancies;
  story.sandbox.upstreams.cegid.faults.add({ kind: 'wrong-json', path: 'exports', body: JSON.stringify([good, { title: 'without a reference' }, other]) });
  const { page, errors, report } = await ask(gateway, '{ vacancies(first: 5, sources: [CEGID]) { totalCount nodes { id title } pageInfo { hasNextPage } sources { source status error { code message } } } }');
  expect(page.nodes.map((node) => node?.title ?? null)).toEqual([good?.jobDescription.title, null, other?.jobDescription.title]);
  expect(errors).toMatchObject([{ path: ['vacancies', 'nodes', 1], extensions: { code: 'UPSTREAM_INVALID_RESPONSE', source: 'CEGID' } }]);
  expect(errors[0]?.message).toContain('[1]');
  expect(report('CEGID')?.status).toBe('PARTIAL');
});

test('an answer of another shape is UPSTREAM_INVALID_RESPONSE and names the path in the JSON', async () => {
  const gateway = await story.cold();
  story.sandbox.upstreams.vdab.faults.add({ kind: 'wrong-json', body: '{"aantal":1,"resultaten":{"a":1}}' });
  const { report } = await ask(gateway);
  expect(report('VDAB')?.error?.code).toBe('UPSTREAM_INVALID_RESPONSE');
  expect(report('VDAB')?.error?.message).toContain('resultaten');
});

test('an upstream that asks for fewer calls is RATE_LIMITED and says when to come back', async () => {
  const gateway = await story.cold();
  story.sandbox.upstreams.cegid.faults.add({ kind: 'status', status: 429, path: 'exports', headers: { 'retry-after': '120' } });
  expect((await ask(gateway)).report('CEGID')?.error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 120, upstreamStatus: 429 });
});

test('an upstream that failed five times in a row is left alone, and told of as not healthy', async () => {
  const gateway = await story.cold();
  const { vdab } = story.sandbox.upstreams;
  vdab.faults.add({ kind: 'status', status: 501 });
  for (let turn = 0; turn < 5; turn += 1) await ask(gateway);
  const asked = vdab.requests.length;
  const { report } = await ask(gateway);
  expect(vdab.requests).toHaveLength(asked);
  expect(report('VDAB')?.error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(report('VDAB')?.error?.retryAfterSeconds).toBeGreaterThan(0);
  const { data } = await gateway.query<{ sources: { source: string; healthy: boolean }[] }>('{ sources { source healthy } }');
  expect(data?.sources.filter(({ healthy }) => !healthy).map(({ source }) => source)).toEqual(['VDAB']);
});

test('a vacancy of a source that is down is null with an error; the others are there', async () => {
  const gateway = await story.cold();
  await story.sandbox.upstreams.vdab.stop();
  const [job] = story.sandbox.definitions.cso.data.jobs;
  const [record] = story.sandbox.definitions.vdab.data.vacancies;
  const ids = [`vdab:vacancy:${record?.id}`, `cso:vacancy:${job?.code}`];
  const { data, errors } = await gateway.query('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data).toEqual({ nodes: [null, { id: ids[1] }] });
  expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE', source: 'VDAB' } }]);
});
