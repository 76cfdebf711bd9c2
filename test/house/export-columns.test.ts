import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clickColumns } from '../../src/exports/tables/clicks.ts';
import { insightColumns } from '../../src/exports/tables/insights.ts';
import { vacancyColumns } from '../../src/exports/tables/vacancies.ts';
import { columnTable, tablesOf } from './rules/export-columns.ts';
import { root } from './rules/repository.ts';

const written = tablesOf(readFileSync(`${root}docs/connect-a-bi-tool.md`, 'utf8'));

test.each([
  ['insights', insightColumns],
  ['clicks', clickColumns],
  ['vacancies', vacancyColumns],
] as const)('the columns of %s are written down as they are', (name, columns) => {
  expect(written.get(name)).toBe(columnTable(columns));
});

test('a column that is added shows', () => {
  const [first, ...rest] = insightColumns;
  expect(first).toBeDefined();
  expect(columnTable([...rest, { name: 'new', type: 'text', description: 'New.' }])).not.toBe(written.get('insights'));
});
