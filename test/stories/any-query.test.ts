import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { executableSchema } from '../../src/server/graphql/schema.ts';
import { anyDocument } from '../execution/generated/any-document.ts';
import { draws } from '../execution/generated/draw.ts';
import type { GraphQLFailure } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';

const story = useStory();

/** What a caller is told where it asks for what is not there, or not to be had. */
const expected = new Set(['BAD_USER_INPUT', 'UNSUPPORTED_BY_SOURCE', 'FORBIDDEN', 'QUERY_TOO_EXPENSIVE']);

interface Ids {
  readonly vacancies: { readonly nodes: readonly { readonly id: string; readonly organisation: { readonly id: string } | null }[] };
}

const codeOf = ({ extensions }: GraphQLFailure): string => extensions.code;

test('whatever is asked that is valid is answered, the first time and when it is asked again', { timeout: 120_000 }, async () => {
  const { vacancies: { nodes } } = await story.data<Ids>('{ vacancies(first: 8) { nodes { id organisation { id } } } }');
  const ids = nodes.flatMap(({ id, organisation }) => [id, ...(organisation === null ? [] : [organisation.id])]);
  // Texts are left out: they would be cursors, and words that nothing has.
  const scalars = { Int: [1, 2, 3], ID: [...ids, 'vdab:vacancy:none'], DateTime: [new Date(story.sandbox.clock.now() - 86_400_000).toISOString()], Locale: ['nl', 'en-GB'] };
  const schema = executableSchema();
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(draws.map((draw) => anyDocument(draw, schema, { depth: 4, scalars })), async ({ text, variables }) => {
      const [first, second] = [await story.gateway.query<object>(text, variables), await story.gateway.query<object>(text, variables)];
      expect(first.errors.map(codeOf).filter((code) => !expected.has(code))).toEqual([]);
      expect(second.errors.map(codeOf).toSorted()).toEqual(first.errors.map(codeOf).toSorted());
      answered += first.data === null ? 0 : 1;
    }),
    { numRuns: 40 },
  );
  expect(answered).toBeGreaterThan(20);
});
