import { type GraphQLResolveInfo, isNonNullType } from 'graphql';
import { isPromise } from './is-promise.ts';
import { leave, type Run } from './run.ts';

type Taken = (value: unknown) => void;

/** Never settles, and keeps nothing of who waits for it, as a promise would. */
// oxlint-disable-next-line unicorn/no-thenable -- graphql-jit takes what has a `then` for a promise, as graphql-js does
export const never = { then: (): void => undefined };

/**
 * What a resolver returned, for graphql-jit: it waits for ever for a promise whose value it fails at, and puts a row that fails at
 * the end of its list. Either is noticed here, and left to the interpreter.
 */
export function guarded(value: unknown, run: Run, info: GraphQLResolveInfo): unknown {
  if (isPromise(value)) return promised(value, run, (error) => noteFailure(run, info, error));
  return rowsGuarded(value, run);
}

/** Notes that a resolver failed; what becomes of a field that cannot be null is left to the interpreter. */
export function noteFailure(run: Run, info: GraphQLResolveInfo, error: unknown): void {
  if (isNonNullType(info.returnType)) leave(run);
  else run.failures.push({ info, error });
}

function rowsGuarded(value: unknown, run: Run): unknown {
  if (!Array.isArray(value) || !value.some(isPromise)) return value;
  return value.map((row: unknown) => (isPromise(row) ? promised(row, run, () => leave(run)) : row));
}

function promised(promise: PromiseLike<unknown>, run: Run, onFailure: (error: unknown) => void) {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- as above; a promise of its own would cost a turn more, and tell nothing of what fails behind it
    then(taken: Taken, refused: Taken): void {
      promise.then(
        (value) => handOn(run, taken, rowsGuarded(value, run)),
        (error: unknown) => {
          onFailure(error);
          handOn(run, refused, error);
        },
      );
    },
  };
}

function handOn(run: Run, to: Taken, value: unknown): void {
  if (run.isLeft) return;
  try {
    to(value);
  } catch {
    leave(run);
  }
}
