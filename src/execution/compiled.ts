import { type DocumentNode, type ExecutionArgs, type ExecutionResult, type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode, separateOperations } from 'graphql';
import { LRUCache } from 'lru-cache';
import { answerOf } from './answer.ts';
import { type Compile, compilerOf, type Program } from './compile.ts';
import { conditionsOf, decisionsOf } from './conditions.ts';
import type { Executor, PromiseOrValue } from './executor.ts';
import { goOnOf } from './go-on.ts';
import { interpreted } from './interpreted.ts';
import { openRun, type Run } from './run.ts';
import { variablesReader, type VariablesReader } from './variables.ts';

export interface CompiledOptions {
  /** Documents whose compiled operations are kept; those that were not executed for longest are forgotten. */
  readonly maxDocuments: number;
  /** Most selections of an operation that is compiled, fragments unfolded. */
  readonly maxSelections?: number;
  /** At which execution of a document its operations are compiled: what is asked once is not worth it. */
  readonly compileAt?: number;
  /** Has the last word on the answer of a compiled operation; it stands as it is without. */
  readonly judge?: (answer: ExecutionResult, run: Run, args: ExecutionArgs) => PromiseOrValue<ExecutionResult>;
}

/** Compiled forms of one operation, by how its conditions are decided; null where that is not for compiling. */
interface Prepared {
  /** It alone with its fragments. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly readVariables: VariablesReader;
  readonly conditions: readonly string[];
  readonly programs: Map<string, Program | null>;
}

/** Decisions of an operation's conditions that are compiled; with any other it is interpreted. */
const maxDecisions = 8;
const usualMaxSelections = 1000;

/**
 * Executes queries that are asked again by code that graphql-jit made for them, and all else by graphql-js, whose answers both give.
 * What is compiled is kept by the document, which is to be the same object whenever it is the same. Mutations are interpreted: one
 * comes after the other, each waits for an upstream, and nothing would be gained; so are the events of subscriptions, which are small.
 */
export function compiledExecutor(schema: GraphQLSchema, { maxDocuments, maxSelections = usualMaxSelections, compileAt = 2, judge }: CompiledOptions): Executor {
  const uses = new WeakMap<DocumentNode, number>();
  const kept = new LRUCache<DocumentNode, Map<string | null, Prepared>>({ max: maxDocuments });
  const compile = compilerOf(schema, maxSelections);
  const goOn = goOnOf(schema);

  return (args) => {
    const { document, operationName, fieldResolver, typeResolver } = args;
    if (args.schema !== schema || (fieldResolver ?? typeResolver ?? null) !== null || !isUsed(document)) return interpreted(args);
    const prepared = preparedOf(document, operationName ?? null);
    if (prepared === null) return interpreted(args);
    const variableValues = prepared.readVariables(args.variableValues ?? {});
    const program = variableValues === null ? null : programOf(prepared, variableValues, compile);
    // With wrong variables graphql-js tells which.
    if (variableValues === null || program === null) return interpreted(args);
    const run = openRun({ contextValue: args.contextValue, operation: program.operation, variableValues });
    const answer = answerOf(program, run, args.rootValue, () => goOn(run, args));
    if (judge === undefined) return answer;
    return answer instanceof Promise ? answer.then((told) => judge(told, run, args)) : judge(answer, run, args);
  };

  function isUsed(document: DocumentNode): boolean {
    const use = (uses.get(document) ?? 0) + 1;
    if (use <= compileAt) uses.set(document, use);
    return use >= compileAt;
  }

  function preparedOf(document: DocumentNode, name: string | null): Prepared | null {
    const operations = kept.get(document) ?? new Map<string | null, Prepared>();
    const known = operations.get(name);
    if (known !== undefined) return known;
    const prepared = prepare(schema, document, name);
    // An unknown name is not kept: there are as many as callers can think of.
    if (prepared !== null) kept.set(document, operations.set(name, prepared));
    return prepared;
  }
}

function programOf({ document, operation, conditions, programs }: Prepared, variables: Readonly<Record<string, unknown>>, compile: Compile): Program | null {
  const decisions = decisionsOf(conditions, variables);
  if (decisions === null) return null;
  const known = programs.get(decisions);
  if (known !== undefined) return known;
  if (programs.size >= maxDecisions) return null;
  const program = compile(document, operation, variables);
  programs.set(decisions, program);
  return program;
}

/** The query that execution takes; null where it takes none, or something else. */
function prepare(schema: GraphQLSchema, document: DocumentNode, name: string | null): Prepared | null {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation, other] = name === null ? operations : operations.filter((node) => node.name?.value === name);
  if (operation === undefined || other !== undefined || operation.operation !== OperationTypeNode.QUERY) return null;
  const alone = operations.length === 1 ? document : separateOperations(document)[operation.name?.value ?? ''];
  return alone === undefined ? null : { document: alone, operation, readVariables: variablesReader(schema, operation.variableDefinitions ?? []), conditions: conditionsOf(alone), programs: new Map() };
}
