import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { variablesReader } from '../../src/execution/variables.ts';

const schema = buildSchema(`
  enum Size { SMALL LARGE }
  input Range { from: Int = 1 to: Int! sizes: [Size!] }
  type Row { id: ID! }
  type Query { row: Row }
`);

function definitionsOf(variables: string) {
  const [operation] = parse(`query (${variables}) { row { id } }`).definitions as [OperationDefinitionNode];
  return operation.variableDefinitions ?? [];
}

/** What graphql-js makes of the same; null where it finds a fault. */
function byGraphql(variables: string, given: Readonly<Record<string, unknown>>) {
  return getVariableValues(schema, definitionsOf(variables), given).coerced ?? null;
}

describe('variables', () => {
  test.each<[variables: string, given: Readonly<Record<string, unknown>>]>([
    ['$id: ID!', { id: 'a' }],
    ['$id: ID!', { id: 7, other: 'x' }],
    ['$ids: [ID!]!', { ids: ['a', 1] }],
    ['$ids: [ID!]!', { ids: 'alone' }],
    ['$n: Int, $m: Int = 3, $k: Int! = 4', {}],
    ['$n: Int, $m: Int = 3', { n: null, m: null }],
    ['$range: Range', { range: { to: 2 } }],
    ['$range: Range = { to: 5, sizes: SMALL }', {}],
    ['$ranges: [Range]', { ranges: [null, { to: 2, sizes: ['LARGE'] }] }],
    ['$__proto__: String, $constructor: Int', JSON.parse('{ "__proto__": "p", "constructor": 1 }') as Record<string, unknown>],
    ['$toString: String', {}],
  ])('%s given as %j are read as graphql-js reads them', (variables, given) => {
    const read = variablesReader(schema, definitionsOf(variables))(given);
    expect(read).not.toBeNull();
    expect(read).toEqual(byGraphql(variables, given));
    expect(Object.getPrototypeOf(read)).toBeNull();
  });

  test.each<[variables: string, given: Readonly<Record<string, unknown>>]>([
    ['$id: ID!', {}],
    ['$id: ID!', { id: null }],
    ['$id: ID!', { id: {} }],
    ['$n: Int', { n: 1.5 }],
    ['$k: Int! = 4', { k: null }],
    ['$n: Int, $size: Size', { n: 'x', size: 'SMALL' }],
    ['$size: Size', { size: 'HUGE' }],
    ['$range: Range', { range: { from: 2 } }],
    ['$range: Range', { range: { to: 2, more: 1 } }],
    ['$row: Row', { row: {} }],
    ['$none: Nothing', { none: 1 }],
  ])('%s given as %j are wrong', (variables, given) => {
    expect(variablesReader(schema, definitionsOf(variables))(given)).toBeNull();
    expect(byGraphql(variables, given)).toBeNull();
  });

  test('have defaults of their own at each reading', () => {
    const read = variablesReader(schema, definitionsOf('$range: Range = { to: 5 }'));
    expect(read({})?.['range']).not.toBe(read({})?.['range']);
  });
});
