import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { as } from '../../support/clients.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { demoKey } from '../../../sandbox/clients.ts';
import { listen, tell, whileWaiting } from '../events/listen.ts';
import { callsOf } from '../../support/upstream-calls.ts';

const story = useStory({ clients: 'demo' });

interface Read {
  readonly client: string;
  readonly rootField: string;
  readonly purpose: string | null;
  readonly candidateIds: readonly string[];
}

async function readsOf(gateway: TestGateway, args = ''): Promise<readonly Read[]> {
  const { data, errors } = await gateway.query<{ candidateReads: { nodes: readonly Read[] } }>(`{ candidateReads${args} { nodes { client rootField purpose candidateIds } } }`, {}, as('admin'));
  expect(errors).toEqual([]);
  return data?.candidateReads.nodes ?? [];
}

function ids(count: number): string[] {
  const open = story.sandbox.definitions.vdab.data.candidates.filter(({ document }) => document.status === 'OPEN');
  return open.slice(0, count).map(({ id }) => `vdab:candidate:${id}`);
}

function withPurpose(purpose: string) {
  return { headers: { ...as('recruiter').headers, 'x-purpose': purpose } };
}

describe('a read of candidates', () => {
  test('is one row for each root field, with who read whom and what for', async () => {
    const gateway = await story.cold();
    const [first, second] = ids(2);
    const document = 'query ($a: ID!, $b: ID!) { x: candidate(id: $a) { id } ...Q page: candidates(first: 3, sources: [VDAB]) { nodes { id } edges { node { id } } } } fragment Q on Query { y: candidate(id: $b) { id person { lastName } } }';
    const { data } = await gateway.query<{ page: { nodes: { id: string }[] } }>(document, { a: first, b: second }, withPurpose('vacature R-1'));
    const reads = await readsOf(gateway);
    expect(reads).toHaveLength(2);
    expect(reads).toEqual(
      expect.arrayContaining([
        { client: 'recruiter', rootField: 'candidate', purpose: 'vacature R-1', candidateIds: [first, second] },
        { client: 'recruiter', rootField: 'candidates', purpose: 'vacature R-1', candidateIds: data?.page.nodes.map(({ id }) => id) },
      ]),
    );
  });

  test('is found by the candidate, for when a person asks who saw their data', async () => {
    const gateway = await story.cold();
    const [first, second] = ids(2);
    for (const id of [first, second, first]) await gateway.query('query ($id: ID!) { candidate(id: $id) { status } }', { id }, as('recruiter'));
    const found = await gateway.query<{ candidateReads: object }>('query ($id: ID!) { candidateReads(candidateId: $id, first: 1) { totalCount nodes { candidateIds } pageInfo { hasNextPage endCursor } } }', { id: first }, as('admin'));
    expect(found.data?.candidateReads).toMatchObject({ totalCount: 2, nodes: [{ candidateIds: [first] }], pageInfo: { hasNextPage: true } });
    const other = await gateway.query('{ candidateReads(candidateId: "vdab:vacancy:x") { totalCount } }', {}, as('admin'));
    expect(other.errors.map(({ extensions }) => [extensions.code, extensions['argument']])).toEqual([['BAD_USER_INPUT', 'candidateId']]);
  });

  test('that found nobody is told of, since it was asked', async () => {
    const gateway = await story.cold();
    await gateway.query('{ candidates(filter: { emails: ["nobody@example.org"] }) { totalCount } candidate(id: "vdab:candidate:00000000-0000-4000-8000-000000000000") { id } }', {}, as('recruiter'));
    expect(await readsOf(gateway)).toEqual(expect.arrayContaining([expect.objectContaining({ rootField: 'candidates', candidateIds: [] }), expect.objectContaining({ rootField: 'candidate', candidateIds: [] })]));
  });

  test('by a router, or by a change, is one too', async () => {
    const gateway = await story.cold();
    const [first] = ids(1);
    await gateway.query('query ($them: [_Any!]!) { _entities(representations: $them) { ... on Candidate { status } } }', { them: [{ __typename: 'Candidate', id: first }] }, as('recruiter'));
    expect(await readsOf(gateway)).toEqual([{ client: 'recruiter', rootField: '_entities', purpose: null, candidateIds: [first] }]);
    const since = new Date(story.sandbox.clock.now() - 3 * 24 * 60 * 60_000).toISOString();
    const changes = 'query ($since: DateTime!) { candidateChanges(source: VDAB, since: $since, first: 5) { nodes { candidateId candidate { id } } } }';
    const { data } = await gateway.query<{ candidateChanges: { nodes: { candidate: { id: string } | null }[] } }>(changes, { since }, as('recruiter'));
    const given = [...new Set(data?.candidateChanges.nodes.flatMap(({ candidate }) => (candidate === null ? [] : [candidate.id])))];
    expect(given.length).toBeGreaterThan(0);
    expect((await readsOf(gateway)).find(({ rootField }) => rootField === 'candidateChanges')?.candidateIds.toSorted()).toEqual(given.toSorted());
  });

  test('that is told to a listener is one too, with each event', async () => {
    const gateway = await story.cold();
    const [candidate] = story.sandbox.definitions.cegid.data.candidates;
    const id = String(candidate?.candidateDetail.id);
    const listening = listen('SSE', gateway.url, { query: 'subscription { candidateChanged { candidate { id } } }', key: demoKey('recruiter') });
    await whileWaiting(listening.next(), 1000, (trial) => tell(story.sandbox, gateway, { event_type: 'applicant_update', applicantId: id, fileId: String(trial) }));
    listening.stop();
    expect(await readsOf(gateway)).toContainEqual({ client: 'recruiter', rootField: 'candidateChanged', purpose: null, candidateIds: [`cegid:candidate:${id}`] });
  });

  test('that is refused leaves none, and neither does one of anything else', async () => {
    const gateway = await story.cold({ ANONYMOUS_SCOPES: 'vacancies:read' });
    await gateway.query('{ candidates { nodes { id } } vacancies(first: 1) { nodes { id } } }', {}, as('bi'));
    expect(await readsOf(gateway)).toEqual([]);
  });

  test('that cannot be written down is not answered', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-reads-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const gateway = await story.cold({ DATA_DIR: dataDir });
    using database = new DatabaseSync(join(dataDir, 'werkgraph.sqlite'));
    database.exec('DROP TABLE candidate_reads');
    const { status, data, errors } = await gateway.query('{ candidates(first: 3) { nodes { id person { lastName } } } }', {}, as('recruiter'));
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([500, null, ['INTERNAL_SERVER_ERROR']]);
    expect(Object.keys(callsOf(story.sandbox)).length).toBeGreaterThan(0);
    expect((await gateway.query('{ vacancies(first: 1) { nodes { id } } }')).errors).toEqual([]);
  });
});
