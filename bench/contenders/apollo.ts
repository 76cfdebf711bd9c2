// What a first afternoon with Apollo Server gives: its standalone server as it comes, `fetch`, and one GET for each id.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { typeDefs } from './graph.ts';
import { detailOf, rowOf, type VdabIds, type VdabVacancy } from './vacancy.ts';

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
