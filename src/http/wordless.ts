import type { Wrap } from './call.ts';
import { StatusError } from './errors.ts';

/**
 * For calls that carry a credential in their body: what refuses them may quote it, and whoever waits for the credential would take the
 * words for those about its own call. A refusal keeps its status and its pause, loses its words, and says whose it is: its 404 is not that of the thing.
 */
export function wordless(): Wrap {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      throw new StatusError(request, { status: error.status, retryAfterSeconds: error.retryAfterSeconds, ofCredential: true });
    }
  };
}
