import { defaultFieldResolver, defaultTypeResolver, type DocumentNode, getArgumentValues, type GraphQLAbstractType, type GraphQLField, type GraphQLFieldResolver, getNullableType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLScalarType, type GraphQLSchema, type GraphQLTypeResolver, isListType, isScalarType, isSpecifiedScalarType, Kind, type OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { decided } from './decided.ts';
import { fits } from './fits.ts';
import { guarded, never, noteFailure } from './guarded.ts';
import { isPromise } from './is-promise.ts';
import { type Arguments, leave, type Run } from './run.ts';
import { twinOf } from './twin.ts';

/** A compiled operation. */
export interface Program {
  readonly operation: OperationDefinitionNode;
  /** What graphql-jit made of it: it is given the root value, a run in the context's place, and no variables. */
  readonly query: CompiledQuery['query'];
}

/** Compiles an operation for some decisions of its conditions; null where it is not for compiling. Never throws. */
export type Compile = (document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) => Program | null;

/**
 * A compiler of a schema's operations.
 *
 * graphql-jit is given a twin of the schema without arguments, and an operation without variables: it would write arguments that a
 * document states into its code, some of them as code (a text may be made to be taken for a date), and coerces variables and
 * arguments otherwise than graphql-js does. The resolvers of the twin read the arguments by graphql-js, and call the schema's own.
 */
export function compilerOf(schema: GraphQLSchema, maxSelections: number): Compile {
  let twin: GraphQLSchema | null = null;
  const options = { disablingCapturingStackErrors: true, customSerializers: strictSerializers(schema) };

  return (document, operation, variables) => {
    try {
      const plain = decided(document, operation, variables);
      if (!fits(schema, plain, maxSelections)) return null;
      twin ??= twinOf<Run>(schema, {
        withArguments: false,
        resolverOf: (type, field) => (needsResolver(schema, type, field) ? recorded(schema, type, field) : undefined),
        typeResolverOf: (type) => resolveTypeOf(schema, type),
        isTypeOf: isThere,
      });
      const compiled = compileQuery(twin, { kind: Kind.DOCUMENT, definitions: [{ ...plain.operation, variableDefinitions: [] }, ...plain.fragments] }, undefined, options);
      return isCompiledQuery(compiled) ? { operation: plain.operation, query: compiled.query } : null;
    } catch {
      return null;
    }
  };
}

/** Properties that graphql-js does not read of what is no object, or calls: graphql-jit reads them all as they are. */
const inherited: readonly object[] = [Object(''), Object(0), Object(true)];

/**
 * Whether a field is called, and so looked after; what graphql-jit reads as a property is not. An object of the graph holds no list of
 * promises there, as it would wait for ever for a row whose value it fails at: what comes later comes by a resolver.
 */
function needsResolver(schema: GraphQLSchema, type: GraphQLObjectType, { name, resolve }: GraphQLField<unknown, unknown>): boolean {
  return resolve !== undefined || type === schema.getQueryType() || inherited.some((one) => name in one);
}

function recorded(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, Run> {
  const { resolve = defaultFieldResolver } = field;
  const levels = listLevels(field.type);
  return (parent, _args, run, { fieldName, fieldNodes, parentType, path, fragments, rootValue }) => {
    if (run.isLeft) return never;
    // graphql-jit finds a resolver by the names of type and field written as one word.
    if (parentType.name !== type.name || fieldName !== field.name) {
      leave(run);
      return never;
    }
    const info = { fieldName, fieldNodes, returnType: field.type, parentType: type, path, schema, fragments, rootValue, operation: run.operation, variableValues: run.variableValues };
    let args: Arguments | null = null;
    let value: unknown;
    try {
      args = argumentsOf(field, info, run);
      value = resolve(parent, args, run.contextValue, info);
    } catch (error) {
      run.calls.push({ info, args, threw: true, value: error });
      noteFailure(run, info, error);
      throw error;
    }
    run.calls.push({ info, args, threw: false, value });
    return guarded(value, run, info, levels);
  };
}

/** How many lists stand in each other. */
function listLevels(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listLevels(nullable.ofType) : 0;
}

const noArguments: Arguments = Object.freeze({});

/** @throws GraphQLError as graphql-js has it, where one is null that cannot be */
function argumentsOf(field: GraphQLField<unknown, unknown>, { fieldNodes: [node], variableValues }: GraphQLResolveInfo, run: Run): Arguments {
  if (field.args.length === 0 || node === undefined) return noArguments;
  const known = run.args.get(node);
  if (known?.field === field) return known.args;
  const args = getArgumentValues(field, node, variableValues);
  run.args.set(node, { field, args });
  return args;
}

/** The name of a type, or nothing where graphql-js would fail or wait: graphql-jit then fails too, and the run is left. */
function resolveTypeOf(schema: GraphQLSchema, type: GraphQLAbstractType): GraphQLTypeResolver<unknown, Run> {
  const { resolveType } = type;
  return (value, run, info) => {
    if (!isThere(value)) return undefined;
    try {
      const own = ownInfo(schema, info, run);
      const name = resolveType === undefined || resolveType === null ? defaultTypeResolver(value, run.contextValue, own, type) : resolveType(value, run.contextValue, own, type);
      return typeof name === 'string' ? name : undefined;
    } catch {
      return undefined;
    }
  };
}

/** What graphql-js tells the resolver of a type: of the field that gave the value. */
function ownInfo(schema: GraphQLSchema, info: GraphQLResolveInfo, { operation, variableValues }: Run): GraphQLResolveInfo {
  const { parentType: { name: parentName }, fieldNodes: [node] } = info;
  const parentType = schema.getType(parentName);
  const field = node === undefined || parentType === undefined || !('getFields' in parentType) ? undefined : parentType.getFields()[node.name.value];
  if (field === undefined || !('type' in field)) return { ...info, schema, operation, variableValues };
  return { ...info, schema, operation, variableValues, fieldName: field.name };
}

/** Whether a value can be read as it is: graphql-js waits for a promise and calls a function, which graphql-jit takes for an object. */
function isThere(value: unknown): boolean {
  return typeof value !== 'function' && !isPromise(value);
}

type Serializers = Record<string, (value: unknown) => unknown>;

/** Those of the schema's own scalars, failing where graphql-js fails: graphql-jit lets null pass. */
function strictSerializers(schema: GraphQLSchema): Serializers {
  const own = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  return Object.fromEntries(own.flatMap((type) => (isScalarType(type) ? [[type.name, strict(type)]] : [])));
}

function strict(scalar: GraphQLScalarType): (value: unknown) => unknown {
  return (value) => {
    const serialized: unknown = isThere(value) ? scalar.serialize(value) : null;
    if (serialized === null || serialized === undefined) throw new TypeError('nothing to be written');
    return serialized;
  };
}
