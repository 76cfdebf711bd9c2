import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readSchema } from '../../src/schema.ts';
import contract from './contract-names.json' with { type: 'json' };
import { contractBreaches } from './rules/contract.ts';
import { schemaNames } from './rules/schema-names.ts';

test('everything in the contract is in the schema, with the same type, default and scope', () => {
  expect(contractBreaches(contract, schemaNames(readSchema()))).toEqual([]);
});

describe('a schema is refused that', () => {
  const promised = schemaNames(parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])
    scalar Date
    enum Source { CSO VDAB }
    input Filter { title: String }
    interface Node { id: ID! }
    type Vacancy implements Node @key(fields: "id") { id: ID! title: String raw: String @requiresScopes(scopes: [["raw:read"]]) }
    type Query { vacancies(first: Int = 20, filter: Filter): [Vacancy] }
  `));

  function breaches(sdl: string): string[] {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])';
    return contractBreaches(promised, schemaNames(parse(`${link} ${sdl}`)));
  }
  const scalar = 'scalar Date';
  const source = 'enum Source { CSO VDAB }';
  const filter = 'input Filter { title: String }';
  const node = 'interface Node { id: ID! }';
  const vacancy = 'type Vacancy implements Node @key(fields: "id") { id: ID! title: String raw: String @requiresScopes(scopes: [["raw:read"]]) }';
  const query = 'type Query { vacancies(first: Int = 20, filter: Filter): [Vacancy] }';

  test.each([
    ['lacks a type', [source, filter, node, vacancy, query], 'Date is missing'],
    ['has another kind of type', ['enum Date { TODAY }', source, filter, node, vacancy, query], 'Date is enum, not scalar'],
    ['lacks an enum value', [scalar, 'enum Source { CSO }', filter, node, vacancy, query], 'Source.VDAB is missing'],
    ['lacks an input field', [scalar, source, 'input Filter { name: String }', node, vacancy, query], 'Filter.title is missing'],
    ['asks for an input field more', [scalar, source, 'input Filter { title: String name: String! }', node, vacancy, query], 'Filter(name) is required, but not in the contract'],
    ['lacks a field', [scalar, source, filter, node, vacancy.replace('title: String', ''), query], 'Vacancy.title is missing'],
    ['changes nullability', [scalar, source, filter, node, vacancy.replace('title: String', 'title: String!'), query], 'Vacancy.title is String!, not String'],
    ['does not implement an interface', [scalar, source, filter, node, vacancy.replace('implements Node', ''), query], 'Vacancy does not implement Node'],
    ['lacks a key', [scalar, source, filter, node, vacancy.replace('@key(fields: "id")', ''), query], 'Vacancy lacks @key(fields: "id")'],
    ['lacks a scope', [scalar, source, filter, node, vacancy.replace(/@requires.*]\)/, ''), query], 'Vacancy.raw lacks @requiresScopes(scopes: [["raw:read"]])'],
    ['adds a scope', [scalar, source, filter, node, vacancy, query.replace('] }', '] @requiresScopes(scopes: [["admin"]]) }')], 'Query.vacancies has @requiresScopes(scopes: [["admin"]]), the contract has not'],
    ['lacks an argument', [scalar, source, filter, node, vacancy, query.replace(', filter: Filter', '')], 'Query.vacancies(filter) is missing'],
    ['changes a default', [scalar, source, filter, node, vacancy, query.replace('20', '10')], 'Query.vacancies(first) is Int = 10, not Int = 20'],
    ['asks for an argument more', [scalar, source, filter, node, vacancy, query.replace('first', 'key: ID! first')], 'Query.vacancies(key) is required, but not in the contract'],
  ])('%s', (_, parts, breach) => {
    expect(breaches(parts.join(' '))).toEqual([breach]);
  });

  test('lacks a directive', () => {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
    const schema = schemaNames(parse([link, scalar, source, filter, node, vacancy, query].join(' ')));
    expect(contractBreaches(promised, schema)).toEqual(['@requiresScopes is not imported']);
  });

  test('while one that has more, or merges its types from extensions, is accepted', () => {
    const parts = [scalar, 'enum Source { CSO VDAB CEGID }', filter, node, vacancy.replace('title: String', ''), 'extend type Vacancy { title: String url: String }', query];
    expect(breaches(parts.join(' '))).toEqual([]);
  });
});
