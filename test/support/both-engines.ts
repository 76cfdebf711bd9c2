import { isDeepStrictEqual } from 'node:util';
import { defaultFieldResolver, defaultTypeResolver, execute, type ExecutionArgs, type ExecutionResult, type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { compiledExecutor, type CompiledOptions } from '../../src/execution/compiled.ts';
import type { ExecutorOf } from '../../src/execution/executor.ts';
import { callsByPath, pathOf } from '../../src/execution/go-on.ts';
import type { Call, Run } from '../../src/execution/run.ts';
import { twinOf } from '../../src/execution/twin.ts';

/** What the interpreter finds of a compiled query's calls. */
interface Trial {
  readonly contextValue: unknown;
  readonly called: ReadonlyMap<string, Call>;
  readonly asked: Set<string>;
  readonly differences: string[];
}

type Judge = NonNullable<CompiledOptions['judge']>;

/** Documents of one gateway of a test. */
const maxDocuments = 1000;

/**
 * Compiles every query at its first execution, and has graphql-js execute it too, on what the resolvers returned: no upstream is
 * asked twice. Where answers, calls or what was told to them differ, the answer is an error.
 * @param told is given each difference too: a caller may be content with an error
 */
export function bothEngines(told: (difference: string) => void): ExecutorOf {
  return (schema) => compiledExecutor(schema, { maxDocuments, compileAt: 1, judge: judgeOf(schema, told) });
}

/** @throws where graphql-js would answer otherwise */
export function judgeOf(schema: GraphQLSchema, told: (difference: string) => void = () => undefined): Judge {
  const twin = twinOf<Trial>(schema, {
    withArguments: true,
    resolverOf: (type, field) => replayed(schema, type, field),
    typeResolverOf: (type) => (value, { contextValue }, info) => (type.resolveType ?? defaultTypeResolver)(value, contextValue, { ...info, schema }, type),
  });
  return async (answer, run, args) => {
    const trial: Trial = { contextValue: args.contextValue, called: callsByPath(run.calls), asked: new Set(), differences: [] };
    const expected = await execute({ ...args, schema: twin, contextValue: trial });
    const differences = [...trial.differences, ...differencesOf(answer, expected, run), ...uncalled(trial, answer)];
    if (differences.length === 0) return answer;
    const report = `the engines differ at ${nameOf(args)}:\n${differences.slice(0, 5).join('\n')}`;
    told(report);
    throw new Error(report);
  };
}

function replayed(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, Trial> {
  return (parent, args, trial, twins) => {
    const path = pathOf(twins);
    const call = trial.called.get(path);
    trial.asked.add(path);
    const info = { ...twins, schema, parentType: type, returnType: field.type };
    if (call === undefined) {
      if (field.resolve !== undefined) trial.differences.push(`${path}: graphql-js alone calls it`);
      return defaultFieldResolver(parent, args, trial.contextValue, info);
    }
    if (!isDeepStrictEqual({ ...args }, { ...call.args })) trial.differences.push(`${path}: other arguments`);
    if (!isDeepStrictEqual(toldBy(info), toldBy(call.info))) trial.differences.push(`${path}: told otherwise where it stands`);
    if (call.threw) throw call.value;
    return call.value;
  };
}

/** What a resolver may ask of its `info`. Nodes are told by where they stand in the document, fragments by their names. */
function toldBy({ fieldName, fieldNodes, returnType, parentType, rootValue, operation, variableValues }: GraphQLResolveInfo): object {
  const nodes = fieldNodes.map(({ alias, name, loc }) => [alias?.value, name.value, loc?.start]);
  return { fieldName, nodes, returnType: String(returnType), parentType: parentType.name, rootValue, operation: operation.name?.value, variables: { ...variableValues } };
}

/** Of a query that the interpreter went on with, which of several failing fields is told depends on when each failed. */
function differencesOf(answer: ExecutionResult, expected: ExecutionResult, { isLeft }: Run): readonly string[] {
  const data = JSON.stringify(answer.data) === JSON.stringify(expected.data) ? [] : [`data: ${shown(answer.data)} and by graphql-js ${shown(expected.data)}`];
  const errors = isLeft || isDeepStrictEqual(errorsOf(answer), errorsOf(expected)) ? [] : [`errors: ${shown(errorsOf(answer))} and by graphql-js ${shown(errorsOf(expected))}`];
  return [...data, ...errors];
}

/** Errors are told in the order in which fields failed: here all promises have settled before. */
export function errorsOf({ errors = [] }: ExecutionResult): readonly string[] {
  return errors.map(({ message, path, locations, extensions, originalError }) => JSON.stringify({ message, path, locations, extensions, original: originalError?.name, why: originalError?.message })).toSorted();
}

/** Where nothing failed, both call the same. */
function uncalled({ called, asked }: Trial, { errors }: ExecutionResult): readonly string[] {
  return errors !== undefined ? [] : [...called.keys()].filter((path) => !asked.has(path)).map((path) => `${path}: the compiled query alone calls it`);
}

function nameOf({ document, operationName }: ExecutionArgs): string {
  return operationName ?? document.loc?.source.body.slice(0, 200) ?? 'an operation';
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 500) ?? 'nothing';
}
