import type { Page, Variables } from './jobs.ts';
import type { Upstreams } from './upstreams.ts';

const cursorsQuery = 'query ($after: String) { vacancies(sources: [VDAB], first: 100, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } } }';
const pageSize = 50;

interface CursorPage {
  readonly data: { readonly vacancies: { readonly edges: readonly { readonly cursor: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } };
}

/**
 * Every id there is, and every place in the list that a whole page follows, in an order in which neighbours have nothing in
 * common: two requests that are under way together never want the same row.
 * @param origin a gateway's, whose cursors name the places
 */
export async function readVariables(upstreams: Upstreams, origin: string): Promise<Variables> {
  const ids = await upstreams.vacancyIds();
  const cursors = await readCursors(origin);
  const pages = cursors.map((cursor, index): Page => ({ offset: index + 1, cursor })).slice(0, -pageSize);
  return { ids, pages: strided(pages, pageSize + 1) };
}

async function readCursors(origin: string): Promise<string[]> {
  const cursors: string[] = [];
  let after: string | null = null;
  while (true) {
    const response: Response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: cursorsQuery, variables: { after } }) });
    const { vacancies } = ((await response.json()) as CursorPage).data;
    cursors.push(...vacancies.edges.map(({ cursor }) => cursor));
    if (!vacancies.pageInfo.hasNextPage) return cursors;
    after = vacancies.pageInfo.endCursor;
  }
}

/** The items so ordered that each is `stride` places behind the one before, until all had their turn. */
function strided<T>(items: readonly T[], stride: number): T[] {
  return Array.from({ length: stride }, (_, start) => items.filter((_item, index) => index % stride === start)).flat();
}
