import { describe, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';

const story = useStory();

interface Answer {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly argument?: string } }[];
}

async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

// Of nearly the size that a request may have: what takes time with the square of it takes many minutes of the whole process, and the test's time is up.
describe('a long value that an error quotes', () => {
  test.each(['on', 'off'] as const)('is refused at once, with INTROSPECTION=%s', async (INTROSPECTION) => {
    const { url } = await story.cold({ INTROSPECTION });
    const { errors } = await ask(url, 'query($i: Int) { vacancies(first: $i) { nodes { id } } }', { i: 'Did you mean '.repeat(60_000) });
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } })]);
    expect(errors[0]?.message.length).toBeLessThan(500);
  });
});

test('names stay untold where the schema is not to be read, and the place of an error is told', async () => {
  const { url } = await story.cold({ INTROSPECTION: 'off' });
  const { errors } = await ask(url, 'query($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: { statuses: ['PUBLISHD'] } });
  expect(errors).toEqual([{ message: expect.stringContaining('"PUBLISHD"'), locations: expect.anything(), extensions: { code: 'BAD_USER_INPUT', argument: 'filter.statuses.0' } }]);
  expect(errors[0]?.message).not.toContain('PUBLISHED');
});

test('the place of an error is told whatever the value itself says of places', async () => {
  const { errors } = await ask(story.gateway.url, 'query($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: { statuses: [{ [' at "f.title" or so']: 1 }] } });
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.statuses.0' } })]);
});
