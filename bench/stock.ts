import type { Stock } from './mixture.ts';

const pages = {
  vacancies: 'query ($after: String) { page: vacancies(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
  candidates: 'query ($after: String) { page: candidates(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
  organisations: 'query ($after: String) { page: organisations(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
};

interface IdPage {
  readonly data: { readonly page: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } };
}

/** Reads through a gateway what there is at all of its sources. */
export async function readStock(origin: string): Promise<Stock> {
  const [vacancies, candidates, organisations] = await Promise.all([idsOf(origin, pages.vacancies), idsOf(origin, pages.candidates), idsOf(origin, pages.organisations)]);
  return { vacancies, candidates, organisations };
}

async function idsOf(origin: string, query: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  while (true) {
    const response: Response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { after } }) });
    const { page } = ((await response.json()) as IdPage).data;
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}
