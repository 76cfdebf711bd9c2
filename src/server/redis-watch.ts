import type { Logger } from 'pino';

const betweenMs = 60_000;

/** Logs that Redis is away, with why, once a minute and not at each of its tries. */
export function redisWatch(log: Logger, now: () => number): (error: Error) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (now() - saidAt < betweenMs) return;
    saidAt = now();
    const why = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    log.warn({ why }, 'Redis does not answer; going on without it');
  };
}
