import { buildASTSchema, getNamedType, type GraphQLField, isAbstractType, isInterfaceType, isObjectType, isRequiredArgument } from 'graphql';
import { readSchema } from '../../src/schema.ts';

/** Fields that lead from a thing to others of its kind, or to what a later feature fills. */
const leadsAway: ReadonlySet<string> = new Set(['duplicateOf', 'duplicates', 'posting', 'applications', 'insight', 'vacancies', 'applicationsTo', 'parent', 'children', 'translations', 'vacancyCount']);

/**
 * A selection of every field of a type, all levels down, that belongs to the thing itself. Fields of several types of an
 * interface are given aliases, since equal names may have different types.
 */
export function everyFieldOf(typeName: string): string {
  const schema = buildASTSchema(readSchema(), { assumeValidSDL: true });
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  return selection(Object.values(type.getFields()), '');

  function selection(fields: readonly GraphQLField<unknown, unknown>[], prefix: string): string {
    const texts = fields.flatMap((field) => {
      if (leadsAway.has(field.name) || field.args.some(isRequiredArgument)) return [];
      const name = prefix === '' ? field.name : `${prefix}${field.name}: ${field.name}`;
      const inner = getNamedType(field.type);
      if (isObjectType(inner)) return [`${name} { ${selection(Object.values(inner.getFields()), '')} }`];
      if (!isAbstractType(inner)) return [name];
      const kinds = schema.getPossibleTypes(inner).map((one) => `... on ${one.name} { ${selection(Object.values(one.getFields()), `${one.name}_`)} }`);
      return [`${name} { ${isInterfaceType(inner) ? '__typename' : ''} ${kinds.join(' ')} }`];
    });
    return texts.join(' ');
  }
}
