import { buildASTSchema, type GraphQLArgument, type GraphQLInputField, type GraphQLInputType, getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isObjectType, isRequiredArgument, isRequiredInputField } from 'graphql';
import { readSchema } from '../../src/schema.ts';

/** A place in the arguments of a root field that takes one value, e.g. `filter.near.km`. */
export interface ArgumentPlace {
  readonly field: string;
  readonly path: readonly string[];
  /** The scalar or enum that it takes, whether or not in a list. */
  readonly type: string;
  readonly isList: boolean;
  readonly isEnum: boolean;
}

const schema = buildASTSchema(readSchema(), { assumeValidSDL: true });

/** Every root field of queries and mutations. */
export const rootFieldNames: readonly string[] = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));

/** Every place of a root field that takes one value, down to the last input field. */
export function placesOf(field: string): ArgumentPlace[] {
  return fieldNamed(field).args.flatMap((argument) => below(field, [argument.name], argument.type));
}

function below(field: string, path: readonly string[], type: GraphQLInputType): ArgumentPlace[] {
  const inner = getNamedType(type);
  if (isInputObjectType(inner)) return Object.values(inner.getFields()).flatMap((one) => below(field, [...path, one.name], one.type));
  return [{ field, path, type: inner.name, isList: isListType(getNullableType(type)), isEnum: isEnumType(inner) }];
}

/** An operation of one root field of queries or mutations that takes every argument by a variable, and selects no more than it must. */
export function operationOf(field: string): string {
  const { args, type } = fieldNamed(field);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const isLeaf = !isObjectType(getNamedType(type)) && !('getFields' in getNamedType(type));
  const asked = passed === '' ? field : `${field}(${passed})`;
  return `${schema.getQueryType()?.getFields()[field] === undefined ? 'mutation' : 'query'}${declared === '' ? '' : `(${declared})`} { ${asked} ${isLeaf ? '' : '{ __typename }'} }`;
}

/** The variables that have one value at a place, and elsewhere no more than what is required. */
export function variablesWith(place: ArgumentPlace, value: unknown, required: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [name = '', ...rest] = place.path;
  const argument = fieldNamed(place.field).args.find((one) => one.name === name);
  const others = fieldNamed(place.field).args.filter((one) => isRequiredArgument(one) && one.name !== name).map((one) => [one.name, required[one.name]]);
  return { ...Object.fromEntries(others), [name]: argument === undefined ? value : valueAt(argument, rest, value, required) };
}

function valueAt(at: GraphQLArgument | GraphQLInputField, [name, ...rest]: readonly string[], value: unknown, required: Readonly<Record<string, unknown>>): unknown {
  const inList = isListType(getNullableType(at.type));
  const inner = getNamedType(at.type);
  if (name === undefined || !isInputObjectType(inner)) return inList ? [value] : value;
  const fields = Object.values(inner.getFields());
  const others = fields.filter((one) => isRequiredInputField(one) && one.name !== name).map((one) => [one.name, required[one.name]]);
  const object = { ...Object.fromEntries(others), ...Object.fromEntries(fields.filter((one) => one.name === name).map((one) => [name, valueAt(one, rest, value, required)])) };
  return inList ? [object] : object;
}

function fieldNamed(name: string) {
  const field = schema.getQueryType()?.getFields()[name] ?? schema.getMutationType()?.getFields()[name];
  if (field === undefined) throw new Error(`there is no root field ${name}`);
  return field;
}
