import type { HttpRequest, Wrap } from './call.ts';
import type { SharedToken } from './token.ts';

export interface AuthOptions {
  readonly token: Pick<SharedToken, 'get' | 'renew'>;
  /** The request with the token in the place where this upstream wants it. */
  readonly apply: (request: HttpRequest, token: string) => HttpRequest;
  /** Did the upstream refuse the token, as opposed to the request? A yes costs a new token. */
  readonly isRejected: (error: unknown) => boolean;
}

/**
 * Puts the token on a request. A refused token is renewed once and the request repeated once, also one that is not repeatable:
 * what was refused was not done. The call for the token itself does not pass here.
 */
export function auth({ token, apply, isRejected }: AuthOptions): Wrap {
  return (next) => async (request) => {
    const first = await token.get(request);
    try {
      return await next(apply(request, first));
    } catch (error) {
      if (!isRejected(error)) throw error;
      const second = await token.renew(first, request);
      return next(apply(request, second));
    }
  };
}
