import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  circuitBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Answer, Call, HttpRequest } from './call.ts';
import { AbortedError, BudgetError, CircuitOpenError, LimitError, StatusError, TimeoutError, isUpstreamFailure } from './errors.ts';
import { sleep, waitFor } from './waiting.ts';

export interface BreakerOptions {
  /** Failures in a row that open the circuit. */
  readonly threshold?: number;
  /** How long the upstream is left alone before one call tries it. */
  readonly halfOpenAfterMs?: number;
  /** How long others wait for what becomes of that call. */
  readonly trialWaitMs?: number;
}

/** A wrapper that also tells whether its upstream is being asked at all. */
export interface Breaker {
  <Body>(next: Call<Body>): Call<Body>;
  isHealthy(): boolean;
}

/**
 * Leaves an upstream alone that failed `threshold` times in a row; after `halfOpenAfterMs` one call tries it while the others
 * wait a moment for what becomes of it: an upstream that is silent must not hold all of them for as long as it holds the one. However long
 * it failed, it is tried again as soon: one call costs it nothing, and once it is well it is used again within seconds. A 4xx is a sign of life; a caller that left, our own rate limit and our own queues say nothing either
 * way: else one caller who asks too much would close the upstream to all.
 * @throws CircuitOpenError without having sent anything
 */
export function breaker({ threshold = 5, halfOpenAfterMs = 2500, trialWaitMs = 1000 }: BreakerOptions = {}): Breaker {
  let openedAt = 0;
  let lastFailure: unknown;
  const policy: CircuitBreakerPolicy = circuitBreaker(
    // A trial that proved nothing must not close the circuit.
    handleWhen((error) => (provesNothing(error) ? policy.state === CircuitState.HalfOpen : isUpstreamFailure(error))),
    { halfOpenAfter: new DelegateBackoff(({ result }) => (isNoVerdict(result) ? 0 : halfOpenAfterMs)), breaker: new ConsecutiveBreaker(threshold) },
  );
  policy.onBreak((reason) => {
    if (isNoVerdict(reason)) return;
    openedAt = Date.now();
    if ('error' in reason) lastFailure = reason.error;
  });

  /** Waits until a call begins, or its run is over without one. @throws BrokenCircuitError where another's trial takes too long */
  async function turnOf({ run, begun }: { readonly run: Promise<unknown>; readonly begun: Promise<void> }, request: HttpRequest): Promise<void> {
    const patience = new AbortController();
    const late = sleep(trialWaitMs, patience.signal).then(() => true, () => false);
    const over = run.then(() => undefined, () => undefined);
    try {
      if (await waitFor(Promise.race([Promise.race([begun, over]).then(() => false), late]), request, Date.now)) throw new BrokenCircuitError();
    } finally {
      patience.abort();
    }
  }

  const wrap =
    <Body>(next: Call<Body>): Call<Body> =>
    async (request) => {
      let [isBegun, isGone] = [false, false];
      let begin: (() => void) | undefined;
      const run = policy.execute(async () => {
        isBegun = true;
        begin?.();
        // The circuit closed when its caller waited no longer.
        if (isGone) throw new AbortedError(request, { sent: false });
        return signOfLife(next(request));
      });
      try {
        if (!isBegun && policy.state === CircuitState.HalfOpen) {
          const begun = new Promise<void>((resolve) => {
            begin = resolve;
          });
          await turnOf({ run, begun }, request);
        }
        const outcome = await run;
        if ('refusal' in outcome) throw outcome.refusal;
        return outcome.answer;
      } catch (error) {
        isGone = true;
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

/** After a trial that proved nothing the next call is one. */
function isNoVerdict(reason: object): boolean {
  return 'error' in reason && provesNothing(reason.error);
}

function provesNothing(error: unknown): boolean {
  return error instanceof AbortedError || error instanceof BudgetError || error instanceof LimitError || (error instanceof TimeoutError && !error.fair);
}
