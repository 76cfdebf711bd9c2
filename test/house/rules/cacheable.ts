import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

export interface CacheableTables {
  /** Names of fields by their type, between blanks. */
  readonly cacheable: Readonly<Record<string, string>>;
  /** What is not, each with the reason: by `Type.field`, or `Type` for all of its fields. */
  readonly uncacheable: Readonly<Record<string, string>>;
}

/** Fields of which nobody has said yet whether an answer with them may be kept, or twice, and what is said of fields that there are none of. */
export function untoldCaching(schema: GraphQLSchema, { cacheable, uncacheable }: CacheableTables): string[] {
  const named = Object.entries(cacheable).flatMap(([type, fields]) => fields.split(/\s+/).map((field) => `${type}.${field}`));
  const kept = new Set(named);
  const twice = named.filter((name, index) => named.indexOf(name) !== index).map((name) => `${name} is named twice`);
  const unused = new Set([...named, ...Object.keys(uncacheable)]);
  const untold = Object.values(schema.getTypeMap()).flatMap((type) => {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) return [];
    return Object.keys(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field}`;
      const reasons = [name, type.name].filter((one) => Object.hasOwn(uncacheable, one));
      for (const used of [name, ...reasons]) unused.delete(used);
      if (kept.has(name) && reasons.length > 0) return [`${name} may be kept and may not`];
      return kept.has(name) || reasons.length > 0 ? [] : [`${name}: say whether an answer with it may be kept, in cacheable-fields.ts or here`];
    });
  });
  return [...twice, ...untold, ...Array.from(unused, (name) => `${name} is no field of the schema`)];
}
