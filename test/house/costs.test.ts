import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readSchema } from '../../src/schema.ts';
import { uncosted } from './rules/costs.ts';

test('every root field and every connection says what it costs and how long it is', () => {
  expect(uncosted(readSchema())).toEqual([]);
});

test('a root field or a connection without its cost or length is named', () => {
  const sdl = `
    type Query { viewer: Viewer nodes: [Node]! @cost(weight: 10) vacancy: Vacancy @cost(weight: 5) }
    extend type Query { vacancies: VacancyConnection @cost(weight: 10) }
    type Organisation { name: String vacancies: VacancyConnection! @listSize(assumedSize: 20) }
  `;
  expect(uncosted(parse(sdl))).toEqual([
    'Query.viewer has no @cost',
    'Query.nodes has no @listSize',
    'Query.vacancies has no @listSize',
    'Organisation.vacancies has no @cost',
  ]);
});
