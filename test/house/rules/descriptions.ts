import { type ASTNode, type DocumentNode, visit } from 'graphql';

const described = new Set([
  'ScalarTypeDefinition', 'ObjectTypeDefinition', 'InterfaceTypeDefinition', 'UnionTypeDefinition', 'EnumTypeDefinition',
  'InputObjectTypeDefinition', 'FieldDefinition', 'InputValueDefinition', 'EnumValueDefinition', 'DirectiveDefinition',
]);

/** The coordinates (`Vacancy.title`, `Query.vacancy.id`) of schema elements without a description. GraphQL has none for extensions. */
export function undescribed(document: DocumentNode): string[] {
  const path: string[] = [];
  const found: string[] = [];
  visit(document, {
    enter(node: ASTNode) {
      if (!isNamedElement(node)) return;
      path.push(node.name.value);
      if (described.has(node.kind) && (node.description?.value.trim() ?? '') === '') found.push(path.join('.'));
    },
    leave(node: ASTNode) {
      if (isNamedElement(node)) path.pop();
    },
  });
  return found;
}

interface NamedElement {
  readonly kind: string;
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string } | undefined;
}

function isNamedElement(node: ASTNode): node is ASTNode & NamedElement {
  return described.has(node.kind) || node.kind.endsWith('TypeExtension');
}
