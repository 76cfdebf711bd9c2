import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';

const story = useStory({ environment: { METRICS_PORT: '0' } });

interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}
interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The answer as it came, without what tells of its moment. */
async function ask(asked: Asked, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
  const response = await fetch(`${story.gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(asked) });
  const { date: _moment, 'cache-control': kept = '', ...rest } = Object.fromEntries(response.headers);
  return { status: response.status, headers: { ...rest, 'cache-control': kept.replace(/\d+$/, 'seconds') }, text: await response.text() };
}

/** A document of its own: only its first request is read by Apollo. */
function anew(asked: Asked): Asked {
  return { ...asked, query: `# ${randomUUID()}\n${asked.query}` };
}

/** How many queries went the short way so far. */
async function knownQueries(way: string): Promise<number> {
  const text = await (await fetch(story.gateway.metricsUrl ?? '')).text();
  return Number(new RegExp(`^werkgraph_known_queries_total\\{way="${way}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

const detail = 'query($id: ID!) { vacancy(id: $id) { id title organisation { name } location { city } fields { code } } }';
const id = () => `vdab:vacancy:${story.sandbox.definitions.vdab.data.vacancies[0]?.id ?? ''}`;

const shortened: Readonly<Record<string, () => readonly [Asked, Record<string, string>?]>> = {
  'a query with variables': () => [{ query: detail, variables: { id: id() } }],
  'a query without variables': () => [{ query: '{ vacancies(first: 3, sources: [VDAB]) { nodes { id title } totalCount sources { source status } } }' }],
  'variables that are null': () => [{ query: '{ sources { source configured } }', variables: null, operationName: null, extensions: null }],
  'one of two operations by its name': () => [{ query: 'query A { sources { source } } query B { viewer { id } }', operationName: 'B' }],
  'an Accept of the newer media type': () => [{ query: '{ viewer { id } }' }, { accept: 'application/graphql-response+json, application/json;q=0.9' }],
  'an id of nothing': () => [{ query: detail, variables: { id: `vdab:vacancy:${randomUUID()}` } }],
  'an answer with an error at one of its fields': () => [{ query: 'query($id: ID!) { sources { source } vacancy(id: $id) { id } }', variables: { id: 'vdab:vacancy:%' } }],
  'an answer with an error and nothing else': () => [{ query: '{ vacancies(first: 101) { nodes { id } } }' }],
  'what its caller may not have': () => [{ query: '{ mutationLog { nodes { id } } viewer { id } }' }],
};

const passedOn: Readonly<Record<string, () => readonly [Asked, Record<string, string>?]>> = {
  'a variable of the wrong type': () => [{ query: detail, variables: { id: { no: 'id' } } }],
  'a variable that is missing': () => [{ query: detail, variables: {} }],
  'an operation that the document has not': () => [{ query: 'query A { viewer { id } }', operationName: 'B' }],
  'several operations and no name': () => [{ query: 'query A { viewer { id } } query B { viewer { id } }' }],
  'variables that are no object': () => [{ query: detail, variables: [1] }],
  'an operation name that is no text': () => [{ query: '{ viewer { id } }', operationName: 7 }],
  'a report of the cost': () => [{ query: '{ viewer { id } }' }, { 'x-cost': 'report' }],
  'extensions': () => [{ query: '{ viewer { id } }', extensions: { something: true } }],
  'an Accept that nothing fits': () => [{ query: '{ viewer { id } }' }, { accept: 'text/html' }],
  'candidates, whose readers are written down': () => [{ query: '{ candidates(first: 2, sources: [VDAB]) { nodes { id } } }' }],
};

describe('the second answer to a document is its first, byte for byte and header for header', () => {
  test.each(Object.entries(shortened))('%s, the short way', async (_name, request) => {
    const [plain, headers] = request();
    // What is asked is kept now, so that both answers come of the same rows.
    await ask(anew(plain), headers);
    const before = await knownQueries('executed');
    const asked = anew(plain);
    const first = await ask(asked, headers);
    expect(await knownQueries('executed')).toBe(before);
    expect(await ask(asked, headers)).toEqual(first);
    expect(await knownQueries('executed')).toBe(before + 1);
  });

  test.each(Object.entries(passedOn))('%s, by Apollo', async (_name, request) => {
    const [plain, headers] = request();
    await ask(anew(plain), headers);
    const asked = anew(plain);
    const first = await ask(asked, headers);
    expect(first.text).not.toContain('INTERNAL_SERVER_ERROR');
    const before = await knownQueries('executed');
    expect(await ask(asked, headers)).toEqual(first);
    expect(await knownQueries('executed')).toBe(before);
  });

  test('a document that was good with one set of variables is refused with a wrong one', async () => {
    const asked = anew({ query: detail, variables: { id: id() } });
    expect((await ask(asked)).status).toBe(200);
    const wrong = { ...asked, variables: { id: ['no id'] } };
    const [told, anewTold] = [await ask(wrong), await ask(anew(wrong))];
    expect(told.status).toBe(400);
    expect(JSON.parse(told.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }] });
    expect({ ...told, text: withoutPlaces(told.text) }).toEqual({ ...anewTold, text: withoutPlaces(anewTold.text) });
  });
});

/** Both documents have a line of their own in front. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/"locations":\[[^\]]*\],?/g, '');
}

describe('a mutation', () => {
  test('is never known: it is executed as often as it is sent', async () => {
    const before = await knownQueries('executed');
    const asked = { query: 'mutation { unsubscribeWebhook(id: "none") { id userErrors { code } } }' };
    const first = await ask(asked);
    expect((await ask(asked)).status).toBe(first.status);
    expect(await knownQueries('executed')).toBe(before);
  });
});
