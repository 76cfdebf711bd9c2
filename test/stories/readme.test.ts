import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoClientIds } from '../../sandbox/clients.ts';
import { as } from '../support/clients.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

function block(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`the README has no block of ${language}`);
  return text;
}

test("the README's first query has the README's answer", async () => {
  const { data, errors } = await gateway.query(block('graphql'));
  expect(errors).toEqual([]);
  expect({ data }).toEqual(JSON.parse(block('json')));
});

test("the README's curl sends the README's query", () => {
  const [, body = ''] = /-d '(\{"query".*\})'/.exec(block('sh').includes('curl') ? block('sh') : readme) ?? [];
  const sent: { query: string } = JSON.parse(body);
  expect(sent.query.replaceAll(/\s+/g, ' ').trim()).toBe(block('graphql').replaceAll(/\s+/g, ' ').trim());
});

test('every query of the table "More to try" is answered without an error', async () => {
  const [reading = ''] = readme.split('## Post a vacancy');
  const queries = [...reading.matchAll(/\| `(\{ .*? \})` \|/g)].map(([, query = '']) => query.replace('<an instant of last week>', new Date(Date.now() - 3 * 86_400_000).toISOString()));
  expect(queries.length).toBeGreaterThan(3);
  for (const query of queries) {
    const { errors } = await gateway.query(query);
    expect({ query, errors }).toEqual({ query, errors: [] });
  }
});

describe("the README's callers", () => {
  const story = useStory({ clients: 'demo', environment: { ANONYMOUS_SCOPES: undefined } });
  const table = [...readme.matchAll(/^\| `(\w+)` \| `([^`]+)` \| (?:`([^`]+)`|[^|]+) \|$/gm)].filter(([, id]) => demoClientIds.some((known) => known === id));

  test('are those of the demo', () => {
    expect(table.map(([, id]) => id)).toEqual([...demoClientIds]);
  });

  test.each(demoClientIds)('%s does its job, and is refused another\'s', async (id) => {
    const [, , job = '', others] = table.find(([, name]) => name === id) ?? [];
    expect(await story.gateway.query(job, {}, as(id))).toMatchObject({ status: 200, errors: [] });
    const refusals = others === undefined ? [] : (await story.gateway.query(others, {}, as(id))).errors.map(({ extensions }) => extensions.code);
    expect(refusals).toEqual(id === 'admin' ? [] : ['FORBIDDEN']);
  });
});
