import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../../src/config.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';

const story = useStory();
const query = 'query Titles($n: Int) { vacancies(first: $n, sources: [VDAB]) { nodes { title } } }';
const deep = `query Deep { vacancies(first: 1, sources: [VDAB]) { nodes { ${'... { '.repeat(70)}id${' }'.repeat(70)} } } }`;
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkgraph-trusted-'));
  file = join(folder, 'persisted-documents.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function running(mode: 'only' | 'prefer', documents: unknown = { [sha1(query)]: query, [sha1(deep)]: deep }): Promise<TestGateway> {
  await writeFile(file, typeof documents === 'string' ? documents : JSON.stringify(documents));
  return story.cold({ TRUSTED_DOCUMENTS: mode, TRUSTED_DOCUMENTS_FILE: file });
}

async function post(gateway: TestGateway, body: Readonly<Record<string, unknown>>): Promise<{ readonly status: number; readonly codes: string[]; readonly data: unknown }> {
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const { data = null, errors = [] } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code), data };
}

const two = { vacancies: { nodes: [{ title: expect.any(String) }, { title: expect.any(String) }] } };

describe.each(['only', 'prefer'] as const)('a trusted document, where TRUSTED_DOCUMENTS is %s, runs', (mode) => {
  const variables = { n: 2 };
  test.each<[name: string, body: Record<string, unknown>]>([
    ['by its id', { documentId: sha1(query), variables }],
    ['by its id with the algorithm before it', { documentId: `sha1:${sha1(query)}`, variables }],
    ['by the SHA-256 of its text', { documentId: `sha256:${sha256(query)}`, variables }],
    ['as a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } }, variables }],
    ['by its text', { query, variables }],
    ['by its text with its hash', { query, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } }, variables }],
  ])('%s', async (_name, body) => {
    expect(await post(await running(mode), body)).toEqual({ status: 200, codes: [], data: two });
  });

  test('in a GET', async () => {
    const gateway = await running(mode);
    const search = new URLSearchParams({ documentId: sha1(query), variables: JSON.stringify(variables) });
    const response = await fetch(`${gateway.url}/graphql?${search.toString()}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await response.json()).toEqual({ data: two });
  });

  test('in whatever shape, and at no other cost than any', async () => {
    expect(await post(await running(mode), { documentId: sha1(deep) })).toMatchObject({ status: 200, codes: [] });
    const poor = await story.cold({ TRUSTED_DOCUMENTS: mode, TRUSTED_DOCUMENTS_FILE: file, MAX_COST: '20' });
    expect(await post(poor, { documentId: sha1(query), variables })).toMatchObject({ status: 400, codes: ['QUERY_TOO_EXPENSIVE'] });
  });
});

test('where only trusted documents run, no other does, however it comes', async () => {
  const gateway = await running('only');
  const other = '{ vacancies { nodes { id } } }';
  const persisted = { persistedQuery: { version: 1, sha256Hash: sha256(other) } };
  for (const body of [{ query: other }, { documentId: sha1(other) }, { extensions: persisted }, { query: other, extensions: persisted }, { query: `${query} ` }, { query: '{ __typename }' }, { documentId: 5, query: other }, {}]) {
    expect(await post(gateway, body)).toEqual({ status: 403, codes: ['FORBIDDEN'], data: null });
  }
});

test('where they are preferred, others run too, and an id that there is none of is told', async () => {
  const gateway = await running('prefer');
  expect(await post(gateway, { query: '{ __typename }' })).toMatchObject({ status: 200 });
  expect(await post(gateway, { documentId: sha1('x') })).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  expect(await post(gateway, { query: deep.replace('Deep', 'Other') })).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
});

test('persisted queries of callers are remembered where others than trusted ones may run', async () => {
  const persisted = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
  const gateway = await story.cold();
  expect(await post(gateway, { extensions: persisted })).toMatchObject({ codes: ['PERSISTED_QUERY_NOT_FOUND'] });
  expect(await post(gateway, { query, extensions: persisted, variables: { n: 2 } })).toMatchObject({ status: 200, data: two });
  expect(await post(gateway, { extensions: persisted, variables: { n: 2 } })).toMatchObject({ status: 200, data: two });
  expect(await post(gateway, { query: '{ __typename }', extensions: persisted })).toMatchObject({ status: 400 });
});

describe('the manifest', () => {
  const ids = '{ vacancies(first: 1, sources: [VDAB]) { nodes { id } } }';

  test('is read anew when it changes, and stays as it was where it is wrong', async () => {
    const gateway = await running('only');
    await writeFile(file, JSON.stringify({ [sha1(ids)]: ids }));
    await vi.waitFor(async () => expect(await post(gateway, { documentId: sha1(ids) })).toMatchObject({ status: 200 }), { timeout: 5000 });
    expect(await post(gateway, { documentId: sha1(query) })).toMatchObject({ status: 403 });
    await writeFile(file, '{ "secret wish": ');
    await vi.waitFor(() => expect(gateway.logged.join('\n')).toContain('TRUSTED_DOCUMENTS_FILE is wrong'), { timeout: 5000 });
    expect(await post(gateway, { documentId: sha1(ids) })).toMatchObject({ status: 200 });
    expect(gateway.logged.join('\n')).not.toContain('secret wish');
  });

  test('that holds documents which the schema does not take is told, with how many', async () => {
    const gateway = await running('only', { a: '{ nothing }', b: query });
    expect(gateway.logged.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ documents: 2, invalid: 1 }));
  });

  test.each(['[]', '{"a":5}', '{"a":""}', 'no JSON'])('%s is refused at start', async (text) => {
    await expect(running('only', text)).rejects.toThrow(ConfigError);
  });

  test('that is missing is refused at start', async () => {
    await expect(story.cold({ TRUSTED_DOCUMENTS: 'only', TRUSTED_DOCUMENTS_FILE: join(folder, 'none.json') })).rejects.toThrow(/TRUSTED_DOCUMENTS_FILE: .*ENOENT/);
    await expect(story.cold({ TRUSTED_DOCUMENTS: 'only' })).rejects.toThrow(/TRUSTED_DOCUMENTS_FILE: missing/);
  });
});

describe('where the schema may not be read', () => {
  test.each([
    ['a field', '{ vacancies { node { id } } }', {}],
    ['a root field', '{ vacancie { nodes { id } } }', {}],
    ['an argument', '{ vacancies(frist: 1) { nodes { id } } }', {}],
    ['a field of an input', '{ vacancies(filter: { titel: "a" }) { nodes { id } } }', {}],
    ['a value of an enumeration', '{ vacancies(sources: [VDABB]) { nodes { id } } }', {}],
    ['a type', '{ vacancies { nodes { ... on Vacansy { id } } } }', {}],
    ['a value in a variable', 'query ($s: [Source!]) { vacancies(sources: $s) { nodes { id } } }', { s: ['VDABB'] }],
    ['a name in a variable', 'query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: { titel: 'a' } }],
  ])('%s that is misspelt is not suggested, as it is elsewhere', async (_name, document, variables) => {
    const hidden = await story.cold({ INTROSPECTION: 'off' });
    const told = await story.gateway.query(document, variables);
    const silent = await hidden.query(document, variables);
    expect(told.errors.map(({ message }) => message).join()).toMatch(/Did you mean/);
    expect(silent.errors.map(({ message }) => message).join()).not.toMatch(/Did you mean/);
    expect(silent.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('it cannot be', async () => {
    const hidden = await story.cold({ INTROSPECTION: 'off' });
    for (const document of ['{ __schema { types { name } } }', '{ __type(name: "Vacancy") { name } }']) {
      expect(await hidden.query(document)).toMatchObject({ status: 400, data: null });
    }
  });
});
