import type { Call } from '../../http/call.ts';

/**
 * A call whose answer is parsed as soon as it is there. Stands below the cache, so that what is not as documented is neither
 * kept nor served again.
 * @param parse throws ShapeError; what it returns must survive JSON where the call is cached
 */
export function parsed<T>(next: Call<unknown>, parse: (body: unknown) => T): Call<T> {
  return async (request) => {
    const answer = await next(request);
    return { ...answer, body: parse(answer.body) };
  };
}
