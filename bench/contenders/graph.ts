import DataLoader from 'dataloader';
import { detailOf, rowOf, type VdabIds, type VdabVacancy } from './vacancy.ts';
import { Vdab } from './vdab.ts';

/** The graph that the servers of others serve: what both jobs ask of it, in the gateway's words. */
export const typeDefs = `
  type Query { vacancy(id: ID!): Vacancy  vacancies(offset: Int!, first: Int!): Vacancies! }
  type Vacancies { nodes: [Vacancy]!  pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Vacancy { id: ID!  title: String  nativeStatus: String  openings: Int  publishedOn: String  closesOn: String  organisation: Organisation  location: Location  employment: Employment  fields: [Code!]  application: Application }
  type Organisation { id: ID!  name: String }
  type Location { street: String  postalCode: String  city: String  point: Point }
  type Point { latitude: Float!  longitude: Float! }
  type Employment { contractType: Code  hoursMin: Float  salaryMin: Money  salaryMax: Money }
  type Money { amount: Float!  currency: String! }
  type Code { code: String! }
  type Application { url: String  email: String }
`;

/** What the resolvers of one operation share. */
export interface GraphContext {
  readonly vacancies: DataLoader<string, VdabVacancy>;
}

interface IdPage {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
}

const idPrefix = 'vdab:vacancy:';
const vdab = new Vdab(process.env['VDAB_BASE_URL'] ?? '', process.env['VDAB_CLIENT_ID'] ?? '');

/** The upstream calls are the handler's: a GET for one vacancy, a POST for several. */
async function readVacancies(ids: readonly string[]): Promise<(VdabVacancy | Error)[]> {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return [(await vdab.get(`/${only}`)) as VdabVacancy];
  const details = (await vdab.post({ vacatureReferenties: ids })) as VdabVacancy[];
  const byId = new Map(details.map((vacancy) => [vacancy.vacatureReferentie.interneReferentie, vacancy]));
  return ids.map((id) => byId.get(id) ?? new Error(`VDAB has no vacancy ${id}`));
}

/** A context for one operation. */
export function newContext(): GraphContext {
  return { vacancies: new DataLoader(readVacancies) };
}

/**
 * Resolvers as somebody writes them who knows the two jobs: a row maps what a list shows and no more, which a graph that serves everybody
 * could not know. It is in favour of those that are compared.
 */
export const resolvers = {
  Query: {
    vacancy: async (_parent: unknown, { id }: { readonly id: string }, { vacancies }: GraphContext): Promise<object> => detailOf(await vacancies.load(id.slice(idPrefix.length))),
    vacancies: async (_parent: unknown, { offset, first }: { readonly offset: number; readonly first: number }): Promise<IdPage> => {
      const { resultaten } = (await vdab.get(`?vanaf=${offset}&aantal=${first + 1}`)) as VdabIds;
      return { ids: resultaten.slice(0, first).map(({ vacatureReferentie }) => vacatureReferentie.interneReferentie), hasNextPage: resultaten.length > first };
    },
  },
  Vacancies: {
    nodes: async ({ ids }: IdPage, _arguments: unknown, { vacancies }: GraphContext): Promise<object[]> => (await vacancies.loadMany(ids)).map((row) => (row instanceof Error ? row : rowOf(row))),
    pageInfo: ({ hasNextPage }: IdPage): object => ({ hasNextPage }),
  },
};
