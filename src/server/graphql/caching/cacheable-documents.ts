import { BREAK, type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { cacheableFields } from './cacheable-fields.ts';

/** Tells whether a valid document selects nothing but fields that may be kept. It is looked through once, whole: what is skipped counts too. */
export function cacheableDocuments(schema: GraphQLSchema, fields: Readonly<Record<string, string>> = cacheableFields): (document: DocumentNode) => boolean {
  const named = new Set(Object.entries(fields).flatMap(([type, names]) => names.split(/\s+/).map((name) => `${type}.${name}`)));
  const known = new WeakMap<DocumentNode, boolean>();

  function consistsOfThem(document: DocumentNode): boolean {
    const types = new TypeInfo(schema);
    let all = true;
    visit(document, visitWithTypeInfo(types, {
      Field: ({ name }) => {
        all = name.value === '__typename' || named.has(`${types.getParentType()?.name ?? ''}.${name.value}`);
        return all ? undefined : BREAK;
      },
    }));
    return all;
  }

  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const all = consistsOfThem(document);
    known.set(document, all);
    return all;
  };
}
