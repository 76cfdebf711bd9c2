import { Kind, parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeServices } from '@apollo/composition';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { typeDefs as secondSubgraph } from './second-subgraph.ts';
import { sdlOf } from './supergraph.ts';

describe('the SDL that a running gateway tells of itself', () => {
  let gateway: TestGateway;
  let sdl: string;
  beforeAll(async () => {
    gateway = await startGateway();
    sdl = await sdlOf({ name: 'werkgraph', url: gateway.url });
  });
  afterAll(() => gateway.close());

  test('composes by itself', () => {
    expect(compose(sdl).errors).toEqual([]);
  });

  test('composes with a subgraph that extends Vacancy and has a PageInfo of its own', () => {
    expect(compose(sdl, print(secondSubgraph)).errors).toEqual([]);
  });

  test('does not compose with one whose PageInfo is not shareable', () => {
    const { errors } = compose(sdl, print(secondSubgraph).replace('type PageInfo @shareable', 'type PageInfo'));
    expect(errors).toContainEqual(expect.stringContaining('PageInfo.hasNextPage'));
  });

  test.each([
    ['Vacancy', ['@key(fields: "id")', '@cost(weight: 10)']],
    ['Candidate', ['@key(fields: "id")', '@cost(weight: 10)', '@requiresScopes(scopes: [["candidates:read"]])']],
    ['Organisation', ['@key(fields: "id")', '@cost(weight: 2)']],
    ['EnumerationValue', ['@key(fields: "id")']],
    ['PageInfo', ['@shareable']],
  ])('says of the type %s what a router must know: %j', (type, directives) => {
    expect(directivesOf(sdl, type)).toEqual(directives);
  });

  test.each([
    ['Candidate', 'person', '@requiresScopes(scopes: [["candidates:read", "candidates:contact"]])'],
    ['Vacancy', 'raw', '@requiresScopes(scopes: [["raw:read"]])'],
    ['Query', 'vacancies', '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)'],
    ['Query', 'sources', '@cost(weight: 1)'],
  ])('says of %s.%s what it costs or who may read it', (type, field, directive) => {
    expect(directivesOf(sdl, type, field)).toContain(directive);
  });

  test.each(['requiresScopes', 'cost', 'listSize'])('hands every @%s on to the router in the supergraph', (directive) => {
    const told = uses(sdl, directive);
    expect(told).toBeGreaterThan(3);
    expect(uses(compose(sdl, print(secondSubgraph)).supergraphSdl ?? '', directive)).toBe(told);
  });
});

function compose(...sdls: readonly string[]) {
  const { errors = [], supergraphSdl } = composeServices(sdls.map((sdl, index) => ({ name: `subgraph-${index}`, url: 'http://127.0.0.1/graphql', typeDefs: parse(sdl) })));
  return { errors: errors.map(({ message }) => message), supergraphSdl };
}

function directivesOf(sdl: string, type: string, field?: string): string[] {
  return parse(sdl).definitions.flatMap((node) => {
    if ((node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) || node.name.value !== type) return [];
    const holders = field === undefined ? [node] : (node.fields ?? []).filter(({ name }) => name.value === field);
    return holders.flatMap(({ directives = [] }) => directives.map((directive) => print(directive)));
  });
}

/** How many times a directive is put on something. */
function uses(sdl: string, name: string): number {
  let count = 0;
  visit(parse(sdl), {
    Directive: (node) => {
      if (node.name.value === name) count += 1;
    },
  });
  return count;
}
