import { Kind } from 'graphql';
import { expect, test } from 'vitest';
import { profileOf } from '../../src/datasources/connect.ts';
import { readOwnFilters } from '../../src/domain/own-filter.ts';
import { type SourceName, sourceNames } from '../../src/domain/source-name.ts';
import { readSchema } from '../../src/schema.ts';

/** The fields of each input type of the schema, with the name of their type. */
const inputs = new Map(
  readSchema().definitions.flatMap((node) =>
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ? [[node.name.value, new Map((node.fields ?? []).map(({ name, type }) => [name.value, type.kind === Kind.NAMED_TYPE ? type.name.value : null]))] as const]
      : [],
  ),
);

/** The fields of a source's own filter, null where the schema has none. */
function ownFields(source: SourceName): readonly string[] | null {
  const type = inputs.get('VacancyFilter')?.get(source.toLowerCase()) ?? '';
  return [...(inputs.get(type)?.keys() ?? [])].toSorted().at(0) === undefined ? null : [...(inputs.get(type)?.keys() ?? [])].toSorted();
}

test.each(sourceNames)('the own filter of %s in the schema is what its folder reads, field for field', (source) => {
  expect(profileOf(source).ownFilter?.fields.toSorted() ?? null).toEqual(ownFields(source));
});

test('some sources have one', () => {
  expect(sourceNames.filter((source) => ownFields(source) !== null).length).toBeGreaterThan(2);
});

test('an own filter that nobody reads is a fault, not a filter that is passed over', () => {
  expect(() => readOwnFilters({ cso: { keywords: 'x' } }, ['filter'], () => undefined)).toThrow('CSO does not read its own filter');
});

test.each(sourceNames.filter((source) => profileOf(source).ownFilter !== undefined))('%s reads again what it has read as the same', (source) => {
  const read = profileOf(source).ownFilter?.read({}, ['filter']);
  expect(Object.values(read ?? {})).not.toHaveLength(0);
  expect(profileOf(source).ownFilter?.read(read, ['filter'])).toEqual(read);
});
