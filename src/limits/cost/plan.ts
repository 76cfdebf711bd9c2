import { type FieldNode, getNamedType, type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLObjectType, isCompositeType, isListType, isNonNullType, isObjectType, Kind, SchemaMetaFieldDef, type SelectionSetNode, TypeMetaFieldDef, type ValueNode } from 'graphql';
import { type Amount, largest, product, sum } from './amount.ts';
import { type Collected, type Collecting, collect } from './collect.ts';
import { answeredList, type ListSize, listSizeOf, statedCost, weightOfType } from './weights.ts';

/** Of a list that does not say how long it is: they come within a row, and most have none, one or a few. */
const unstatedSize = 3;
/** No list of the graph gives more at once; who asks for more is told so by the field. */
const longestPage = 100;
/** What asks for entities is an upstream call like that of `nodes`. */
const entitiesWeight = 10;
/** The schema describes itself out of memory: ten of its elements weigh as much as one object. Nineteen times the whole schema, which takes half a second, is too much. */
const introspectionWeight = 0.1;
const introspectionSizes: Readonly<Record<string, number>> = { fields: 10, args: 2, inputFields: 8, enumValues: 8, interfaces: 1, possibleTypes: 3, directives: 15, locations: 0 };

/** The field's own list, or the one below it of which an argument above says how long it is. */
interface Sized {
  readonly names: ReadonlySet<string>;
  readonly size: Amount;
}

/** What an operation's selection costs: each object by its type, and what stands at a field once for each time that it is resolved. */
export function planOf(type: GraphQLObjectType, set: SelectionSetNode, collecting: Collecting): Amount {
  return objectCost(type, [set], null, collecting);
}

/** Of several types that may come, the dearest counts. */
function selectionCost(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized: Sized | null, collecting: Collecting): Amount {
  if (isObjectType(type)) return objectCost(type, sets, sized, collecting);
  return largest(collecting.schema.getPossibleTypes(type).map((one) => sum([weightOfType(one), objectCost(one, sets, sized, collecting)])));
}

function objectCost(type: GraphQLObjectType, sets: readonly SelectionSetNode[], sized: Sized | null, collecting: Collecting): Amount {
  return sum(collect(type, sets, collecting).map((collected) => fieldCost(type, collected, sized, collecting)));
}

function fieldCost(parent: GraphQLObjectType, { field, below }: Collected, sized: Sized | null, collecting: Collecting): Amount {
  const definition = definitionOf(parent, field.name.value, collecting);
  if (definition === undefined) return 0;
  const inner = getNamedType(definition.type);
  const described = inner.name.startsWith('__');
  const list = listSizeOf(definition);
  const pages = list !== null && list.sizedFields.size > 0;
  const length = list === null ? null : lengthOf(definition, field, list);
  const own = described ? introspectedSize(definition, collecting) : ownSize(definition, field, sized, pages ? null : length);
  const once = definition.name === '_entities' ? entitiesWeight : (statedCost(definition.astNode) ?? 0);
  if (!isCompositeType(inner)) return once;
  const each = described ? introspectionWeight : isObjectType(inner) ? weightOfType(inner) : 0;
  const rows = selectionCost(inner, below, pages && length !== null ? { names: list.sizedFields, size: length } : null, collecting);
  return sum([once, product(own, sum([each, rows]))]);
}

/** How many objects a field itself gives: one, or as many as the field above or it itself says. */
function ownSize(definition: GraphQLField<unknown, unknown>, field: FieldNode, sized: Sized | null, length: Amount | null): Amount {
  if (!isList(definition)) return 1;
  if (sized?.names.has(definition.name) === true) return sized.size;
  return length ?? answeredLength(definition, field);
}

function definitionOf(parent: GraphQLObjectType, name: string, { schema }: Collecting): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The longest that a slicing argument says, or what is assumed where none is given. */
function lengthOf(definition: GraphQLField<unknown, unknown>, field: FieldNode, { assumedSize, slicingArguments }: ListSize): Amount {
  const answered = slicingArguments.length === 0 ? answeredList(definition) : null;
  if (answered !== null) return answeredLength(definition, field);
  const stated = slicingArguments.flatMap((name) => {
    const argument = definition.args.find((one) => one.name === name);
    return argument === undefined ? [] : [slice(argument, valueOf(field, name), assumedSize ?? unstatedSize)];
  });
  return stated.length === 0 ? (assumedSize ?? unstatedSize) : largest(stated);
}

function slice(argument: GraphQLArgument, value: ValueNode | undefined, assumed: number): Amount {
  const usual = typeof argument.defaultValue === 'number' ? argument.defaultValue : assumed;
  if (value === undefined || value.kind === Kind.NULL) return within(usual);
  if (value.kind === Kind.INT) return within(Number(value.value));
  if (value.kind !== Kind.VARIABLE) return within(usual);
  const { value: name } = value.name;
  return (variables) => {
    const given = variables[name];
    return within(typeof given === 'number' ? given : usual);
  };
}

/** As long as the list that it answers; of a list of its own that says nothing, a few. */
function answeredLength(definition: GraphQLField<unknown, unknown>, field: FieldNode): Amount {
  const argument = answeredList(definition);
  if (argument === null) return unstatedSize;
  const value = valueOf(field, argument.name);
  if (value?.kind === Kind.LIST) return value.values.length;
  if (value?.kind !== Kind.VARIABLE) return 1;
  const { value: name } = value.name;
  return (variables) => {
    const given = variables[name];
    return Array.isArray(given) ? given.length : 1;
  };
}

function introspectedSize(definition: GraphQLField<unknown, unknown>, { schema }: Collecting): Amount {
  if (!isList(definition)) return 1;
  return definition.name === 'types' ? Object.keys(schema.getTypeMap()).length : (introspectionSizes[definition.name] ?? unstatedSize);
}

function valueOf({ arguments: args }: FieldNode, name: string): ValueNode | undefined {
  return args?.find((one) => one.name.value === name)?.value;
}

function within(size: number): number {
  return Number.isFinite(size) ? Math.min(Math.max(size, 0), longestPage) : longestPage;
}

