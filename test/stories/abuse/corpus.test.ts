import { expect, test } from 'vitest';
import { usualLimits } from '../../support/gateway.ts';
import { hostileDocuments } from '../../support/hostile-documents.ts';
import { useStory } from '../../support/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';

// As nobody sets them, but for how often one may ask: the corpus asks a lot within a minute.
const story = useStory({ environment: { ...usualLimits, RATE_LIMIT_ANONYMOUS: '0', RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_ANONYMOUS_COST: '0' } });

test.each(hostileDocuments)('$name is refused in a few words, and asks no upstream', async ({ body }) => {
  const response = await fetch(`${story.gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown> | null; errors: { message: string; extensions: { code: string } }[] };
  // What only a resolver can tell is wrong is null in an answer of its own.
  expect(response.status).toSatisfy((status: number) => status === 200 || (status >= 400 && status < 500));
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(21);
  for (const { message, extensions } of errors) {
    expect(message.length).toBeLessThan(600);
    expect(['BAD_USER_INPUT', 'QUERY_TOO_EXPENSIVE']).toContain(extensions.code);
  }
  expect(text).not.toMatch(/node_modules|\.ts:|at \w+ \(/);
  expect(callsOf(story.sandbox)).toEqual({});
});

test('objects are what they were', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { title?: string }).title).toBeUndefined();
});

test('and the gateway goes on answering', async () => {
  expect(await story.data('{ vacancies(first: 1, sources: [VDAB]) { nodes { title } } }')).toMatchObject({ vacancies: { nodes: [{ title: expect.any(String) }] } });
});
