import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Answer, Call } from './call.ts';
import { AbortedError, BudgetError, CircuitOpenError, LimitError, StatusError, TimeoutError, isUpstreamFailure } from './errors.ts';
import { waitFor } from './waiting.ts';

export interface BreakerOptions {
  /** Failures in a row that open the circuit. */
  readonly threshold?: number;
  /** How long the upstream is left alone before one call tries it. */
  readonly halfOpenAfterMs?: number;
}

/** A wrapper that also tells whether its upstream is being asked at all. */
export interface Breaker {
  <Body>(next: Call<Body>): Call<Body>;
  isHealthy(): boolean;
}

/**
 * Leaves an upstream alone that failed `threshold` times in a row; after `halfOpenAfterMs` one call tries it while the others
 * wait for what becomes of it. A 4xx is a sign of life; a caller that left, our own rate limit and our own queues say nothing either
 * way: else one caller who asks too much would close the upstream to all.
 * @throws CircuitOpenError without having sent anything
 */
export function breaker({ threshold = 5, halfOpenAfterMs = 10_000 }: BreakerOptions = {}): Breaker {
  let openedAt = 0;
  let lastFailure: unknown;
  const policy: CircuitBreakerPolicy = circuitBreaker(
    // A trial that proved nothing must not close the circuit.
    handleWhen((error) => (provesNothing(error) ? policy.state === CircuitState.HalfOpen : isUpstreamFailure(error))),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(threshold) },
  );
  policy.onBreak((reason) => {
    openedAt = Date.now();
    if ('error' in reason) lastFailure = reason.error;
  });

  const wrap =
    <Body>(next: Call<Body>): Call<Body> =>
    async (request) => {
      const run = policy.execute(async () => signOfLife(next(request)));
      const waitsForTrial = policy.state === CircuitState.HalfOpen;
      try {
        const outcome = await (waitsForTrial ? waitFor(run, request, Date.now) : run);
        if ('refusal' in outcome) throw outcome.refusal;
        return outcome.answer;
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const leftMs = openedAt + halfOpenAfterMs - Date.now();
        throw new CircuitOpenError(request, Math.max(1, Math.ceil(leftMs / 1000)), lastFailure);
      }
    };
  return Object.assign(wrap, { isHealthy: () => policy.state === CircuitState.Closed });
}

type Outcome<Body> = { readonly answer: Answer<Body> } | { readonly refusal: StatusError };

/** A refusal below 500 counts as a success of the upstream, so that it ends a row of failures. */
async function signOfLife<Body>(call: Promise<Answer<Body>>): Promise<Outcome<Body>> {
  try {
    return { answer: await call };
  } catch (error) {
    if (error instanceof StatusError && !isUpstreamFailure(error)) return { refusal: error };
    throw error;
  }
}

function provesNothing(error: unknown): boolean {
  return error instanceof AbortedError || error instanceof BudgetError || error instanceof LimitError || (error instanceof TimeoutError && !error.fair);
}
