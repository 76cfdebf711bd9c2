import { defaultFieldResolver, defaultTypeResolver, execute, type ExecutionArgs, type ExecutionResult, type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, responsePathAsArray } from 'graphql';
import type { PromiseOrValue } from './executor.ts';
import type { Call, Run } from './run.ts';
import { twinOf } from './twin.ts';

/** What was called before, and what is called from there on. */
interface Going {
  readonly contextValue: unknown;
  readonly before: ReadonlyMap<string, Call>;
  readonly calls: Call[];
}

/** Executes by graphql-js what a compiled query has begun: a resolver that was called is not called again. */
export type GoOn = (run: Run, args: ExecutionArgs) => PromiseOrValue<ExecutionResult>;

export function goOnOf(schema: GraphQLSchema): GoOn {
  let twin: GraphQLSchema | null = null;
  return ({ calls }, args) => {
    twin ??= twinOf<Going>(schema, {
      withArguments: true,
      resolverOf: (type, field) => resolverOf(schema, type, field),
      typeResolverOf: (type) => (value, { contextValue }, info) => (type.resolveType ?? defaultTypeResolver)(value, contextValue, { ...info, schema }, type),
    });
    const going: Going = { contextValue: args.contextValue, before: callsByPath(calls), calls };
    return execute({ ...args, schema: twin, contextValue: going });
  };
}

/** Every field has one: what a compiled query reads as a property may have been called by it too. */
function resolverOf(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, Going> {
  const { resolve = defaultFieldResolver } = field;
  return (parent, args, { contextValue, before, calls }, twins) => {
    const known = before.get(pathOf(twins));
    if (known?.threw === true) throw known.value;
    if (known !== undefined) return known.value;
    const info = { ...twins, schema, parentType: type, returnType: field.type };
    try {
      const value: unknown = resolve(parent, args, contextValue, info);
      calls.push({ info, args, threw: false, value });
      return value;
    } catch (error) {
      calls.push({ info, args, threw: true, value: error });
      throw error;
    }
  };
}

/** Calls by where in the answer they stand: a name never holds a dot, nor begins with a digit. */
export function callsByPath(calls: readonly Call[]): ReadonlyMap<string, Call> {
  return new Map(calls.map((call) => [pathOf(call.info), call]));
}

export function pathOf({ path }: Pick<GraphQLResolveInfo, 'path'>): string {
  return responsePathAsArray(path).join('.');
}
