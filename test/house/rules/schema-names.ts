import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
} from 'graphql';

/** A field or input field: its type with nullability (and default), its arguments, the directives that are part of the contract. */
export interface FieldNames {
  readonly type: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly directives?: readonly string[];
}

export interface TypeNames {
  readonly kind: string;
  readonly directives?: readonly string[];
  readonly interfaces?: readonly string[];
  readonly values?: readonly string[];
  readonly fields?: Readonly<Record<string, FieldNames>>;
}

/** What a schema promises to its callers, without its words. */
export interface SchemaNames {
  readonly directives: readonly string[];
  readonly types: Readonly<Record<string, TypeNames>>;
}

/** Directives that callers and composition depend on; what a field costs may change. */
const promised = new Set(['authenticated', 'requiresScopes', 'shareable', 'key']);

/** The names of a subgraph's SDL, extensions merged into the types that they extend. */
export function schemaNames(document: DocumentNode): SchemaNames {
  const directives: string[] = [];
  const types: Record<string, TypeNames> = {};
  for (const node of document.definitions) {
    switch (node.kind) {
      case Kind.SCHEMA_EXTENSION:
        directives.push(...linkedDirectives(node.directives ?? []));
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
        types[node.name.value] = { kind: 'scalar' };
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        types[node.name.value] = { kind: 'enum', values: (node.values ?? []).map((value) => value.name.value) };
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        types[node.name.value] = { kind: 'input', fields: mapped(node.fields, (field) => ({ type: inputType(field) })) };
        break;
      case Kind.INTERFACE_TYPE_DEFINITION:
        types[node.name.value] = { kind: 'interface', fields: mapped(node.fields, fieldNames) };
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION: {
        const before = types[node.name.value];
        types[node.name.value] = {
          kind: 'type',
          directives: [...(before?.directives ?? []), ...promisedDirectives(node.directives)],
          interfaces: [...(before?.interfaces ?? []), ...(node.interfaces ?? []).map((implemented) => implemented.name.value)],
          fields: { ...before?.fields, ...mapped(node.fields, fieldNames) },
        };
        break;
      }
      default:
        throw new Error(`${node.kind} is not known to this test: teach it, or leave it out of the schema`);
    }
  }
  return { directives, types };
}

function fieldNames(field: FieldDefinitionNode): FieldNames {
  return { type: print(field.type), args: mapped(field.arguments, inputType), directives: promisedDirectives(field.directives) };
}

function inputType(value: InputValueDefinitionNode): string {
  return value.defaultValue === undefined ? print(value.type) : `${print(value.type)} = ${print(value.defaultValue)}`;
}

function promisedDirectives(nodes: readonly ConstDirectiveNode[] = []): string[] {
  return nodes.filter((node) => promised.has(node.name.value)).map((node) => print(node)).toSorted();
}

/** The names in the `import` of an `@link`, e.g. `@key`. */
function linkedDirectives(nodes: readonly ConstDirectiveNode[]): string[] {
  const imports = nodes.flatMap((node) => node.arguments ?? []).filter((argument) => argument.name.value === 'import');
  return imports.flatMap(({ value }) =>
    value.kind === Kind.LIST ? value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : [])) : [],
  );
}

function mapped<Node extends { readonly name: { readonly value: string } }, Value>(
  nodes: readonly Node[] | undefined,
  value: (node: Node) => Value,
): Record<string, Value> {
  return Object.fromEntries((nodes ?? []).map((node) => [node.name.value, value(node)]));
}
