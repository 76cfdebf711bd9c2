import { expect, test } from 'vitest';
import type { ColumnHead } from '../../src/exports/column.ts';
import { clickColumns } from '../../src/exports/tables/clicks.ts';
import { insightColumns } from '../../src/exports/tables/insights.ts';
import { exportedFields, vacancyColumns } from '../../src/exports/tables/vacancies.ts';
import { vacancy } from '../../src/domain/vacancy.ts';

const told = (columns: readonly ColumnHead[]): string => columns.map(({ name, type, personal }) => `${name}:${type}${personal === true ? ':personal' : ''}`).join(' ');

// Files that somebody reads by name and by place: a column is added behind, and never changed.
test('the columns of insights stand', () => {
  expect(told(insightColumns)).toBe(
    'periodFrom:date periodTo:date source:text vacancyId:text sourceId:text referenceNumber:text title:text city:text publishedOn:date status:integer runtime:integer campaign:text functionGroup:text contactName:text:personal contactEmail:text:personal clicks:integer costPerClick:decimal cost:decimal applications:integer currency:text applicationRate:decimal costPerApplication:decimal',
  );
});

test('the columns of clicks stand', () => {
  expect(told(clickColumns)).toBe('source:text vacancyId:text sourceId:text referenceNumber:text clickedAt:timestamp clickedOn:date costPerClick:decimal currency:text visitor:text ip:text:personal');
});

test('the columns of vacancies stand', () => {
  expect(told(vacancyColumns)).toBe(
    'id:text source:text sourceId:text references:text title:text status:text nativeStatus:text url:text language:text openings:integer createdAt:timestamp updatedAt:timestamp updatedOn:date publishedAt:timestamp publishedOn:date closesAt:timestamp closesOn:date startsOn:date organisationCode:text organisation:text department:text postalCode:text city:text subdivisionCode:text nuts:text countryCode:text latitude:decimal longitude:decimal employmentTypes:text contractType:text hoursMin:decimal hoursMax:decimal salaryMin:decimal salaryMax:decimal salaryCurrency:text salaryPeriod:text education:text eqfMin:integer eqfMax:integer fields:text functions:text experience:text description:text requirements:text applicationUrl:text attribution:text mayRepublish:boolean',
  );
});

test.each([
  ['insights', insightColumns],
  ['clicks', clickColumns],
  ['vacancies', vacancyColumns],
] as const)('every column of %s has a name of its own and says what it is', (_name, columns) => {
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  for (const { description } of columns) expect(description).toMatch(/\w.*\.$/);
});

test('what the columns of vacancies read of a vacancy is what is asked of the sources', () => {
  const read = new Set<string>();
  const watched = new Proxy(vacancy({ source: 'VDAB', sourceId: '1' }), {
    get(target, name, receiver) {
      read.add(String(name));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  for (const column of vacancyColumns) column.of(watched);
  expect([...read].toSorted()).toEqual([...exportedFields].filter((field) => field !== 'location.regions').toSorted());
});
