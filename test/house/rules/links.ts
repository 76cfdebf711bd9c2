import { buildASTSchema, type DocumentNode, getNamedType, isObjectType } from 'graphql';

export interface LinkTables {
  /** Names of the types that can be read by their id. */
  readonly entities: readonly string[];
  /** Links that take the read scope of what they lead to, by `Type.field`. */
  readonly guarded: readonly string[];
  /** Links that do not, each with the reason. */
  readonly harmless: Readonly<Record<string, string>>;
  /** Types of later work, which tables may name already. */
  readonly announced: readonly string[];
}

/** Fields that lead from one noun to another that has a read scope of its own, and stand in neither table; and what the tables name that is not there. */
export function untoldLinks(document: DocumentNode, { entities, guarded, harmless, announced }: LinkTables): string[] {
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const links = types.flatMap((type) => {
    if (roots.has(type.name)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const noun = nounOf(getNamedType(field.type).name);
      const isAsked = field.astNode?.directives?.some(({ name }) => name.value === 'requiresScopes') ?? false;
      return entities.includes(noun) && noun !== nounOf(type.name) && !isAsked ? [`${type.name}.${field.name}`] : [];
    });
  });
  const fields = new Set(types.flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)));
  const known = new Set([...guarded, ...Object.keys(harmless)]);
  return [
    ...links.filter((name) => !known.has(name)).map((name) => `${name} leads to a thing with a read scope: it takes a place in the table of links, or a reason why it is harmless`),
    ...[...known].filter((name) => !fields.has(name) && !announced.includes(name.split('.')[0] ?? '')).map((name) => `${name} is in a table, and not in the schema`),
    ...guarded.filter((name) => Object.hasOwn(harmless, name)).map((name) => `${name} is in both tables`),
  ];
}

function nounOf(type: string): string {
  return type.replace(/(?:Connection|Edge)$/, '');
}
