import type { Store } from '../store/index.ts';

const dayMs = 24 * 60 * 60 * 1000;
const purgeEveryMs = 6 * 60 * 60 * 1000;

export interface PurgeOptions {
  /** How long outcomes are kept. */
  readonly days: number;
  readonly now: () => number;
  readonly warn: (error: Error) => void;
}

/** Forgets outcomes that are older than they are kept, at start and a few times a day. */
export function startPurge({ operations }: Store, { days, now, warn }: PurgeOptions): { stop(): void } {
  function purge(): void {
    operations.purge(new Date(now() - days * dayMs)).catch((error: unknown) => warn(error instanceof Error ? error : new Error('purge', { cause: error })));
  }
  purge();
  const timer = setInterval(purge, purgeEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
