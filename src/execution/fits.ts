import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isAbstractType, isObjectType, Kind, type SelectionNode, type SelectionSetNode, typeFromAST } from 'graphql';
import type { Decided } from './decided.ts';

/** Response keys with underscores that graphql-jit does not confuse with others. */
const plainKeys: ReadonlySet<string> = new Set(['__typename', '_entities', '_service']);

/**
 * Whether an operation is one that is compiled. One is not that
 * - selects more than so much, fragments unfolded and abstract types once for each type that they may be: compiling it holds up
 *   everybody, and its code grows as the answer does not;
 * - asks for the schema itself, which is rare and large;
 * - names a key of its answer with an underscore: graphql-jit names what it makes of a field by the keys of its path, joined by
 *   underscores, so that `a_b { c }` and `b { a { c } }` would be one, and `__proto__` would not be a key of the answer;
 * - gives a type with `isTypeOf`, which graphql-jit asks without a context.
 */
export function fits(schema: GraphQLSchema, { operation, fragments }: Decided, maxSelections: number): boolean {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  let selections = 0;

  function setFits({ selections: nodes }: SelectionSetNode, type: GraphQLObjectType): boolean {
    return nodes.every((node) => {
      selections += 1;
      return selections <= maxSelections && nodeFits(node, type);
    });
  }

  function nodeFits(node: SelectionNode, type: GraphQLObjectType): boolean {
    if (node.kind === Kind.FIELD) {
      const name = node.name.value;
      const key = node.alias?.value ?? name;
      if (key.includes('_') && !(plainKeys.has(key) && key === name)) return false;
      if (name === '__typename') return true;
      const field = type.getFields()[name];
      if (field === undefined) return false;
      return node.selectionSet === undefined || typesOf(getNamedType(field.type).name).every((given) => fitsItself(given) && (node.selectionSet === undefined || setFits(node.selectionSet, given)));
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : byName.get(node.name.value);
    if (fragment === undefined) return false;
    return !isOf(type, fragment.typeCondition) || setFits(fragment.selectionSet, type);
  }

  function typesOf(name: string): readonly GraphQLObjectType[] {
    const type = schema.getType(name);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  }

  function isOf(type: GraphQLObjectType, condition: Parameters<typeof typeFromAST>[1] & { readonly kind: Kind.NAMED_TYPE } | undefined): boolean {
    if (condition === undefined) return true;
    const stated = typeFromAST(schema, condition);
    return stated === type || (isAbstractType(stated) && schema.isSubType(stated, type));
  }

  const root = schema.getRootType(operation.operation);
  return root !== null && root !== undefined && setFits(operation.selectionSet, root);
}

function fitsItself({ name, isTypeOf }: GraphQLObjectType): boolean {
  return isTypeOf === undefined || isTypeOf === null ? !name.includes('_') || name === '_Service' : false;
}
