import { createSourceEventStream, type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context, Viewer } from '../context.ts';
import { Forbidden, KeyNeeded } from '../domain/errors.ts';
import { type ExecutorOf, interpreted } from '../execution/index.ts';
import { auditCandidates, openReads } from './candidate-reads.ts';
import { enforce } from './enforce.ts';
import { guardEntities } from './entities.ts';
import { type Guards, guardsOf } from './guards.ts';
import { planOf } from './plan.ts';
import { planCache } from './plan-cache.ts';
import { keyOf, type Refusal } from './refusals.ts';

/** An operation of the graph: a document that was parsed and validated, and whose it is. */
export interface Operation extends Pick<ExecutionArgs, 'document' | 'operationName' | 'rootValue'> {
  readonly contextValue: Context;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The one way to execute operations: it keeps what their callers may not have from them, and writes down whose data they read. */
export interface Engine {
  readonly schema: GraphQLSchema;
  /** Whether executing a document writes down who reads: it is then executed for each caller by itself. */
  writesReads(document: DocumentNode, viewer: Viewer): boolean;
  /**
   * Answers a query or a mutation. What its caller is refused is null, with one error for each selection.
   * @throws where the read of candidates could not be written down: nothing of it is answered
   */
  execute(operation: Operation): Promise<ExecutionResult>;
  /**
   * The answers of a subscription, one an event; an answer with errors alone where it is refused or fails to begin.
   * @param contextFor the context of one event; without it, that of the operation
   */
  subscribe(operation: Operation, contextFor?: () => Context | Promise<Context>): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

/** Errors of variables that are told: each prints the whole value anew. */
const maxCoercionErrors = 5;

/**
 * Guards a schema and executes its operations. It changes the schema that it is given.
 * @param executorOf is given the schema with its guards
 * @throws where the schema's guards do not hold together
 */
export function openEngine(schema: GraphQLSchema, guards: Guards = guardsOf(schema), executorOf: ExecutorOf = () => interpreted): Engine {
  auditCandidates(schema);
  enforce(schema, guards);
  guardEntities(schema, guards);
  const execute = executorOf(schema);
  const plans = planCache((document, viewer) => planOf(document, schema, guards, viewer));

  async function run(operation: Operation): Promise<ExecutionResult> {
    const { contextValue: context, variableValues } = operation;
    const plan = plans(operation.document, context.viewer);
    const refusals = plan.refusalsOf(operation.operationName, variableValues ?? {});
    const reads = plan.readsCandidates ? openReads(context) : null;
    const result = await execute({ ...asArgs(operation, schema), document: plan.document, contextValue: reads === null ? context : { ...context, candidateReads: reads } });
    await reads?.write();
    return withRefusals(result, refusals);
  }

  return {
    schema,
    writesReads: (document, viewer) => plans(document, viewer).readsCandidates,
    execute: run,
    async subscribe(operation, contextFor = () => operation.contextValue) {
      const plan = plans(operation.document, operation.contextValue.viewer);
      const atRoot = plan.refusalsOf(operation.operationName, operation.variableValues ?? {}).filter(({ error }) => error.path?.length === 1);
      if (atRoot.length > 0) return { errors: atRoot.map(({ error }) => error) };
      const events = await createSourceEventStream({ ...asArgs(operation, schema), document: plan.document });
      if (!(Symbol.asyncIterator in events)) return events;
      return answersTo(events, async (rootValue) => run({ ...operation, rootValue, contextValue: await contextFor() }));
    },
  };
}

function asArgs({ document, operationName, rootValue, contextValue, variableValues }: Operation, schema: GraphQLSchema): ExecutionArgs {
  return { schema, document, operationName, rootValue, contextValue, variableValues, options: { maxCoercionErrors } };
}

/**
 * The answer with its refusals first. What was refused while it was executed, once a row, is told once a selection: by the keys of its
 * path without the places in lists.
 */
function withRefusals(result: ExecutionResult, refusals: readonly Refusal[]): ExecutionResult {
  // Without data the request itself was wrong, and nothing of it was begun.
  if (result.data === undefined || (refusals.length === 0 && result.errors === undefined)) return result;
  const told = new Map(refusals.map(({ key, error }) => [key, error]));
  const others = (result.errors ?? []).filter((error) => {
    const cause = error.originalError;
    if (!(cause instanceof Forbidden || cause instanceof KeyNeeded)) return true;
    const path = (error.path ?? []).filter((step) => typeof step === 'string');
    const key = keyOf(path, cause);
    if (!told.has(key)) told.set(key, new GraphQLError(cause.message, { ...(error.nodes !== undefined && { nodes: error.nodes }), path, originalError: cause }));
    return false;
  });
  const errors = [...told.values(), ...others];
  return errors.length === 0 ? result : { ...result, errors };
}

/** Leaving it leaves the events at once, also while none comes: an async generator would wait for the next. */
function answersTo(events: AsyncIterable<unknown>, answer: (event: unknown) => Promise<ExecutionResult>): AsyncIterableIterator<ExecutionResult> {
  const source = events[Symbol.asyncIterator]();
  const over: IteratorResult<ExecutionResult> = { done: true, value: undefined };
  return {
    async next() {
      const { done, value } = await source.next();
      if (done === true) return over;
      try {
        return { done: false, value: await answer(value) };
      } catch (error) {
        await source.return?.();
        throw error;
      }
    },
    async return() {
      await source.return?.();
      return over;
    },
    async throw(error: unknown) {
      await source.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
