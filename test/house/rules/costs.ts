import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';

/** Fields that can cause an upstream call and do not say what they cost: root fields, and every field that gives a connection. */
export function uncosted(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    return (node.fields ?? []).flatMap((field) => missing(node.name.value, field));
  });
}

function missing(type: string, field: FieldDefinitionNode): string[] {
  const path = `${type}.${field.name.value}`;
  const has = (name: string): boolean => field.directives?.some((directive) => directive.name.value === name) ?? false;
  const pages = namedType(field.type).endsWith('Connection');
  const isRoot = ['Query', 'Mutation', 'Subscription'].includes(type);
  return [
    ...((isRoot || pages) && !has('cost') ? [`${path} has no @cost`] : []),
    ...((pages || (isRoot && isList(field.type))) && !has('listSize') ? [`${path} has no @listSize`] : []),
  ];
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}
