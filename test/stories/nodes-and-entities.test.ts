import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { cegidId } from '../support/truth.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();

function vacancyIds() {
  const { cso, vdab, cegid } = story.sandbox.definitions;
  return {
    cso: cso.data.jobs.slice(0, 3).map(({ code }) => `cso:vacancy:${code}`),
    vdab: vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD').slice(0, 3).map(({ id }) => `vdab:vacancy:${id}`),
    cegid: cegid.data.vacancies.slice(0, 3).map(({ reference }) => cegidId(reference)),
  };
}

const entities = 'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Vacancy { id title } ... on Organisation { id name } ... on EnumerationValue { id label } ... on Candidate { id status } } }';

describe('node and nodes', () => {
  test('give vacancies, organisations and coded values of all sources, in the order of their ids', async () => {
    const { cso, vdab, cegid } = vacancyIds();
    const [organisation] = story.sandbox.definitions.cso.data.organisations;
    const others = [`cso:organisation:${organisation?.code}`, 'cso:enumeration:regions/BRG.0214', 'cegid:enumeration:countries/_TS_CO_Country_Belgique', 'ictergezocht:enumeration:companyTypes/1'];
    const ids = [cso[0], others[0], vdab[0], others[1], cegid[0], others[2], cso[1], others[3]];
    const { nodes } = await story.data<{ nodes: { __typename: string; id: string }[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(nodes.map(({ __typename }) => __typename)).toEqual(['Vacancy', 'Organisation', 'Vacancy', 'EnumerationValue', 'Vacancy', 'EnumerationValue', 'Vacancy', 'EnumerationValue']);
  });

  test('an unknown id is null, and costs the others nothing', async () => {
    const { cso, vdab, cegid } = vacancyIds();
    const unknown = ['cso:vacancy:00000-000000000000', 'vdab:vacancy:00000000-0000-4000-8000-000000000000', 'cegid:vacancy:none', 'cso:organisation:00000', 'cso:enumeration:regions/none', 'cso:enumeration:none/none', 'vdab:organisation:0000000000'];
    const ids = [...unknown.slice(0, 3), cso[0], vdab[0], ...unknown.slice(3), cegid[0]];
    const { nodes } = await story.data<{ nodes: ({ id: string } | null)[] }>('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(nodes.map((node) => node?.id ?? null)).toEqual(ids.map((id) => (id === undefined || unknown.includes(id) ? null : id)));
  });

  test('an id that could be a path of the upstream is null, and is never sent', async () => {
    const ids = ['vdab:vacancy:initial', 'vdab:vacancy:bulk', 'vdab:vacancy:../kandidaten', 'vdab:vacancy:65866999', 'vdab:vacancy:%2e%2e'];
    const gateway = await story.cold();
    expect(await dataOf(gateway, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({ nodes: ids.map(() => null) });
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test.each(['404', '410', 'status'] as const)('a deleted vacancy is null where its detail is answered by %s', async (deletedDetail) => {
    story.sandbox.definitions.vdab.switches.deletedDetail = deletedDetail;
    const gone = story.sandbox.definitions.vdab.data.vacancies.find(({ document }) => document.status === 'VERWIJDERD');
    const gateway = await story.cold();
    expect(await dataOf(gateway, 'query($id: ID!) { vacancy(id: $id) { id title } }', { id: `vdab:vacancy:${gone?.id}` })).toEqual({ vacancy: null });
  });

  test('a vacancy is the same by node, by vacancy and in a list', async () => {
    const fields = 'id title status publishedAt publishedOn organisation { name } location { city postalCode } employment { types } fields { code label } raw';
    const { vacancies } = await story.data<{ vacancies: { nodes: { id: string }[] } }>(`{ vacancies(first: 9) { nodes { ${fields} } } }`);
    for (const row of vacancies.nodes) {
      const one = await story.data(`query($id: ID!) { vacancy(id: $id) { ${fields} } node(id: $id) { ... on Vacancy { ${fields} } } }`, { id: row.id });
      expect(one).toEqual({ vacancy: row, node: row });
    }
  });

  test('no ids are no nodes', async () => {
    expect(await story.data('{ nodes(ids: []) { id } }')).toEqual({ nodes: [] });
  });
});

describe('_entities', () => {
  test('resolve vacancies, candidates, organisations and coded values by their keys, in order', async () => {
    const { cso, vdab, cegid } = vacancyIds();
    const [organisation] = story.sandbox.definitions.cso.data.organisations;
    const candidate = story.sandbox.definitions.vdab.data.candidates.find(({ document }) => document.status === 'OPEN');
    const representations = [
      ...[...cso, ...vdab, ...cegid].map((id) => ({ __typename: 'Vacancy', id })),
      { __typename: 'Candidate', id: `vdab:candidate:${candidate?.id}` },
      { __typename: 'Organisation', id: `cso:organisation:${organisation?.code}` },
      { __typename: 'EnumerationValue', id: 'cso:enumeration:regions/BRG.0214' },
    ];
    const data = await story.data<{ _entities: { __typename: string; id: string }[] }>(entities, { representations });
    expect(data._entities.map(({ __typename, id }) => ({ __typename, id }))).toEqual(representations);
    expect(data._entities.at(-2)).toMatchObject({ name: organisation?.name });
    expect(data._entities.at(-1)).toMatchObject({ label: 'Utrecht' });
  });

  test('a hundred VDAB vacancies are one POST, whatever other keys stand between them', async () => {
    const gateway = await story.cold();
    const published = story.sandbox.definitions.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD').slice(0, 100);
    const representations = published.flatMap(({ id }) => [{ __typename: 'Vacancy', id: `vdab:vacancy:${id}` }, { __typename: 'EnumerationValue', id: 'cso:enumeration:regions/BRG.0214' }]);
    const data = await dataOf<{ _entities: { id: string }[] }>(gateway, entities, { representations });
    expect(data._entities.map(({ id }) => id)).toEqual(representations.map(({ id }) => id));
    expect(callsOf(story.sandbox)).toEqual({ 'vdab POST v2/vacatures': 1, 'cso getApiKey': 1, 'cso getJobEnumerations': 1 });
  });

  test('an unknown key is null', async () => {
    expect(await story.data(entities, { representations: [{ __typename: 'Vacancy', id: 'vdab:vacancy:00000000-0000-4000-8000-000000000000' }, { __typename: 'Organisation', id: 'cso:organisation:00000' }] })).toEqual({ _entities: [null, null] });
  });

  test('a source that is down costs its own', async () => {
    const { cso, vdab } = vacancyIds();
    const gateway = await story.cold();
    await story.sandbox.upstreams.vdab.stop();
    const { data, errors } = await gateway.query<{ _entities: unknown[] }>(entities, { representations: [vdab[0], cso[0]].map((id) => ({ __typename: 'Vacancy', id })) });
    expect(data?._entities).toMatchObject([null, { id: cso[0] }]);
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'UPSTREAM_UNAVAILABLE', source: 'VDAB' } }]);
  });

  test('one malformed key costs itself', async () => {
    const { cso } = vacancyIds();
    const { data, errors } = await story.gateway.query<{ _entities: unknown[] }>(entities, { representations: [{ __typename: 'Vacancy', id: 'nonsense' }, { __typename: 'Vacancy', id: cso[0] }, { __typename: 'Vacancy' }] });
    expect(data?._entities).toMatchObject([null, { id: cso[0] }, null]);
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['_entities', 0], 'BAD_USER_INPUT'], [['_entities', 2], 'BAD_USER_INPUT']]);
  });
});

describe('_service', () => {
  test('answers the SDL of the subgraph, with its keys, scopes and costs', async () => {
    const { _service } = await story.data<{ _service: { sdl: string } }>('{ _service { sdl } }');
    const document = parse(_service.sdl);
    const keyed = document.definitions.flatMap((definition) => (definition.kind === 'ObjectTypeDefinition' && definition.directives?.some(({ name }) => name.value === 'key') ? [definition.name.value] : []));
    expect(keyed.toSorted()).toEqual(expect.arrayContaining(['Candidate', 'EnumerationValue', 'Organisation', 'Vacancy']));
    for (const directive of ['@link(url: "https://specs.apollo.dev/federation/v2', '@requiresScopes', '@cost', '@listSize', '@shareable']) expect(_service.sdl).toContain(directive);
  });

  test('introspection tells the same types', async () => {
    const data = await story.data<{ __schema: { types: { name: string }[] } }>('{ __schema { types { name } } }');
    const { _service } = await story.data<{ _service: { sdl: string } }>('{ _service { sdl } }');
    const names = new Set(data.__schema.types.map(({ name }) => name));
    const defined = parse(_service.sdl).definitions.flatMap((definition) => ('name' in definition && definition.name !== undefined && definition.kind.endsWith('TypeDefinition') ? [definition.name.value] : []));
    expect(defined.length).toBeGreaterThan(50);
    expect(defined.filter((name) => !names.has(name))).toEqual([]);
  });

  test('INTROSPECTION=off closes introspection; a router still reads _service', async () => {
    const gateway = await story.cold({ INTROSPECTION: 'off' });
    const closed = await gateway.query('{ __schema { types { name } } }');
    expect(closed.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(closed.errors[0]?.message).toMatch(/^The schema is not shown here/);
    expect((await gateway.query('{ _service { sdl } }')).errors).toEqual([]);
  });
});
