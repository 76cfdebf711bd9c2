import { StatusError } from '../../http/errors.ts';

/** Asks by one of two spellings of a path. */
export type EitherPath = <T>(ask: (prefix: string) => Promise<T>) => Promise<T>;

/**
 * The document spells some paths in two ways: the first is asked, after a 404 the other one, and the one that answered is kept.
 * From then on a 404 means what it says.
 */
export function eitherPath([first, second]: readonly [string, string]): EitherPath {
  let known: string | undefined;
  return async (ask) => {
    if (known !== undefined) return ask(known);
    try {
      const answer = await ask(first);
      known = first;
      return answer;
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    const answer = await ask(second);
    known = second;
    return answer;
  };
}

export function isNotFound(error: unknown): boolean {
  return error instanceof StatusError && error.status === 404;
}
