import type { LoadRequest } from './load.ts';

/** The variables of both jobs: what there is to ask for. */
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

export const jobNames = ['detail', 'list'] as const;
export type JobName = (typeof jobNames)[number];
export const jobTitles: Readonly<Record<JobName, string>> = { detail: 'Detail by id', list: 'List of 50 with organisations' };

/** The requests of a job, all different, in the form that a contender takes. */
export type Asks = Readonly<Record<JobName, (variables: Variables) => LoadRequest[]>>;

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
const apolloListQuery = `query List($offset: Int!) { vacancies(offset: $offset, first: 50) { ${listFields} } }`;

function detailById({ ids }: Variables, path: string): LoadRequest[] {
  return ids.map((id) => post(path, detailQuery, { id: `vdab:vacancy:${id}` }));
}

export const gatewayAsks: Asks = {
  detail: (variables) => detailById(variables, '/graphql'),
  list: ({ pages }) => pages.map(({ cursor }) => post('/graphql', gatewayListQuery, { after: cursor })),
};
export const apolloAsks: Asks = {
  detail: (variables) => detailById(variables, '/'),
  list: ({ pages }) => pages.map(({ offset }) => post('/', apolloListQuery, { offset })),
};
export const handlerAsks: Asks = {
  detail: ({ ids }) => ids.map((id) => ({ method: 'GET', path: `/detail/${id}` })),
  list: ({ pages }) => pages.map(({ offset }) => ({ method: 'GET', path: `/list/${offset}` })),
};

/** A GraphQL request as clients send it. */
export function post(path: string, query: string, variables: Readonly<Record<string, unknown>>): LoadRequest {
  return { method: 'POST', path, body: JSON.stringify({ query, variables }) };
}
