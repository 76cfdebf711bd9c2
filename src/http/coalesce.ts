import type { Answer, Call, HttpRequest } from './call.ts';
import { Flights, type Budget } from './flights.ts';

/**
 * Requests with the same key that are in flight at the same time are one call; their answer, or their error, is shared by
 * them and by nobody later. The key has to hold the credential. A streamed body has one reader: its request carries no key.
 */
export function coalesce({ now = Date.now }: { readonly now?: () => number } = {}) {
  return <Body>(next: Call<Body>): Call<Body> => {
    const flights = new Flights<Answer<Body>>(now);
    return async (request) => {
      // Whoever joins a call reaches nothing below.
      request.lasting?.until(0);
      if (request.key === undefined) return next(request);
      return flights.join(request.key, request, (budget) => next(withBudget(request, budget)));
    };
  };
}

/** The request on shared work's signal, deadline and calls instead of its caller's, who is told of it by whoever shares it. */
export function withBudget({ signal: _signal, deadline: _deadline, spend: _spend, lasting: _lasting, ...request }: HttpRequest, budget: Budget): HttpRequest {
  return { ...request, ...budget };
}
