import { buildSubgraphSchema } from '@apollo/subgraph';
import { addResolversToSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { readSchema } from '../schema.ts';

/**
 * The public schema with its resolvers, as a Federation 2 subgraph.
 * @throws where a resolver has no field: `buildSubgraphSchema` would pass over it in silence
 */
export function executableSchema(): GraphQLSchema {
  return addResolversToSchema({
    schema: buildSubgraphSchema([{ typeDefs: readSchema() }]),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    inheritResolversFromInterfaces: true,
  });
}
