import type { SendOutcome } from '../../domain/posting/outcome.ts';
import type { SourceName } from '../../domain/source-name.ts';
import type { Answer, Call, HttpRequest, Wrap } from '../../http/call.ts';
import { HttpError, StatusError } from '../../http/errors.ts';
import { ShapeError } from '../../http/parse.ts';
import { sourceFailure } from './failure.ts';

/** How one request that changes something ended. */
export type Delivery =
  | { readonly answer: Answer<unknown> }
  /** `mayBeDone`: an attempt reached the upstream, and no answer to it says that nothing was done. */
  | { readonly error: unknown; readonly mayBeDone: boolean };

/**
 * Sends a request that changes something through a client's wrappers, and watches each attempt where it leaves: what fails before,
 * such as a key that cannot be had or a limit that is used up, fails with errors that look the same, though nothing was sent.
 */
export async function deliver(wrap: Wrap, transport: Call<unknown>, request: HttpRequest): Promise<Delivery> {
  let mayBeDone = false;
  const watched: Call<unknown> = async (attempt) => {
    try {
      return await transport(attempt);
    } catch (error) {
      mayBeDone ||= mayHaveActed(error);
      throw error;
    }
  };
  try {
    return { answer: await wrap(watched)(request) };
  } catch (error) {
    return { error, mayBeDone };
  }
}

/** A 4xx says that nothing was done; a 5xx, a redirection, half an answer and none at all say nothing. */
function mayHaveActed(error: unknown): boolean {
  if (error instanceof StatusError) return error.status < 400 || error.status >= 500;
  return error instanceof HttpError && error.sent;
}

/** What an upstream's answers to one function mean. */
export interface Reading {
  readonly source: SourceName;
  /** What a 2xx says. @throws ShapeError where it does not say that it was done */
  readonly accept: (answer: Answer<unknown>) => SendOutcome;
  /** What a 4xx says, null where it is no word on what was sent (a wrong key, a limit). */
  readonly refuse: (error: StatusError) => SendOutcome | null;
  /** The failure in the words of the graph, where the upstream's own may be passed on. */
  readonly failure?: (error: unknown) => ReturnType<typeof sourceFailure>;
}

/** What became of a request that changes something. @throws only what is nobody's failure but ours */
export function outcomeOf(delivery: Delivery, { source, accept, refuse, failure = (error) => sourceFailure(source, error) }: Reading): SendOutcome {
  if ('answer' in delivery) {
    try {
      return accept(delivery.answer);
    } catch (error) {
      if (error instanceof ShapeError) return { kind: 'uncertain', failure: failure(error) };
      throw error;
    }
  }
  const { error, mayBeDone } = delivery;
  const verdict = error instanceof StatusError && error.status >= 400 && error.status < 500 ? refuse(error) : null;
  return verdict ?? { kind: mayBeDone ? 'uncertain' : 'failed', failure: failure(error) };
}
