import { buildSubgraphSchema } from '@apollo/subgraph';
import { addResolversToSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { resolvers } from '../../resolvers/index.ts';
import { readSchema } from '../../schema.ts';

/** How entities resolve by their keys: only what `buildSubgraphSchema` is given itself stands where `_entities` looks for it. */
const references = Object.fromEntries(
  Object.entries(resolvers).flatMap(([type, fields]) => ('__resolveReference' in fields ? [[type, { __resolveReference: fields.__resolveReference }]] : [])),
);

/**
 * The public schema with its resolvers, as a Federation 2 subgraph.
 * @throws where a resolver has no field: `buildSubgraphSchema` would pass over it in silence
 */
export function executableSchema(): GraphQLSchema {
  return addResolversToSchema({
    schema: buildSubgraphSchema([{ typeDefs: readSchema(), resolvers: references }]),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    inheritResolversFromInterfaces: true,
  });
}
