import { type ExecutionResult, type GraphQLError, locatedError, responsePathAsArray } from 'graphql';
import type { Program } from './compile.ts';
import type { PromiseOrValue } from './executor.ts';
import { inOrder } from './in-order.ts';
import { isPromise } from './is-promise.ts';
import { type Failure, leave, type Run } from './run.ts';

/**
 * Runs a program.
 * @param goOn answers in its place where it is left: where it fails at more than resolvers of fields that may be null
 */
export function answerOf({ query }: Program, run: Run, rootValue: unknown, goOn: () => PromiseOrValue<ExecutionResult>): PromiseOrValue<ExecutionResult> {
  const begun = begin(query, run, rootValue);
  const left = (): PromiseOrValue<ExecutionResult> => {
    leave(run);
    return goOn();
  };
  if (begun === null || run.isLeft) return left();
  run.failedAtOnce = run.failures.length;
  if (!isPromise(begun)) return asInterpreted(begun, run) ?? left();
  const { promise: isLeft, resolve: sayLeft } = Promise.withResolvers<void>();
  // A closure of this function in its place would have V8 keep all of the run until its next full collection.
  run.onLeave = sayLeft;
  return new Promise((resolve, reject) => {
    isLeft.then(() => resolve(goOn())).catch(reject);
    const end = (answer: ExecutionResult): void => {
      if (run.isLeft) return;
      const told = asInterpreted(answer, run);
      if (told === null) leave(run);
      else resolve(told);
    };
    begun.then(end, () => leave(run));
  });
}

function begin(query: Program['query'], run: Run, rootValue: unknown): PromiseOrValue<ExecutionResult> | null {
  try {
    return query(rootValue, run, null);
  } catch {
    return null;
  }
}

/** The answer as graphql-js would give it; null where that is not known, since more failed than fields that may be null. */
function asInterpreted({ data, errors }: ExecutionResult, { failures, failedAtOnce }: Run): ExecutionResult | null {
  if (data === undefined) return null;
  if (errors === undefined && failures.length === 0) return { data };
  if (errors?.length !== failures.length || !failures.every(({ info }) => isNullAt(data, responsePathAsArray(info.path)))) return null;
  return { errors: inOrder(failures, failedAtOnce, data).map(errorOf), data };
}

function errorOf({ info, error }: Failure): GraphQLError {
  return locatedError(error, info.fieldNodes, responsePathAsArray(info.path));
}

function isNullAt(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key);
  }
  return value === null;
}
