import { describe, expect, test } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const minuteMs = 60_000;

interface Page {
  readonly vacancies: {
    readonly nodes: readonly ({ readonly id: string; readonly title: string } | null)[];
    readonly sources: readonly { readonly source: string; readonly status: string; readonly stale: boolean; readonly fetchedAt: string | null; readonly error: { readonly code: string } | null }[];
  };
}

async function page(gateway: TestGateway, source: string): Promise<Page['vacancies']> {
  const { data } = await gateway.query<Page>(`{ vacancies(first: 4, sources: [${source}]) { nodes { id title } sources { source status stale fetchedAt error { code } } } }`);
  if (data === null) throw new Error('no page');
  return data.vacancies;
}

function forgetLogs(): void {
  for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
}

const upstreamOf = { CSO: 'cso', VDAB: 'vdab', CEGID: 'cegid' } as const;

describe.each(['CSO', 'VDAB', 'CEGID'] as const)('%s', (source) => {
  const upstream = () => story.sandbox.upstreams[upstreamOf[source]];

  test('an answer within its freshness is served again, and says when it was read', async () => {
    const gateway = await story.cold();
    const first = await page(gateway, source);
    forgetLogs();
    story.sandbox.clock.advance(30_000);
    expect(await page(gateway, source)).toEqual(first);
    expect(callsOf(story.sandbox)).toEqual({});
    expect(first.sources[0]).toMatchObject({ status: 'OK', stale: false });
    expect(story.sandbox.clock.now() - Date.parse(first.sources[0]?.fetchedAt ?? '')).toBeGreaterThanOrEqual(30_000);
  });

  test('past its freshness it is served while it is fetched anew, once', async () => {
    const gateway = await story.cold();
    const first = await page(gateway, source);
    forgetLogs();
    story.sandbox.clock.advance(3 * minuteMs);
    const second = await page(gateway, source);
    expect(second.nodes).toEqual(first.nodes);
    expect(second.sources[0]?.stale).toBe(false);
    await expect.poll(async () => Date.parse((await page(gateway, source)).sources[0]?.fetchedAt ?? '')).toBeGreaterThan(Date.parse(first.sources[0]?.fetchedAt ?? ''));
    const lists = upstream().requests.filter(({ path }) => /(?:getJobs\.json|vacatures|exports\/v1\/vacancies)$/.test(path));
    expect(lists.filter(({ method }) => method === (source === 'CSO' ? 'POST' : 'GET'))).toHaveLength(1);
  });

  test('when the upstream fails, what is kept is served and told as stale, with when it was read', async () => {
    const gateway = await story.cold();
    const first = await page(gateway, source);
    story.sandbox.clock.advance(3 * minuteMs);
    await upstream().stop();
    await expect.poll(async () => (await page(gateway, source)).sources[0]?.stale).toBe(true);
    const stale = await page(gateway, source);
    expect(stale.nodes).toEqual(first.nodes);
    expect(stale.sources[0]).toMatchObject({ source, status: 'OK', stale: true, error: null });
    expect(Date.parse(stale.sources[0]?.fetchedAt ?? '')).toBeLessThanOrEqual(story.sandbox.clock.now() - 3 * minuteMs);
  });

  test('when the upstream is back, the answer is fresh again', async () => {
    const gateway = await story.cold();
    await page(gateway, source);
    story.sandbox.clock.advance(3 * minuteMs);
    await upstream().stop();
    await expect.poll(async () => (await page(gateway, source)).sources[0]?.stale).toBe(true);
    await upstream().start();
    await expect.poll(async () => (await page(gateway, source)).sources[0]?.stale, { timeout: 15_000 }).toBe(false);
  });

  test('nothing is served for ever: after an hour the source has failed', async () => {
    const gateway = await story.cold();
    await page(gateway, source);
    story.sandbox.clock.advance(120 * minuteMs);
    await upstream().stop();
    const { nodes, sources } = await page(gateway, source);
    expect(nodes).toEqual([]);
    expect(sources).toMatchObject([{ status: 'FAILED', stale: false, fetchedAt: null, error: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('details that are kept longer than their list', () => {
  test('are told as stale where only they are', async () => {
    const gateway = await story.cold();
    await page(gateway, 'VDAB');
    story.sandbox.clock.advance(20 * minuteMs);
    story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 500, method: 'POST' });
    const { nodes, sources } = await page(gateway, 'VDAB');
    expect(nodes).toHaveLength(4);
    expect(nodes.every((node) => node !== null)).toBe(true);
    expect(sources[0]).toMatchObject({ status: 'OK', stale: true, error: null });
    expect(story.sandbox.clock.now() - Date.parse(sources[0]?.fetchedAt ?? '')).toBeGreaterThanOrEqual(20 * minuteMs);
  });
});

describe('lists of codes', () => {
  test('are served for a day while their upstream fails, and told as stale', async () => {
    const gateway = await story.cold();
    const document = '{ enumerations(sources: [CSO]) { nodes { name values { code } } sources { source status stale } } }';
    const first = await dataOf<{ enumerations: { nodes: unknown[]; sources: { stale: boolean }[] } }>(gateway, document);
    story.sandbox.clock.advance(12 * 60 * minuteMs);
    await story.sandbox.upstreams.cso.stop();
    const ask = () => dataOf<typeof first>(gateway, document);
    await expect.poll(async () => (await ask()).enumerations.sources[0]?.stale).toBe(true);
    expect((await ask()).enumerations.nodes).toEqual(first.enumerations.nodes);
  });
});

test('another caller’s freshness is not shared with personal data: candidates fail at once', async () => {
  const gateway = await story.cold();
  const document = '{ candidates(first: 2, sources: [VDAB]) { nodes { id } sources { source status stale } } }';
  await dataOf(gateway, document);
  await story.sandbox.upstreams.vdab.stop();
  expect(await dataOf(gateway, document)).toEqual({ candidates: { nodes: [], sources: [{ source: 'VDAB', status: 'FAILED', stale: false }] } });
});
