import { type GraphQLResolveInfo, isNonNullType } from 'graphql';
import { isPromise } from './is-promise.ts';
import { leave, type Run } from './run.ts';

type Taken = (value: unknown) => void;

/** Never settles, and keeps nothing of who waits for it, as a promise would. */
// oxlint-disable-next-line unicorn/no-thenable -- graphql-jit takes what has a `then` for a promise, as graphql-js does
export const never = { then: (): void => undefined };

/**
 * What a resolver returned, for graphql-jit: it waits for ever for a promise whose value it fails at, and puts a row that fails at
 * the end of its list. Either is noticed here, and left to the interpreter. So is a list that is no array: it may be gone through
 * only once, and the interpreter may have to.
 *
 * @param levels how many lists stand in each other
 */
export function guarded(value: unknown, run: Run, info: GraphQLResolveInfo, levels: number): unknown {
  if (isPromise(value)) return promised(value, run, levels, (error) => noteFailure(run, info, error));
  return rowsGuarded(value, run, levels);
}

/** Notes that a resolver failed; what becomes of a field that cannot be null is left to the interpreter. */
export function noteFailure(run: Run, info: GraphQLResolveInfo, error: unknown): void {
  if (isNonNullType(info.returnType)) leave(run);
  else run.failures.push({ info, error });
}

function rowsGuarded(value: unknown, run: Run, levels: number): unknown {
  if (levels === 0 || typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    if (!(Symbol.iterator in value)) return value;
    leave(run);
    return never;
  }
  if (levels === 1 && !value.some(isPromise)) return value;
  return value.map((row: unknown) => (isPromise(row) ? promised(row, run, levels - 1, () => leave(run)) : rowsGuarded(row, run, levels - 1)));
}

function promised(promise: PromiseLike<unknown>, run: Run, levels: number, onFailure: (error: unknown) => void) {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- as above; a promise of its own would cost a turn more, and tell nothing of what fails behind it
    then(taken: Taken, refused: Taken): void {
      promise.then(
        (value) => handOnRows(run, taken, value, levels),
        (error: unknown) => {
          onFailure(error);
          handOn(run, refused, error);
        },
      );
    },
  };
}

function handOnRows(run: Run, to: Taken, value: unknown, levels: number): void {
  const rows = rowsGuarded(value, run, levels);
  if (run.isLeft) unheard(value, levels);
  else handOn(run, to, rows);
}

/** Rows that came too late: they are the interpreter's, which passes them over where another field left nothing of their list. */
function unheard(value: unknown, levels: number): void {
  if (levels === 0 || !Array.isArray(value)) return;
  for (const row of value) {
    if (isPromise(row)) row.then(undefined, () => undefined);
    else unheard(row, levels - 1);
  }
}

function handOn(run: Run, to: Taken, value: unknown): void {
  if (run.isLeft) return;
  try {
    to(value);
  } catch {
    leave(run);
  }
}
