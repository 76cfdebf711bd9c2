import { describe, expect, test } from 'vitest';
import { as } from '../../support/clients.ts';
import type { GraphQLFailure } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { bodiesOf, callsOf, queriesOf } from '../../support/upstream-calls.ts';

/** Callers without a key may see candidates here, and not who they are. */
const story = useStory({ clients: 'demo', environment: { ANONYMOUS_SCOPES: 'organisations:read candidates:read' } });

function told(errors: readonly GraphQLFailure[]): readonly unknown[] {
  return errors.map(({ path, extensions }) => [path?.join('.'), extensions.code, extensions['missing']]);
}

function candidateId(index = 0): string {
  const open = story.sandbox.definitions.vdab.data.candidates.filter(({ document }) => document.status === 'OPEN');
  return `vdab:candidate:${open[index]?.id}`;
}

function vacancyId(): string {
  return `cso:vacancy:${story.sandbox.definitions.cso.data.jobs[0]?.code}`;
}

describe('who may see candidates, and not who they are', () => {
  test.each([
    ['as it is', '{ candidates(first: 20, sources: [VDAB]) { nodes { id person { lastName } } } }', ['candidates.nodes.person']],
    ['under aliases', '{ candidates(first: 20, sources: [VDAB]) { nodes { id a: person { lastName } b: person { email } } } }', ['candidates.nodes.a', 'candidates.nodes.b']],
    ['by the edges', '{ candidates(first: 20, sources: [VDAB]) { edges { node { id person { lastName } } } } }', ['candidates.edges.node.person']],
    ['in fragments of fragments', 'query { ...Q } fragment Q on Query { candidates(first: 20, sources: [VDAB]) { ...P } } fragment P on CandidateConnection { nodes { id ...C } } fragment C on Candidate { ... { person { lastName } } }', ['candidates.nodes.person']],
    ['by a variable', 'query ($x: Boolean! = true) { candidates(first: 20, sources: [VDAB]) { nodes { id person @include(if: $x) { lastName } } } }', ['candidates.nodes.person']],
    ['as the raw object', '{ candidates(first: 20, sources: [VDAB]) { nodes { id raw } } }', ['candidates.nodes.raw']],
  ])('does not get a person %s, and nothing is asked for it', async (_, document, paths) => {
    const { data, errors } = await story.gateway.query(document);
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual(paths.map((path) => [path, 'FORBIDDEN']));
    expect(JSON.stringify(data).match(/vdab:candidate:/g)).toHaveLength(20);
    expect(JSON.stringify(data)).not.toMatch(/"(?:lastName|email|natuurlijkPersoon)"/);
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v1/kandidaten': 1 });
    expect(queriesOf(story.sandbox.upstreams.vdab, /kandidaten$/)[0]?.getAll('velden')).toEqual([]);
  });

  test('does not find anybody by an e-mail address, nor by what is passed on unread', async () => {
    for (const filter of ['emails: ["jan@example.org"]', 'extra: { email: "jan@example.org" }']) {
      const { data, errors } = await story.gateway.query(`{ candidates(filter: { ${filter} }) { totalCount nodes { id } } }`);
      expect([data, told(errors)]).toEqual([{ candidates: null }, [['candidates', 'FORBIDDEN', ['candidates:contact']]]]);
    }
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('does not read vacancies by way of what they applied to', async () => {
    const { data, errors } = await story.gateway.query<{ candidates: { nodes: unknown[] } }>('{ candidates(first: 5, sources: [CEGID]) { nodes { applicationsTo { title } } } }');
    expect(data?.candidates.nodes).toEqual(Array.from({ length: 5 }, () => ({ applicationsTo: null })));
    expect(told(errors)).toEqual([['candidates.nodes.applicationsTo', 'FORBIDDEN', ['vacancies:read']]]);
    expect(Object.keys(callsOf(story.sandbox))).not.toContain('cegid GET api/exports/v1/vacancies');
  });
});

describe('who may not read vacancies', () => {
  test('does not by way of organisations, each of which is lost with one error in all', async () => {
    const { data, errors } = await story.gateway.query<{ organisations: { nodes: unknown[] } }>('{ organisations(first: 10, sources: [CSO]) { nodes { name vacancies { totalCount } } } }');
    expect(data?.organisations.nodes).toEqual(Array.from({ length: 10 }, () => null));
    expect(told(errors)).toEqual([['organisations.nodes.vacancies', 'FORBIDDEN', ['vacancies:read']]]);
    expect(Object.keys(callsOf(story.sandbox))).not.toContain('cso getJobs');
  });

  test('does not by their ids, while other ids are answered', async () => {
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Vacancy { title } } node(id: "cso:vacancy:x") { id } }';
    const ids = [vacancyId(), 'cso:organisation:01130', vacancyId(), 'cso:enumeration:regions/BRG.0214'];
    const { data, errors } = await story.gateway.query<{ nodes: unknown[] }>(document, { ids });
    expect(data).toEqual({ nodes: [null, { __typename: 'Organisation', id: 'cso:organisation:01130' }, null, null], node: null });
    expect(told(errors).toSorted()).toEqual([['node', 'FORBIDDEN', ['vacancies:read']], ['nodes', 'FORBIDDEN', ['enumerations:read']], ['nodes', 'FORBIDDEN', ['vacancies:read']]]);
    expect(Object.keys(callsOf(story.sandbox)).filter((call) => /getJob|enumeration/i.test(call))).toEqual([]);
  });

  test('does not as a router would, with one error for a hundred representations', async () => {
    const document = 'query ($them: [_Any!]!) { _entities(representations: $them) { __typename ... on Vacancy { title } ... on Organisation { name } } }';
    const them = [...Array.from({ length: 100 }, () => ({ __typename: 'Vacancy', id: vacancyId() })), { __typename: 'Organisation', id: 'cso:organisation:01130' }];
    const { data, errors } = await story.gateway.query<{ _entities: unknown[] }>(document, { them });
    expect(data?._entities.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => null));
    expect(data?._entities.at(-1)).toMatchObject({ __typename: 'Organisation' });
    expect(told(errors)).toEqual([['_entities', 'FORBIDDEN', ['vacancies:read']]]);
  });

  test('does not by a representation that brings what it would have', async () => {
    const document = 'query ($them: [_Any!]!) { _entities(representations: $them) { ... on Vacancy { title duplicateOf { title } } } }';
    const other = story.sandbox.definitions.vdab.data.vacancies[0]?.id;
    const them = [{ __typename: 'Vacancy', id: `vdab:vacancy:${other}` }, { __typename: 'Vacancy', id: `vdab:vacancy:${other}`, title: 'made up', duplicateOfId: other }];
    const { data, errors } = await story.gateway.query<{ _entities: unknown[] }>(document, { them });
    expect(data?._entities).toEqual([null, null]);
    expect(told(errors)).toEqual([['_entities', 'FORBIDDEN', ['vacancies:read']]]);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

test.each(['Node', 'Skill', 'Person', 'CandidateConnection', 'Query', '__Schema', 'Source', 'constructor', 5, null])('a representation of %s, which is no entity, is refused before anything is read of it', async (__typename) => {
  const them = [{ __typename, id: vacancyId(), source: 'VDAB', sourceId: 'x', kind: 'x', type: 'OtherSkill', list: 'x' }];
  const { data, errors } = await story.gateway.query('query ($them: [_Any!]!) { _entities(representations: $them) { __typename } }', { them }, as('admin'));
  expect(data).toBeNull();
  expect(errors.map(({ path, extensions }) => [path, extensions.code, extensions['argument']])).toEqual([[['_entities'], 'BAD_USER_INPUT', 'representations']]);
  expect(callsOf(story.sandbox)).toEqual({});
});

describe('candidates', () => {
  test('are no Node, so that their ids resolve to nothing there', async () => {
    const { errors } = await story.gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id: candidateId() }, as('frontend'));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('as a router would read them take their type’s scope, and their fields’ own', async () => {
    const document = 'query ($them: [_Any!]!) { _entities(representations: $them) { ... on Candidate { id status person { lastName } } } }';
    const them = [{ __typename: 'Candidate', id: candidateId() }];
    const may = await story.gateway.query<{ _entities: unknown[] }>(document, { them });
    expect(may.data?._entities).toMatchObject([{ id: candidateId(), person: null }]);
    expect(told(may.errors)).toEqual([['_entities.person', 'FORBIDDEN', ['candidates:contact']]]);
    const closed = await story.cold({ ANONYMOUS_SCOPES: 'vacancies:read' });
    story.sandbox.upstreams.vdab.reset();
    const mayNot = await closed.query<{ _entities: unknown[] }>(document, { them: [...them, ...them] });
    expect(mayNot.data).toEqual({ _entities: [null, null] });
    expect(told(mayNot.errors)).toContainEqual(['_entities', 'FORBIDDEN', ['candidates:read']]);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

describe('the raw object of a vacancy', () => {
  test('is not had by a job site, and CSO is asked for no more than without it', async () => {
    const plain = await askedOfCso('', 'frontend');
    const refused = await askedOfCso('x: raw ... on Vacancy { raw }', 'frontend');
    expect(told(refused.errors)).toEqual([['vacancies.nodes.x', 'FORBIDDEN', ['raw:read']], ['vacancies.nodes.raw', 'FORBIDDEN', ['raw:read']]]);
    expect(JSON.stringify(refused.data)).toContain('"raw":null');
    expect(refused.body).toEqual(plain.body);
    expect((await askedOfCso('raw', 'recruiter')).body).not.toEqual(plain.body);
  });

  test('is had by a recruiter', async () => {
    const { data, errors } = await story.gateway.query<{ vacancy: { raw: object } }>('query ($id: ID!) { vacancy(id: $id) { raw } }', { id: vacancyId() }, as('recruiter'));
    expect(errors).toEqual([]);
    expect(data?.vacancy.raw).toMatchObject({ code: vacancyId().replace('cso:vacancy:', '') });
  });
});

describe('figures', () => {
  const document = `{ insights(period: { from: "2026-01-01", to: "2026-12-31" }, first: 50) { nodes { title contactName mail: contactEmail } } clicks(first: 50) { nodes { visitor ...C } } } fragment C on Click { ip }`;

  test('come without the names and addresses of people, which take a scope of their own', async () => {
    const { data, errors } = await story.gateway.query<{ insights: { nodes: { title: string; mail: unknown }[] }; clicks: { nodes: { ip: unknown; visitor: string }[] } }>(document, {}, as('bi'));
    expect(told(errors)).toEqual(['insights.nodes.contactName', 'insights.nodes.mail', 'clicks.nodes.ip'].map((path) => [path, 'FORBIDDEN', ['personal:read']]));
    expect(data?.clicks.nodes.length).toBeGreaterThan(0);
    expect(data?.clicks.nodes.every(({ ip, visitor }) => ip === null && visitor !== null)).toBe(true);
    expect(data?.insights.nodes.every(({ mail }) => mail === null)).toBe(true);
  });

  test('are refused whole to who may not read them', async () => {
    const { data, errors } = await story.gateway.query(document, {}, as('frontend'));
    expect([data, told(errors)]).toEqual([{ insights: null, clicks: null }, [['insights', 'FORBIDDEN', ['insights:read']], ['clicks', 'FORBIDDEN', ['insights:read']]]]);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

test('of mutations in one request the refused one is not done, and the others are, in their order', async () => {
  const document = `mutation {
    first: removeJob(jobCode: "one") { userErrors { code } }
    refused: reportIndexing(input: { reportType: VACANCIES, items: [{ id: "REF-1", date: "2026-11-01T08:00:00Z", lastUpdateDate: "2026-11-02T08:00:00Z", status: SUCCESS }] }) { acceptedItems }
    second: removeJob(jobCode: "two") { userErrors { code } }
  }`;
  const { data, errors } = await story.gateway.query<Record<string, unknown>>(document, {}, as('partner'));
  expect(told(errors)).toEqual([['refused', 'FORBIDDEN', ['indexing:write']]]);
  expect(data).toMatchObject({ first: { userErrors: [{ code: 'NOT_OWNED' }] }, refused: null, second: { userErrors: [{ code: 'NOT_OWNED' }] } });
  const log = await story.gateway.query<{ mutationLog: { nodes: { operation: string; target: string }[] } }>('{ mutationLog(client: "partner") { nodes { operation target } } }', {}, as('admin'));
  expect(log.data?.mutationLog.nodes.map(({ target }) => target)).toEqual(['two', 'one']);
});

test('a subgraph’s SDL still carries the scopes, and is open to a router that has none', async () => {
  const closed = await story.cold({ ANONYMOUS_SCOPES: '' });
  const { data, errors } = await closed.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
  expect(errors).toEqual([]);
  expect(data?._service.sdl.match(/@requiresScopes/g)?.length).toBeGreaterThan(40);
});

/** What a gateway that knows nothing yet asks CSO for a page of vacancies, its key aside. */
async function askedOfCso(fields: string, client: 'frontend' | 'recruiter') {
  story.sandbox.upstreams.cso.reset();
  const gateway = await story.cold();
  const { data, errors } = await gateway.query(`{ vacancies(first: 10, sources: [CSO]) { nodes { id ${fields} } } }`, {}, as(client));
  const bodies = bodiesOf(story.sandbox.upstreams.cso, /getJobs/);
  return { data, errors, body: bodies.map((body) => Object.fromEntries(Object.entries(body).filter(([name]) => !/key/i.test(name)))) };
}
