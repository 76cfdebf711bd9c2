import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** What somebody keeps in the other subgraph: global ids of ours. */
export interface Kept {
  readonly vacancies: readonly string[];
  readonly candidates: readonly string[];
  readonly organisations: readonly string[];
  readonly values: readonly string[];
}

export const keepsNothing: Kept = { vacancies: [], candidates: [], organisations: [], values: [] };

/** A subgraph of another team: it gives our vacancies a field, refers to our entities by key, and pages as Relay does. */
export const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])

  type Query {
    kept: Kept!
  }

  type Kept {
    vacancies(first: Int = 100): KeptVacancies!
    candidates: [Candidate]!
    organisations: [Organisation]!
    values: [EnumerationValue]!
  }

  type KeptVacancies {
    nodes: [Vacancy]!
    pageInfo: PageInfo!
  }

  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Vacancy @key(fields: "id") {
    id: ID!
    saved: Boolean!
  }

  type Candidate @key(fields: "id", resolvable: false) {
    id: ID!
  }

  type Organisation @key(fields: "id", resolvable: false) {
    id: ID!
  }

  type EnumerationValue @key(fields: "id", resolvable: false) {
    id: ID!
  }
`);

export interface SecondSubgraph {
  /** Where it is reached, without a closing slash. */
  readonly url: string;
  /** What it answers from; a test may replace it. */
  kept: Kept;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback. */
export async function startSecondSubgraph(): Promise<SecondSubgraph> {
  const state = { kept: keepsNothing };
  const schema = buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Query: { kept: () => state.kept },
        Kept: {
          vacancies: (kept: Kept, { first }: { readonly first: number }) => ({
            nodes: references(kept.vacancies.slice(0, first)),
            pageInfo: { hasNextPage: kept.vacancies.length > first, hasPreviousPage: false, startCursor: null, endCursor: null },
          }),
          candidates: (kept: Kept) => references(kept.candidates),
          organisations: (kept: Kept) => references(kept.organisations),
          values: (kept: Kept) => references(kept.values),
        },
        Vacancy: { saved: ({ id }: { readonly id: string }) => state.kept.vacancies.includes(id) },
      },
    },
  ]);
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()], stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return {
    url: url.replace(/\/$/, ''),
    get kept() {
      return state.kept;
    },
    set kept(kept) {
      state.kept = kept;
    },
    close: () => server.stop(),
  };
}

/** Entities of other subgraphs, by their keys. */
function references(ids: readonly string[]): { readonly id: string }[] {
  return ids.map((id) => ({ id }));
}
