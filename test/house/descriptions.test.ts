import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readSchema } from '../../src/schema.ts';
import { undescribed } from './rules/descriptions.ts';

test('every element of the schema has a description', () => {
  expect(undescribed(readSchema())).toEqual([]);
});

test('an element without a description is named, whatever it is', () => {
  const sdl = `
    scalar Date
    directive @cost(weight: Int!) on FIELD_DEFINITION
    interface Node { id: ID! }
    union Result = Vacancy
    enum Source { CSO "the Flemish one" VDAB }
    input Filter { title: String }
    type Vacancy { "what it is called" title(maxLength: Int): String url: String }
    " " type Query { "one" vacancy: Vacancy }
    extend type Query { vacancies: [Vacancy] }
  `;
  expect(undescribed(parse(sdl))).toEqual([
    'Date', 'cost', 'cost.weight', 'Node', 'Node.id', 'Result', 'Source', 'Source.CSO', 'Filter', 'Filter.title', 'Vacancy',
    'Vacancy.title.maxLength', 'Vacancy.url', 'Query', 'Query.vacancies',
  ]);
});
