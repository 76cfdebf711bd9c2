import { group } from './group.ts';
import { count, wholeNumber } from './values.ts';

/** What keeps the gateway and its upstreams from drowning one another. */
export interface EnduranceConfig {
  /** Delay of the event loop from which on new requests are refused, milliseconds; 0: none ever is. */
  readonly maxLoopDelayMs: number;
  /** Of each upstream and credential. */
  readonly calls: {
    /** Calls under way at once: being answered, waiting for a slot of a rate limit or to be repeated. */
    readonly atOnce: number;
    /** Calls that wait for one of those to end; more are refused at once. */
    readonly waiting: number;
  };
}

/**
 * 64 calls at once are twice the connections, so that what waits for its slot or its next attempt leaves none idle. 1000 that wait are what an
 * upstream that takes half a second answers in the time of an operation: who came on top would wait in vain.
 */
export const enduranceGroup = group({
  shape: { MAX_EVENT_LOOP_DELAY_MS: wholeNumber(0, 60_000).default(1000), UPSTREAM_CALLS_AT_ONCE: count(64, 10_000), UPSTREAM_CALLS_WAITING: wholeNumber(0, 1_000_000).default(1000) },
  configOf: (env): EnduranceConfig => ({
    maxLoopDelayMs: env.MAX_EVENT_LOOP_DELAY_MS,
    calls: { atOnce: env.UPSTREAM_CALLS_AT_ONCE, waiting: env.UPSTREAM_CALLS_WAITING },
  }),
});
