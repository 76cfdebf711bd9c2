const firstMs = 10_000;
const longestMs = 60 * 60_000;
/** Each pause is so many times as long as the one before. */
const growth = 3;
/** So much of a pause is drawn anew, so that what failed together is not tried together again. */
const jitter = 0.4;

/** How often an event is worked on before it is dead: some six hours lie between the first attempt and the last. */
export const mostAttempts = 12;

/**
 * How long to wait after an attempt that failed, milliseconds; null where it was the last.
 * @param attempts made so far, from 1
 * @param retryAfterMs what the upstream asks for at least
 */
export function retryPauseMs(attempts: number, random: () => number, retryAfterMs = 0): number | null {
  if (attempts >= mostAttempts) return null;
  const pauseMs = Math.min(longestMs, firstMs * growth ** (attempts - 1));
  return Math.max(retryAfterMs, Math.round(pauseMs * (1 - jitter / 2 + jitter * random())));
}
