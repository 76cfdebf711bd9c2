import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, isScalarType, lexicographicSortSchema, printType } from 'graphql';
import { expect, test } from 'vitest';
import { readSchema } from '../../src/schema.ts';
import { executableSchema } from '../../src/server/graphql/schema.ts';

/** Each type as SDL; of a scalar its name, since what specifies it may come with its implementation. */
function typesOf(schema: GraphQLSchema): string[] {
  return Object.values(lexicographicSortSchema(schema).getTypeMap()).map((type) => (isScalarType(type) ? `scalar ${type.name}` : printType(type)));
}

test('the schema that is served has the types, fields and arguments of schema/, by the same names', () => {
  expect(typesOf(executableSchema())).toEqual(typesOf(buildSubgraphSchema([{ typeDefs: readSchema() }])));
});
