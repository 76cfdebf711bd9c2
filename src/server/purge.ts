import type { Store } from '../store/index.ts';

const dayMs = 24 * 60 * 60 * 1000;
const purgeEveryMs = 6 * 60 * 60 * 1000;

export interface PurgeOptions {
  /** How long is kept what has ended: outcomes, and what was sent of what is off. */
  readonly days: number;
  /** How long is kept what nobody brought to an end. */
  readonly unsettledDays: number;
  /** How long it is kept who read which candidates. */
  readonly candidateReadsDays: number;
  readonly now: () => number;
  readonly warn: (error: Error) => void;
}

/** Forgets what is older than it is kept, at start and a few times a day. */
export function startPurge({ operations, postings, candidateReads }: Pick<Store, 'operations' | 'postings' | 'candidateReads'>, { days, unsettledDays, candidateReadsDays, now, warn }: PurgeOptions): { stop(): void } {
  function purge(): void {
    const bounds = { ended: new Date(now() - days * dayMs), open: new Date(now() - Math.max(days, unsettledDays) * dayMs) };
    Promise.all([operations.purge(bounds), postings.forgetDrafts(bounds), candidateReads.purge(new Date(now() - candidateReadsDays * dayMs))]).catch((error: unknown) => warn(error instanceof Error ? error : new Error('purge', { cause: error })));
  }
  purge();
  const timer = setInterval(purge, purgeEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
