import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { cegidId } from '../support/truth.ts';
import { callsOf, queriesOf } from '../support/upstream-calls.ts';

const story = useStory();
const dayMs = 24 * 60 * 60_000;

interface Change {
  readonly id: string;
  readonly vacancyId: string;
  readonly kind: string;
  readonly nativeStatus: string | null;
  readonly changedAt: string | null;
}
interface Page {
  readonly vacancyChanges: {
    readonly nodes: readonly Change[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number | null;
    readonly sources: readonly { readonly source: string; readonly status: string; readonly error: { readonly code: string } | null }[];
  };
}

const document = `query($source: Source!, $since: DateTime!, $until: DateTime, $first: Int, $after: String) {
  vacancyChanges(source: $source, since: $since, until: $until, first: $first, after: $after) {
    nodes { id vacancyId kind nativeStatus changedAt } edges { cursor } pageInfo { hasNextPage endCursor } totalCount sources { source status error { code } }
  }
}`;

function ago(days: number): Date {
  return new Date(story.sandbox.clock.now() - days * dayMs);
}

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page['vacancyChanges']> {
  return (await story.data<Page>(document, variables)).vacancyChanges;
}

async function walk(variables: Readonly<Record<string, unknown>>): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, pageInfo } = await page({ ...variables, after });
    changes.push(...nodes);
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  return changes;
}

/** What VDAB reports of a span that is read in windows of so many days: in each, whatever changed, by its last change there. */
function bulkTruth(since: Date, until: Date, windowDays: number): { id: string; status: string }[] {
  const found: { id: string; status: string }[] = [];
  for (let from = since.getTime(); from < until.getTime(); from += windowDays * dayMs) {
    const to = Math.min(from + windowDays * dayMs, until.getTime());
    const changed = story.sandbox.definitions.vdab.data.vacancies.flatMap(({ id, changes, document: { status }, bulkStatus }) => {
      const at = changes.findLast((change) => change < to);
      return at === undefined || at < from ? [] : [{ id, at, status: bulkStatus ?? status }];
    });
    found.push(...changed.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
  }
  return found.map(({ id, status }) => ({ id, status }));
}

const kinds: Readonly<Record<string, string>> = { GEPUBLICEERD: 'PUBLISHED', NIET_GEPUBLICEERD: 'UNPUBLISHED', AFGESLOTEN: 'UNPUBLISHED', VERWIJDERD: 'DELETED' };

describe('changes at VDAB', () => {
  test.each([7, 40, 100])('a span of 23 days, in pages of %i, gives every change of every window once, in order, with what it means', async (first) => {
    const [since, until] = [ago(23), ago(0)];
    const expected = bulkTruth(since, until, 5);
    expect(expected.length).toBeGreaterThan(100);
    expect((await walk({ source: 'VDAB', since, until, first })).map(({ vacancyId, nativeStatus, kind }) => ({ vacancyId, nativeStatus, kind }))).toEqual(
      expected.map(({ id, status }) => ({ vacancyId: `vdab:vacancy:${id}`, nativeStatus: status, kind: kinds[status] ?? 'UNKNOWN' })),
    );
  });

  test('spans over 5 days are cut into adjoining windows that VDAB accepts', async () => {
    const [since, until] = [ago(23), ago(0)];
    await walk({ source: 'VDAB', since, until, first: 100 });
    const windows = queriesOf(story.sandbox.upstreams.vdab, /bulk$/).map((query) => [Date.parse(query.get('van') ?? ''), Date.parse(query.get('tot') ?? '')] as const);
    const bounds = [...new Set(windows.map(([van]) => van))];
    expect(bounds).toHaveLength(5);
    expect(bounds[0]).toBe(since.getTime());
    expect(windows.at(-1)?.[1]).toBe(until.getTime());
    for (const [van, tot] of windows) expect(tot - van).toBeLessThanOrEqual(5 * dayMs);
    expect(new Set(windows.map(([, tot]) => tot)).size).toBe(5);
    expect(bounds.slice(1)).toEqual([...new Set(windows.map(([, tot]) => tot))].slice(0, -1));
    expect(story.sandbox.upstreams.vdab.requests.every(({ status }) => status === 200)).toBe(true);
  });

  test('rows whose id names nothing are passed over', async () => {
    const changes = await walk({ source: 'VDAB', since: ago(3), first: 100 });
    expect(story.sandbox.upstreams.vdab.requests.length).toBeGreaterThan(0);
    expect(changes.filter(({ vacancyId }) => vacancyId.includes('NOT_FOUND'))).toEqual([]);
  });

  test('a deletion comes out as DELETED, without a vacancy and without a call for one', async () => {
    const [gone, changed] = story.sandbox.definitions.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
    if (gone === undefined || changed === undefined) throw new Error('no vacancies');
    const since = ago(0);
    story.sandbox.clock.advance(1000);
    story.sandbox.definitions.vdab.removeVacancy(gone.id);
    story.sandbox.definitions.vdab.updateVacancy(changed.id);
    story.sandbox.clock.advance(1000);
    const { vacancyChanges } = await story.data<{ vacancyChanges: { nodes: unknown[] } }>('query($since: DateTime!) { vacancyChanges(source: VDAB, since: $since) { nodes { vacancyId sourceId kind vacancy { id title } } } }', { since });
    expect(vacancyChanges.nodes).toHaveLength(2);
    expect(vacancyChanges.nodes).toContainEqual({ vacancyId: `vdab:vacancy:${gone.id}`, sourceId: gone.id, kind: 'DELETED', vacancy: null });
    expect(vacancyChanges.nodes).toContainEqual({ vacancyId: `vdab:vacancy:${changed.id}`, sourceId: changed.id, kind: 'PUBLISHED', vacancy: { id: `vdab:vacancy:${changed.id}`, title: changed.document.functie.functieTitel } });
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures/bulk': 1, 'vdab GET v2/vacatures/{id}': 1 });
  });

  test('the vacancies of a page of a hundred changes are one POST', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, 'query($since: DateTime!) { vacancyChanges(source: VDAB, since: $since, first: 100) { nodes { vacancy { title } } } }', { since: ago(20) });
    expect(callsOf(story.sandbox)['vdab POST v2/vacatures']).toBe(1);
  });

  test('a cursor freezes the end of the span: what changes while it is walked belongs to the next', async () => {
    const since = ago(2);
    const expected = bulkTruth(since, ago(0), 5);
    const first = await page({ source: 'VDAB', since, first: 3 });
    story.sandbox.clock.advance(60_000);
    const late = story.sandbox.definitions.vdab.data.vacancies.find(({ id }) => !expected.some((change) => change.id === id));
    if (late === undefined) throw new Error('everything changed');
    story.sandbox.definitions.vdab.updateVacancy(late.id);
    story.sandbox.clock.advance(60_000);
    const changes = [...first.nodes];
    for (let after = first.pageInfo.endCursor, more = first.pageInfo.hasNextPage; more; ) {
      const next = await page({ source: 'VDAB', since, first: 50, after });
      changes.push(...next.nodes);
      after = next.pageInfo.endCursor;
      more = next.pageInfo.hasNextPage;
    }
    expect(changes.map(({ vacancyId }) => vacancyId)).toEqual(expected.map(({ id }) => `vdab:vacancy:${id}`));
    const tots = new Set(queriesOf(story.sandbox.upstreams.vdab, /bulk$/).map((query) => query.get('tot')));
    expect(tots.size).toBe(1);
    expect((await walk({ source: 'VDAB', since, first: 100 })).map(({ vacancyId }) => vacancyId)).toContain(`vdab:vacancy:${late.id}`);
  });

  test('every edge has a cursor to go on from', async () => {
    const [since, until] = [ago(9), ago(0)];
    const expected = bulkTruth(since, until, 5).map(({ id }) => `vdab:vacancy:${id}`);
    const { edges } = await page({ source: 'VDAB', since, until, first: 20 });
    for (const [index, { cursor }] of edges.entries()) {
      const { nodes } = await page({ source: 'VDAB', since, until, first: 2, after: cursor });
      expect(nodes.map(({ vacancyId }) => vacancyId)).toEqual(expected.slice(index + 1, index + 3));
    }
  });

  test.each(['total', 'page'] as const)('with `aantal` read as the %s', async (meaning) => {
    story.sandbox.definitions.vdab.switches.aantalMeaning = meaning;
    const [since, until] = [ago(12), ago(0)];
    expect((await walk({ source: 'VDAB', since, until, first: 30 })).length).toBe(bulkTruth(since, until, 5).length);
  });
});

describe('changes at Cegid', () => {
  test.each([5, 100])('are its vacancies by the date of their change, in pages of %i', async (first) => {
    const [since, until] = [ago(60), ago(0)];
    const changed = story.sandbox.definitions.cegid.data.vacancies.filter(({ modificationDate }) => Date.parse(modificationDate) >= since.getTime() && Date.parse(modificationDate) < until.getTime());
    expect(changed.length).toBeGreaterThan(5);
    const changes = await walk({ source: 'CEGID', since, until, first });
    expect(changes.map(({ vacancyId, changedAt }) => [vacancyId, Date.parse(changedAt ?? '')])).toEqual(changed.map(({ reference, modificationDate }) => [cegidId(reference), Date.parse(modificationDate)]));
    for (const [index, { kind }] of changes.entries()) {
      const { status, creationDate } = changed[index] ?? { status: { id: '' }, creationDate: '' };
      const hidden = /(?:Suspendue|Finalise|Archive)$/.test(status.id);
      expect(kind).toBe(hidden ? 'UNPUBLISHED' : Date.parse(creationDate) >= since.getTime() ? 'CREATED' : 'UPDATED');
    }
  });

  test('a change that happens during a walk takes no other away', async () => {
    const [since, until] = [ago(60), ago(0)];
    const before = story.sandbox.definitions.cegid.data.vacancies.filter(({ modificationDate }) => Date.parse(modificationDate) >= since.getTime());
    const first = await page({ source: 'CEGID', since, until, first: 3 });
    story.sandbox.clock.advance(60_000);
    const [leaves] = before;
    story.sandbox.definitions.cegid.changeVacancy(leaves?.reference ?? '', { title: 'Changed meanwhile' });
    const rest = await walk({ source: 'CEGID', since, until, first: 50, after: first.pageInfo.endCursor });
    const seen = new Set([...first.nodes, ...rest].map(({ vacancyId }) => vacancyId));
    expect(before.map(({ reference }) => cegidId(reference)).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('changes of candidates', () => {
  test('VDAB tells who changed, with what became of them', async () => {
    const [since, until] = [ago(5), ago(0)];
    const expected = story.sandbox.definitions.vdab.data.candidates.filter(({ changes }) => changes.some((at) => at >= since.getTime() && at < until.getTime()));
    const { candidateChanges } = await story.data<{ candidateChanges: { nodes: { candidateId: string; kind: string; candidate: { id: string } | null }[] } }>(
      'query($since: DateTime!, $until: DateTime) { candidateChanges(source: VDAB, since: $since, until: $until) { nodes { candidateId kind candidate { id } } } }',
      { since, until },
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(candidateChanges.nodes.map(({ candidateId }) => candidateId).toSorted()).toEqual(expected.map(({ id }) => `vdab:candidate:${id}`).toSorted());
    for (const { kind, candidate, candidateId } of candidateChanges.nodes) expect(candidate).toEqual(kind === 'DELETED' ? null : { id: candidateId });
  });

  test('Cegid tells them by the date of their change', async () => {
    const since = ago(90);
    const expected = story.sandbox.definitions.cegid.data.candidates.filter(({ candidateDetail }) => Date.parse(candidateDetail.modificationDate) >= since.getTime());
    const { candidateChanges } = await story.data<{ candidateChanges: { nodes: { candidateId: string }[] } }>('query($since: DateTime!) { candidateChanges(source: CEGID, since: $since) { nodes { candidateId kind changedAt } } }', { since });
    expect(candidateChanges.nodes.map(({ candidateId }) => candidateId)).toEqual(expected.map(({ candidateDetail }) => `cegid:candidate:${candidateDetail.id}`));
  });
});

describe('a source that tells of no changes', () => {
  test.each(['CSO', 'ICTERGEZOCHT'])('%s is said to be unable', async (source) => {
    const { nodes, sources, pageInfo } = await page({ source, since: ago(1) });
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: null });
    expect(sources).toEqual([{ source, status: 'FAILED', error: { code: 'UNSUPPORTED_BY_SOURCE' } }]);
  });

  test('a source that is down is named, and its changes go on where they were once it is back', async () => {
    const gateway = await story.cold();
    const asked = { source: 'VDAB', since: ago(20) };
    await story.sandbox.upstreams.vdab.stop();
    const { vacancyChanges: failed } = await dataOf<Page>(gateway, document, asked);
    expect(failed.nodes).toEqual([]);
    expect(failed.pageInfo.hasNextPage).toBe(true);
    expect(failed.sources).toMatchObject([{ source: 'VDAB', status: 'FAILED', error: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    await story.sandbox.upstreams.vdab.start();
    const { vacancyChanges } = await dataOf<Page>(gateway, document, { ...asked, after: failed.pageInfo.endCursor });
    expect(vacancyChanges.nodes.length).toBeGreaterThan(0);
    expect(vacancyChanges.nodes).toEqual((await page(asked)).nodes);
  });
});

test('a vacancy that changes in two windows of a span is two changes, each with an id of its own', async () => {
  const changes = await walk({ source: 'VDAB', since: ago(20).toISOString() });
  const vacancies = changes.map(({ vacancyId }) => vacancyId);
  expect(new Set(vacancies).size).toBeLessThan(vacancies.length);
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
});
