import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { executableSchema } from '../../../src/server/graphql/schema.ts';
import { makeUp } from './any-values.ts';

/** Types of every sort; each once as the properties of objects, and once by resolvers that take arguments. */
const outputs: readonly (readonly [name: string, type: string])[] = [
  ['Text', 'String'],
  ['SureText', 'String!'],
  ['Size', 'Size'],
  ['Day', 'Day'],
  ['Anything', 'Anything'],
  ['Number', 'Float'],
  ['Whole', 'Int!'],
  ['Flag', 'Boolean'],
  ['Key', 'ID'],
  ['Texts', '[String]'],
  ['SureSizes', '[Size!]!'],
  ['Grid', '[[Int!]]'],
  ['Row', 'Row'],
  ['SureRow', 'Row!'],
  ['Rows', '[Row]'],
  ['SureRows', '[Row!]!'],
  ['RowGrid', '[[Row!]!]'],
  ['Thing', 'Thing'],
  ['SureThing', 'Thing!'],
  ['Named', 'Named'],
  ['Found', '[Found!]'],
  ['Other', 'Other'],
];
const args = '(n: Int = 1, size: Size, range: Range, ids: [ID!], day: Day! = "2020-02-02", grid: [[Int]])';
const properties = outputs.map(([name, type]) => `own${name}: ${type}`).join(' ');
const resolved = outputs.map(([name, type]) => `asked${name}${args}: ${type}`).join(' ');

const sdl = `
  scalar Day
  scalar Anything
  enum Size { SMALL LARGE }
  input Range { from: Day = "2020-01-01" to: Day sizes: [Size!] = [SMALL] text: String inner: Range }
  interface Named { name: String }
  interface Thing implements Named { id: ID! name: String twice(n: Int = 1): Thing ownText: String }
  union Found = Row | Other | Bare
  type Row implements Thing & Named { id: ID! name: String twice(n: Int = 1): Thing ${properties} ${resolved} }
  type Other implements Thing & Named { id: ID! name: String twice(n: Int = 2, more: String = "more"): Row other: String ownText: String toString: String length: Int ownRow: Row askedRows: [Row] }
  type Bare implements Named { name: String constructor: String }
  type Query { ${properties} ${resolved} }
`;

/** One that fails at what is no number, and writes some as nothing. */
const day = new GraphQLScalarType({
  name: 'Day',
  serialize(value) {
    if (typeof value !== 'number') throw new TypeError('no day');
    return value % 50 === 0 ? null : `day ${value % 31}`;
  },
});

/** A graph of every sort of type, whose resolvers do everything that a resolver may do. */
export function anyGraph(): GraphQLSchema {
  const schema = makeExecutableSchema({ typeDefs: sdl, resolvers: { Size: { SMALL: 0, LARGE: 1 }, Day: day } });
  makeUp(schema, { Day: (hash) => hash, Anything: (hash) => ({ any: [hash, null] }) }, (_type, { name }) => !name.startsWith('asked') && name !== 'twice');
  return schema;
}

/** The public schema: what it has resolvers for is made up by resolvers, and what it reads of objects is read of made-up ones. */
export function publicGraph(): GraphQLSchema {
  const schema = executableSchema();
  makeUp(
    schema,
    { DateTime: (hash) => new Date(hash), Date: () => '2024-05-01', JSON: (hash) => ({ any: [hash, null] }), Locale: () => 'nl-BE', URL: (hash) => `https://example.org/${hash}` },
    (_type, { resolve }) => resolve === undefined,
  );
  return schema;
}
