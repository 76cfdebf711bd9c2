import { type ConstDirectiveNode, type GraphQLArgument, type GraphQLField, type GraphQLNamedType, isLeafType, isListType, isNonNullType, valueFromASTUntyped } from 'graphql';

/** `@listSize` of a field (Federation's cost directives, after IBM's cost specification). */
export interface ListSize {
  readonly assumedSize: number | null;
  /** Arguments that say how long the list is; of several the longest counts. */
  readonly slicingArguments: readonly string[];
  /** Fields of what is answered that are this long; empty where the field itself is. */
  readonly sizedFields: ReadonlySet<string>;
}

/** `@cost` of an element, null where it states none. */
export function statedCost(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined): number | null {
  const weight = argumentsOf(node?.directives, 'cost')?.['weight'];
  return typeof weight === 'number' ? weight : null;
}

/** One for everything that has fields, nothing for the values in it, unless its type says otherwise. */
export function weightOfType(type: GraphQLNamedType): number {
  return statedCost(type.astNode) ?? (isLeafType(type) ? 0 : 1);
}

export function listSizeOf(field: GraphQLField<unknown, unknown>): ListSize | null {
  const stated = argumentsOf(field.astNode?.directives, 'listSize');
  if (stated === null) return null;
  const { assumedSize, slicingArguments, sizedFields } = stated;
  return { assumedSize: typeof assumedSize === 'number' ? assumedSize : null, slicingArguments: texts(slicingArguments), sizedFields: new Set(texts(sizedFields)) };
}

/** The required list that a list answers item by item, such as the ids of `nodes` and the representations of `_entities`. */
export function answeredList({ type, args }: GraphQLField<unknown, unknown>): GraphQLArgument | null {
  if (!isListType(isNonNullType(type) ? type.ofType : type)) return null;
  return args.find((argument) => isNonNullType(argument.type) && isListType(argument.type.ofType)) ?? null;
}

function argumentsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string): Readonly<Record<string, unknown>> | null {
  const directive = directives?.find((one) => one.name.value === name);
  return directive === undefined ? null : Object.fromEntries((directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]));
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];
}
