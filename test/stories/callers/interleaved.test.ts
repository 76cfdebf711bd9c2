import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { startTenants, type Tenant, type Tenants } from './tenants.ts';

type Source = 'CSO' | 'CEGID' | 'VDAB';

/** Something that a caller asks, and what is true for its account. */
interface Question {
  readonly tenant: Tenant;
  readonly source: Source;
  readonly kind: 'page' | 'ids' | 'walk' | 'count';
  readonly size: number;
  readonly from: number;
}

const questions: fc.Arbitrary<Question> = fc.record({
  tenant: fc.constantFrom('server' as const, 'own' as const, 'twin' as const, 'guest' as const),
  source: fc.constantFrom('CSO' as const, 'CEGID' as const, 'VDAB' as const),
  kind: fc.constantFrom('page' as const, 'ids' as const, 'walk' as const, 'count' as const),
  size: fc.integer({ min: 1, max: 12 }),
  from: fc.nat(60),
});

const page = 'query ($source: Source!, $first: Int!, $after: String) { vacancies(first: $first, after: $after, sources: [$source]) { nodes { id title } pageInfo { endCursor } } }';

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string | null } };
}

async function pageFor({ as }: Tenants, { tenant, source, size }: Question, after: string | null) {
  const { data, errors } = await as<Page>(tenant, page, { source, first: size, after });
  expect(errors).toEqual([]);
  return { ids: data?.vacancies.nodes.map(({ id }) => id) ?? [], after: data?.vacancies.pageInfo.endCursor ?? null };
}

/** What was answered, and what should have been. */
async function ask(all: Tenants, question: Question): Promise<readonly [answered: unknown, truth: unknown]> {
  const { tenant, source, kind, size, from } = question;
  const own = all.truth(tenant)[source];
  if (kind === 'count') {
    const { data } = await all.as<{ vacancyCount: { total: number | null } }>(tenant, 'query ($source: Source!) { vacancyCount(sources: [$source]) { total } }', { source });
    return [data?.vacancyCount.total, own.length];
  }
  if (kind === 'ids') {
    // Everybody's, so that many are kept for another and are not this caller's.
    const everybodys = [...new Set([...all.truth('server')[source], ...all.truth('own')[source]])].slice(from, from + size);
    const { data } = await all.as<{ nodes: readonly ({ id: string } | null)[] }>(tenant, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: everybodys });
    return [data?.nodes.map((node) => node?.id ?? null), everybodys.map((id) => (own.includes(id) ? id : null))];
  }
  const first = await pageFor(all, question, null);
  if (kind === 'page') return [first.ids, own.slice(0, size)];
  const second = await pageFor(all, question, first.after);
  return [[...first.ids, ...second.ids], own.slice(0, 2 * size)];
}

test('of many callers at once, everyone is answered what is true for its own account', { timeout: 60_000 }, async () => {
  const all = await startTenants();
  await fc.assert(
    fc.asyncProperty(fc.array(questions, { minLength: 8, maxLength: 24 }), fc.boolean(), async (asked, later) => {
      // What is kept ages in between, so that it is also read anew behind answers.
      if (later) all.sandbox.clock.advance(61_000);
      const answers = await Promise.all(asked.map((question) => ask(all, question)));
      for (const [index, [answered, truth]] of answers.entries()) expect([asked[index], answered]).toEqual([asked[index], truth]);
    }),
    { numRuns: 20, seed: 20_270_101 },
  );
});
