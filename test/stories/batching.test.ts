import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { everyFieldOf } from '../support/every-field.ts';
import { askAndWait } from '../support/leaving-client.ts';
import { useStory } from '../support/story.ts';
import { bodiesOf, callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const oneMultiFetch = { 'vdab POST v2/vacatures': 1 };

function published(count: number): string[] {
  const records = story.sandbox.definitions.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
  expect(records.length).toBeGreaterThanOrEqual(count);
  return records.slice(0, count).map(({ id }) => id);
}

function globalIds(ids: readonly string[]): string[] {
  return ids.map((id) => `vdab:vacancy:${id}`);
}

/** Past the time that vacancies are kept for, so that all of them are asked for anew. */
function forgetVacancies(): void {
  story.sandbox.clock.advance(24 * 60 * 60_000);
  story.sandbox.upstreams.vdab.reset();
}

describe('VDAB vacancies by id', () => {
  test('100 by nodes(ids) are one POST /vacatures, answered in the order of the ids', async () => {
    forgetVacancies();
    const ids = globalIds(published(100));
    const { nodes } = await story.data<{ nodes: { id: string; title: string }[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Vacancy { title } } }', { ids });
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(callsOf(story.sandbox)).toEqual(oneMultiFetch);
  });

  test('100 asked in any mixture of places of one operation are one POST /vacatures', async () => {
    const ids = published(100);
    await assert(
      asyncProperty(array(constantFrom('node', 'vacancy', 'nodes', 'moreNodes', 'entity'), { minLength: 100, maxLength: 100 }), async (places) => {
        forgetVacancies();
        const { document, variables } = mixture(ids, places);
        const data = await story.data<Record<string, Found | readonly Found[]>>(document, variables);
        const found = Object.values(data).flat();
        expect(found.map(({ id }) => id).toSorted()).toEqual(globalIds(ids).toSorted());
        expect(callsOf(story.sandbox)).toEqual(oneMultiFetch);
      }),
      { numRuns: 8 },
    );
  });

  test('250 are three POST /vacatures', async () => {
    forgetVacancies();
    const ids = globalIds(published(250));
    const { nodes } = await story.data<{ nodes: { id: string }[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(callsOf(story.sandbox)).toEqual({ 'vdab POST v2/vacatures': 3 });
    expect(bodiesOf(story.sandbox.upstreams.vdab, /vacatures$/).map((body) => idsOf(body).length)).toEqual([100, 100, 50]);
  });

  test('the three are sent at once: none waits for the answer of another', async () => {
    forgetVacancies();
    const { vdab } = story.sandbox.upstreams;
    vdab.faults.add({ kind: 'hang' });
    const caller = askAndWait(story.gateway.url, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: globalIds(published(250)) });
    await vi.waitFor(() => expect(vdab.requests).toHaveLength(3));
    await caller.leave();
  });

  test('those that were asked for within their freshness cost nothing more', async () => {
    forgetVacancies();
    const [known = '', other = ''] = globalIds(published(2));
    const document = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    await story.data(document, { ids: [known, other] });
    await story.data(document, { ids: [other, known] });
    expect(callsOf(story.sandbox)).toEqual(oneMultiFetch);
  });

  test('the same one asked for many times is asked of VDAB once', async () => {
    forgetVacancies();
    const [id = ''] = globalIds(published(1));
    const { nodes } = await story.data<{ nodes: { id: string }[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 50 }, () => id) });
    expect(nodes).toHaveLength(50);
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures/{id}': 1 });
  });
});

test('a page of 50 from search with every field is one GET and one POST', async () => {
  forgetVacancies();
  const { vacancies } = await story.data<{ vacancies: { nodes: { id: string }[] } }>(
    `{ vacancies(first: 50, sources: [VDAB]) { nodes { ${everyFieldOf('Vacancy')} duplicateOf { id title } } pageInfo { hasNextPage endCursor } totalCount sources { status totalCount } } }`,
  );
  expect(vacancies.nodes.map(({ id }) => id)).toEqual(globalIds(published(50)));
  expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures': 1, 'vdab POST v2/vacatures': 1 });
});

test('a page over three sources costs each of them one search', async () => {
  const gateway = await story.cold();
  await gateway.query('{ vacancies(first: 50) { nodes { id title } } }');
  expect(callsOf(story.sandbox)).toEqual({
    'cso getApiKey': 1,
    'cso getJobs': 1,
    'vdab GET v2/vacatures': 1,
    'vdab POST v2/vacatures': 1,
    'cegid POST api/token': 1,
    'cegid GET api/exports/v1/vacancies': 1,
  });
});

test('Cegid vacancies by id, up to a hundred, are one call of the export', async () => {
  const gateway = await story.cold();
  const ids = story.sandbox.definitions.cegid.data.vacancies.filter(({ reference }) => !/\s/.test(reference)).slice(0, 55).map(({ reference }) => `cegid:vacancy:${reference}`);
  const { data } = await gateway.query<{ nodes: { id: string }[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  expect(data?.nodes.map(({ id }) => id)).toEqual(ids);
  expect(callsOf(story.sandbox)).toEqual({ 'cegid POST api/token': 1, 'cegid GET api/exports/v1/vacancies': 1 });
});

interface Found {
  readonly id: string;
}

/** An operation that asks for each id in its place. */
function mixture(ids: readonly string[], places: readonly string[]): { document: string; variables: Record<string, unknown> } {
  const at = (place: string) => globalIds(ids.filter((_, index) => places[index] === place));
  const single = ['node', 'vacancy'].flatMap((place) => at(place).map((id, index) => `${place}${index}: ${place}(id: "${id}") { id }`));
  const document = `query($some: [ID!]!, $others: [ID!]!, $entities: [_Any!]!) {
    ${single.join('\n')}
    some: nodes(ids: $some) { id ... on Vacancy { title } }
    others: nodes(ids: $others) { id ... on Vacancy { location { city } } }
    _entities(representations: $entities) { ... on Vacancy { id description { plain } } }
  }`;
  const entities = at('entity').map((id) => ({ __typename: 'Vacancy', id }));
  return { document, variables: { some: at('nodes'), others: at('moreNodes'), entities } };
}

function idsOf(body: Record<string, unknown>): readonly unknown[] {
  const [ids] = Object.values(body);
  return Array.isArray(ids) ? ids : [];
}
