import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/kit/faults.ts';
import type { TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
/** A source may take a tenth of what an operation may. */
const budget = { SOURCE_TIMEOUT_MS: '1500', OPERATION_TIMEOUT_MS: '15000' };
const budgetMs = 1500;

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly sources: readonly { readonly source: string; readonly status: string; readonly error: { readonly code: string; readonly retryAfterSeconds: number | null } | null }[] };
}

async function page(gateway: TestGateway, sources: readonly string[], first = 3) {
  const began = performance.now();
  const { data } = await gateway.query<Page>('query ($sources: [Source!], $first: Int) { vacancies(first: $first, sources: $sources) { nodes { id } sources { source status error { code retryAfterSeconds } } } }', { sources, first });
  if (data === null) throw new Error('no page');
  return { ...data.vacancies, tookMs: performance.now() - began };
}

/** Everything that a call waits for before and beside its own answer. */
const hanging: readonly (readonly [what: string, source: 'CSO' | 'CEGID', fault: Fault])[] = [
  ['the login', 'CSO', { kind: 'hang', path: 'getApiKey' }],
  ['the token', 'CEGID', { kind: 'hang', path: 'token' }],
];

describe('what a source may take is all that it takes', () => {
  test.each(hanging)('when %s of %s hangs', async (_what, source, fault) => {
    const gateway = await story.cold(budget);
    await page(gateway, ['VDAB'], 1);
    story.sandbox.upstreams[source === 'CSO' ? 'cso' : 'cegid'].faults.add(fault);
    const { sources, nodes, tookMs } = await page(gateway, [source, 'VDAB']);
    expect(sources).toHaveLength(2);
    expect(sources).toContainEqual({ source, status: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT', retryAfterSeconds: null } });
    expect(sources).toContainEqual({ source: 'VDAB', status: 'OK', error: null });
    expect(nodes.length).toBeGreaterThan(0);
    expect(tookMs).toBeGreaterThanOrEqual(budgetMs - 50);
    expect(tookMs).toBeLessThan(15_000);
  });

  test.each(hanging)('when %s of %s hung: the next is not kept waiting for that one', async (_what, source, fault) => {
    const gateway = await story.cold(budget);
    story.sandbox.upstreams[source === 'CSO' ? 'cso' : 'cegid'].faults.add({ ...fault, times: 1 });
    expect((await page(gateway, [source])).sources).toMatchObject([{ status: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT' } }]);
    expect((await page(gateway, [source])).sources).toMatchObject([{ status: 'OK' }]);
  });

  test('when it fails again and again: the attempts share the time of one', async () => {
    const gateway = await story.cold(budget);
    story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 503, headers: { 'retry-after': '1' } });
    const { sources } = await page(gateway, ['VDAB']);
    expect(sources).toMatchObject([{ status: 'FAILED', error: { code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 1 } }]);
    // The first, and one a second later; another would begin when the time is over.
    expect(story.sandbox.upstreams.vdab.requests.length).toBeLessThanOrEqual(2);
  });

  test('when it has no room for a further call, and the other sources go on', async () => {
    const gateway = await story.cold({ ...budget, UPSTREAM_CALLS_AT_ONCE: '2', UPSTREAM_CALLS_WAITING: '1' });
    await page(gateway, ['CSO'], 1);
    story.sandbox.upstreams.vdab.faults.add({ kind: 'hang' });
    const held = [3, 4, 5, 6].map((first) => page(gateway, ['VDAB'], first));
    expect((await page(gateway, ['CSO'], 4)).sources).toMatchObject([{ source: 'CSO', status: 'OK' }]);
    const codes = (await Promise.all(held)).map(({ sources }) => sources[0]?.error?.code);
    expect(codes.toSorted()).toEqual(['UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);
    expect(callsOf(story.sandbox)['vdab GET v2/vacatures']).toBeLessThanOrEqual(3);
  });
});
