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
  /** How long the log of mutations is kept. */
  readonly auditDays: number;
  /** How long is kept what was forwarded. */
  readonly deliveryDays: number;
  /** How long is kept what upstreams told, from when the work on it ended. */
  readonly eventDays: number;
  readonly now: () => number;
  readonly warn: (error: Error) => void;
}

/** What is forgotten in time. */
type Purged = Pick<Store, 'operations' | 'postings' | 'candidateReads' | 'audit' | 'deliveries' | 'webhookEvents' | 'changePolls'>;

/** Forgets what is older than it is kept, at start and a few times a day. */
export function startPurge(store: Purged, { now, warn, ...kept }: PurgeOptions): { stop(): void } {
  const before = (days: number) => new Date(now() - days * dayMs);
  function purge(): void {
    const bounds = { ended: before(kept.days), open: before(Math.max(kept.days, kept.unsettledDays)) };
    const purged = [
      store.operations.purge(bounds),
      store.postings.forgetDrafts(bounds),
      store.candidateReads.purge(before(kept.candidateReadsDays)),
      store.audit.purge(before(kept.auditDays)),
      store.deliveries.purge(before(kept.deliveryDays)),
      store.webhookEvents.purge(before(kept.eventDays)),
      store.changePolls.purge(before(kept.eventDays)),
    ];
    Promise.all(purged).catch((error: unknown) => warn(error instanceof Error ? error : new Error('purge', { cause: error })));
  }
  purge();
  const timer = setInterval(purge, purgeEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
