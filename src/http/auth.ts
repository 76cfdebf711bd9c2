import type { HttpRequest, Wrap } from './call.ts';
import type { SharedToken } from './token.ts';

export interface AuthOptions {
  readonly token: Pick<SharedToken, 'get' | 'renew'> & Partial<Pick<SharedToken, 'isAnothers'>>;
  /** The request with the token in the place where this upstream wants it. */
  readonly apply: (request: HttpRequest, token: string) => HttpRequest;
  /** Did the upstream refuse the token, as opposed to the request? A yes costs a new token. */
  readonly isRejected: (error: unknown) => boolean;
  /** How many new tokens a request may cost: more than one where a new token ends another's, and the other may do the same. */
  readonly renewals?: number;
}

/**
 * Puts the token on a request. A refused token is renewed and the request repeated, also one that is not repeatable: what was refused was
 * not done. What is refused with a token that stayed the same is refused; another replica's in its place costs nothing, once. The call for
 * the token itself does not pass here.
 */
export function auth({ token, apply, isRejected, renewals = 1 }: AuthOptions): Wrap {
  return (next) => async (request) => {
    let current = await token.get(request);
    let tookAnothers = false;
    for (let left = renewals; ; left -= 1) {
      try {
        return await next(apply(request, current));
      } catch (error) {
        if (left <= 0 || !isRejected(error)) throw error;
        const renewed = await token.renew(current, request);
        // It is good, and was only just refused for another reason or too early: once more, and no further.
        if (renewed === current) left = 1;
        else if (!tookAnothers && token.isAnothers?.(renewed) === true) {
          tookAnothers = true;
          left += 1;
        }
        current = renewed;
      }
    }
  };
}
