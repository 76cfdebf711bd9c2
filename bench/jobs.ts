import type { LoadRequest } from './load.ts';

/** The variables of both works: what there is to ask for. */
export interface Variables {
  /** Upstream ids of vacancies. */
  readonly ids: readonly string[];
  /** Places in the list to start a page from, each with the gateway's cursor for it. */
  readonly pages: readonly Page[];
}
export interface Page {
  readonly offset: number;
  readonly cursor: string;
}

/** What is asked. */
export const workNames = ['detail', 'list'] as const;
export type WorkName = (typeof workNames)[number];

/** What is measured: a work, and whether its callers ask for different things or all for the same at once. */
export interface Job {
  readonly title: string;
  readonly work: WorkName;
  readonly together: boolean;
}
export type JobName = 'detail' | 'list' | 'sameDetail' | 'sameList';

export const jobs: Readonly<Record<JobName, Job>> = {
  detail: { title: 'Detail by id, distinct variables', work: 'detail', together: false },
  list: { title: 'List of 50 with organisations, distinct variables', work: 'list', together: false },
  sameDetail: { title: 'Detail by id, one query: all callers ask for the same at once', work: 'detail', together: true },
  sameList: { title: 'List of 50 with organisations, one query: all callers ask for the same at once', work: 'list', together: true },
};
export const jobNames = ['detail', 'list', 'sameDetail', 'sameList'] as const satisfies readonly JobName[];

/** The requests of a work, all different, in the form that a contender takes. */
export type Asks = Readonly<Record<WorkName, (variables: Variables) => LoadRequest[]>>;

const detailFields = `id title nativeStatus openings publishedOn closesOn
  organisation { id name }
  location { street postalCode city point { latitude longitude } }
  employment { contractType { code } hoursMin salaryMin { amount currency } salaryMax { amount currency } }
  fields { code }
  application { url email }`;
const rowFields = 'id title publishedOn organisation { id name } location { city }';
const listFields = `nodes { ${rowFields} } pageInfo { hasNextPage }`;

const detailQuery = `query Detail($id: ID!) { vacancy(id: $id) { ${detailFields} } }`;
const gatewayListQuery = `query List($after: String) { vacancies(sources: [VDAB], first: 50, after: $after) { ${listFields} } }`;
const offsetListQuery = `query List($offset: Int!) { vacancies(offset: $offset, first: 50) { ${listFields} } }`;

function detailById({ ids }: Variables, path: string): LoadRequest[] {
  return ids.map((id) => post(path, detailQuery, { id: `vdab:vacancy:${id}` }));
}

export const gatewayAsks: Asks = {
  detail: (variables) => detailById(variables, '/graphql'),
  list: ({ pages }) => pages.map(({ cursor }) => post('/graphql', gatewayListQuery, { after: cursor })),
};
export const handlerAsks: Asks = {
  detail: ({ ids }) => ids.map((id) => ({ method: 'GET', path: `/detail/${id}` })),
  list: ({ pages }) => pages.map(({ offset }) => ({ method: 'GET', path: `/list/${offset}` })),
};

/** What is asked of the graph of `bench/contenders/graph.ts`, which pages by offset. */
export function offsetAsks(path: string): Asks {
  return {
    detail: (variables) => detailById(variables, path),
    list: ({ pages }) => pages.map(({ offset }) => post(path, offsetListQuery, { offset })),
  };
}

/** A GraphQL request as clients send it. */
export function post(path: string, query: string, variables: Readonly<Record<string, unknown>>): LoadRequest {
  return { method: 'POST', path, body: JSON.stringify({ query, variables }) };
}
