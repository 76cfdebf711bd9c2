// What a first afternoon with Apollo Server gives: its standalone server as it comes, `fetch`, and one GET for each id.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { detailOf, rowOf, type VdabIds, type VdabVacancy } from './vacancy.ts';

const typeDefs = `#graphql
  type Query { vacancy(id: ID!): Vacancy  vacancies(offset: Int!, first: Int!): Vacancies! }
  type Vacancies { nodes: [Vacancy]!  pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Vacancy { id: ID!  title: String  nativeStatus: String  openings: Int  publishedOn: String  closesOn: String  organisation: Organisation  location: Location  employment: Employment!  fields: [Code!]!  application: Application! }
  type Organisation { id: ID!  name: String }
  type Location { street: String  postalCode: String  city: String  point: Point }
  type Point { latitude: Float!  longitude: Float! }
  type Employment { contractType: Code  hoursMin: Float  salaryMin: Money  salaryMax: Money }
  type Money { amount: Float!  currency: String! }
  type Code { code: String! }
  type Application { url: String  email: String }
`;

const base = `${process.env['VDAB_BASE_URL']}v2/vacatures`;
const headers = { 'X-IBM-Client-Id': process.env['VDAB_CLIENT_ID'] ?? '' };

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(base + path, { headers })).json()) as T;
}

const resolvers = {
  Query: {
    vacancy: async (_parent: unknown, { id }: { id: string }) => detailOf(await get<VdabVacancy>(`/${id.replace('vdab:vacancy:', '')}`)),
    vacancies: async (_parent: unknown, { offset, first }: { offset: number; first: number }) => {
      const { resultaten } = await get<VdabIds>(`?vanaf=${offset}&aantal=${first + 1}`);
      const ids = resultaten.slice(0, first).map(({ vacatureReferentie }) => vacatureReferentie.interneReferentie);
      const nodes = ids.map(async (id) => rowOf(await get<VdabVacancy>(`/${id}`)));
      return { nodes, pageInfo: { hasNextPage: resultaten.length > first } };
    },
  },
};

const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), { listen: { host: '127.0.0.1', port: 0 } });
console.log(url);
