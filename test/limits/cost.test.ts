import { buildSubgraphSchema } from '@apollo/subgraph';
import { getIntrospectionQuery, getOperationAST, type GraphQLSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { costsOf } from '../../src/limits/cost/index.ts';
import { readSchema } from '../../src/schema.ts';
import { everyFieldOf } from '../support/every-field.ts';

const small = buildSubgraphSchema([{ typeDefs: parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
  type Query {
    name: String
    priced: String @cost(weight: 7)
    dear: Book @cost(weight: 10)
    page(first: Int = 20): Page @cost(weight: 10) @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
    either(first: Int, last: Int): [Book] @listSize(assumedSize: 8, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    shelf: [Book] @listSize(assumedSize: 6)
    books: [Book]
    byIds(ids: [ID!]!): [Thing]! @cost(weight: 10) @listSize(assumedSize: 250)
    thing: Thing
  }
  type Page { nodes: [Book] edges: [Edge] total: Int @cost(weight: 2) }
  type Edge { node: Book }
  interface Thing { id: ID! }
  type Book implements Thing @key(fields: "id") @cost(weight: 5) { id: ID! title: String author: Author pages: Page @cost(weight: 1) @listSize(assumedSize: 3, sizedFields: ["nodes"]) }
  type Author implements Thing @key(fields: "id") { id: ID! books: [Book] @listSize(assumedSize: 4) }
`) }]);

function costIn(schema: GraphQLSchema, text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error('which operation?');
  return costsOf(schema)(document, operation, variables);
}
const cost = (text: string, variables?: Readonly<Record<string, unknown>>): number => costIn(small, text, variables);

describe('an operation costs', () => {
  test.each<[name: string, text: string, cost: number, variables?: Record<string, unknown>]>([
    ['nothing for values', '{ name __typename }', 0],
    ['what stands at a field, each time that it is resolved', '{ priced }', 7],
    ['that and its object by its type', '{ dear { title } }', 10 + 5],
    ['as much as the objects within one another', '{ dear { author { id } } }', 10 + 5 + 1],
    ['the rows of a page by its default', '{ page { nodes { title } } }', 10 + 1 + 20 * 5],
    ['the rows that an argument says', '{ page(first: 3) { nodes { title } } }', 10 + 1 + 3 * 5],
    ['the rows that a variable says', 'query ($n: Int) { page(first: $n) { nodes { title } } }', 10 + 1 + 50 * 5, { n: 50 }],
    ['the rows of the variable’s own default', 'query ($n: Int = 7) { page(first: $n) { nodes { title } } }', 10 + 1 + 7 * 5],
    ['the rows of the argument’s default where the variable is not sent', 'query ($n: Int) { page(first: $n) { nodes { title } } }', 10 + 1 + 20 * 5],
    ['the default where null is sent', 'query ($n: Int) { page(first: $n) { nodes { title } } }', 10 + 1 + 20 * 5, { n: null }],
    ['no more than the longest page, whatever is asked', '{ page(first: 1000000) { nodes { title } } }', 10 + 1 + 100 * 5],
    ['nothing less than nothing', '{ page(first: -5) { nodes { title } } }', 10 + 1],
    ['the longest of several that say', '{ either(first: 2, last: 9) { title } }', 9 * 5],
    ['the assumed length where none says', '{ either { title } shelf { title } }', 8 * 5 + 6 * 5],
    ['a few for a list that says nothing', '{ books { title } }', 3 * 5],
    ['edges and nodes both', '{ page(first: 2) { edges { node { title } } nodes { title } total } }', 10 + 1 + 2 * (1 + 5) + 2 * 5 + 2],
    ['pages within pages multiplied', '{ page(first: 10) { nodes { pages { nodes { title } } } } }', 10 + 1 + 10 * (5 + 1 + 1 + 3 * 5)],
    ['as many as there are ids', '{ byIds(ids: ["a", "b"]) { id } }', 10 + 2 * 5],
    ['as many as a variable has', 'query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', 10 + 4 * 5, { ids: ['a', 'b', 'c', 'd'] }],
    ['as many as a list of variables has', 'query ($a: ID!) { byIds(ids: [$a, $a]) { id } }', 10 + 2 * 5, { a: 'x' }],
    ['the dearest of what may come', '{ thing { ... on Book { title } ... on Author { books { title } } } }', 1 + 4 * 5],
    ['entities by their number', 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Author { id } ... on Book { title } } }', 10 + 3 * 5, { r: [{}, {}, {}] }],
    ['each alias for itself', '{ a: dear { title } b: dear { title } }', 2 * 15],
    ['equal fields once', '{ dear { title } dear { title id } }', 15],
    ['a fragment where it is spread', '{ a: dear { ...F } b: dear { ...F } } fragment F on Book { author { id } }', 2 * 16],
    ['a fragment that is spread twice once', '{ dear { ...F ...F author { id } } } fragment F on Book { author { id } }', 16],
    ['nothing for what is skipped', '{ dear @skip(if: true) { title } priced @include(if: false) }', 0],
    ['what variables include', 'query ($yes: Boolean!, $no: Boolean!) { dear @include(if: $yes) { title } priced @include(if: $no) }', 15, { yes: true, no: false }],
    ['the other, with other variables', 'query ($yes: Boolean!, $no: Boolean!) { dear @include(if: $yes) { title } priced @include(if: $no) }', 7, { yes: false, no: true }],
  ])('%s', (_name, text, expected, variables) => {
    expect(cost(text, variables)).toBe(expected);
  });

  test('the same again, from what is remembered of its document', () => {
    const costOf = costsOf(small);
    const document = parse('query ($n: Int, $all: Boolean!) { page(first: $n) { nodes { title author @include(if: $all) { id } } } }');
    const operation = getOperationAST(document);
    if (operation === null || operation === undefined) throw new Error('which operation?');
    const seen = [1, 2, 1].flatMap((n) => [true, false].map((all) => costOf(document, operation, { n, all })));
    expect(seen).toEqual([17, 16, 23, 21, 17, 16]);
  });

  test('more than can be told, where its fragments multiply', () => {
    const fragments = Array.from({ length: 30 }, (_, index) => `fragment F${index} on Author { books { a: author { ...F${index + 1} } b: author { ...F${index + 1} } } }`);
    expect(cost(`{ dear { author { ...F0 } } } ${fragments.join(' ')} fragment F30 on Author { id }`)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('by the graph’s own schema and the usual limit', () => {
  const graph = buildSubgraphSchema([{ typeDefs: readSchema() }]);
  const limit = 30_000;
  const ofGraph = (text: string): number => costIn(graph, text);

  test.each([
    ['a hundred vacancies with everything that belongs to one', `{ vacancies(first: 100) { totalCount nodes { ${everyFieldOf('Vacancy')} } sources { source status } pageInfo { endCursor } } }`],
    ['a hundred candidates with everything', `{ candidates(first: 100) { nodes { ${everyFieldOf('Candidate')} } } }`],
    ['a hundred changes with their vacancies', '{ vacancyChanges(source: VDAB, since: "2026-01-01T00:00:00Z", first: 100) { nodes { kind vacancy { id title organisation { name } } } } }'],
    ['250 nodes', `{ nodes(ids: [${'"x" '.repeat(250)}]) { id ... on Vacancy { title organisation { name } location { city } } } }`],
    ['every list of codes with labels', '{ enumerations { nodes { name values { code label parent { code } } } } }'],
    ['fifty organisations with twenty vacancies of each', '{ organisations { nodes { name vacancies { nodes { id title location { city } } } } } }'],
    ['the whole schema', getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true })],
  ])('%s may be asked at once', (_name, text) => {
    expect(ofGraph(text)).toBeLessThanOrEqual(limit);
  });

  test.each([
    ['a hundred organisations with a hundred vacancies of each', '{ organisations(first: 100) { nodes { vacancies(first: 100) { nodes { title } } } } }'],
    ['the vacancies of the organisations of vacancies', '{ vacancies(first: 100) { nodes { organisation { vacancies(first: 100) { nodes { id } } } } } }'],
    ['duplicates of duplicates of duplicates', '{ vacancies(first: 100) { nodes { duplicates { duplicates { duplicates { id } } } } } }'],
    ['thirty times a hundred by a hundred', `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: organisations(first: 100) { nodes { vacancies(first: 100) { nodes { title } } } }`).join(' ')} }`],
    ['as many root fields as there may be, each of the whole schema', `{ ${Array.from({ length: 20 }, (_, index) => `a${index}: __schema { types { fields { args { type { ofType { name } } } type { ofType { ofType { name } } } } } }`).join(' ')} }`],
    ['thirty times the whole schema', `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: __schema { types { fields { args { type { name } } type { fields { name args { name } type { name } } } } } }`).join(' ')} }`],
  ])('%s may not', (_name, text) => {
    expect(ofGraph(text)).toBeGreaterThan(limit);
  });
});
