import type { RateLimit } from '../../domain/source.ts';
import type { LimiterState } from '../../http/limiter.ts';

/** What a limiter knows of its window, as the graph tells it; null where there is no limiter. */
export function rateLimitOf(state: LimiterState | null): RateLimit | null {
  return state === null ? null : { ...state, resetsAt: new Date(state.resetsAt) };
}
