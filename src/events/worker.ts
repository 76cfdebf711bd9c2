import { randomUUID } from 'node:crypto';
import type { Store } from '../store/index.ts';
import type { WebhookEvent } from '../domain/webhook-event.ts';
import { retryPauseMs } from './retry-pause.ts';
import { workOn, type WorkFailure, type WorkTools } from './work.ts';

export interface WorkerParts extends WorkTools {
  readonly store: Pick<Store, 'webhookEvents'>;
  readonly now: () => number;
  readonly random?: () => number;
  /** Told of an event that the gateway knows nothing to do about. */
  readonly unknown: (event: WebhookEvent) => void;
  readonly failed: (event: WebhookEvent, failure: WorkFailure, isDead: boolean) => void;
  /** Told that the store does not answer. */
  readonly storeFailed: (error: unknown) => void;
  readonly settings?: Partial<WorkerSettings>;
}

export interface WorkerSettings {
  /** How often to look for what other replicas left, and for what is to be tried again, milliseconds. */
  readonly lookEveryMs: number;
  /** How long an event counts as worked on without a sign of life, milliseconds. */
  readonly leaseMs: number;
  /** Events that are taken at once: those of one account are read together. */
  readonly batch: number;
  /** Batches at once: one upstream that is slow holds up no other. */
  readonly batches: number;
}

const usual: WorkerSettings = { lookEveryMs: 1000, leaseMs: 10_000, batch: 100, batches: 4 };

/** Works on what upstreams told, beside other replicas. */
export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Takes no more, and waits for what it works on. */
  stop(): Promise<void>;
}

export function startWorker(parts: WorkerParts): Worker {
  const { store, now, random = Math.random, unknown, failed, storeFailed } = parts;
  const { lookEveryMs, leaseMs, batch, batches }: WorkerSettings = { ...usual, ...parts.settings };
  const { webhookEvents } = store;
  const running = new Set<Promise<void>>();
  const stop = new AbortController();

  async function settle(holder: string, event: WebhookEvent, failure: WorkFailure): Promise<void> {
    const pauseMs = failure.mayPass ? retryPauseMs(event.attempts, random, failure.retryAfterMs) : null;
    await webhookEvents.failed(event.id, holder, { code: failure.code, message: failure.message, nextAt: pauseMs === null ? null : now() + pauseMs });
    failed(event, failure, pauseMs === null);
  }

  /** Each account apart, so that one that fails costs no other. */
  async function workOnAll(holder: string, events: readonly WebhookEvent[]): Promise<void> {
    const accounts = Map.groupBy(events, ({ source, owner }) => JSON.stringify([source, owner]));
    await Promise.all(
      [...accounts.values()].map(async (own) => {
        const [first] = own;
        if (first === undefined) return;
        const worked = await workOn(first.source, first.owner, own, parts);
        const done = [...worked].flatMap(([event, failure]) => (failure === null ? [event] : []));
        for (const event of done) if (event.about === null) unknown(event);
        await webhookEvents.done(done.map(({ id }) => id), holder);
        for (const [event, failure] of worked) if (failure !== null) await settle(holder, event, failure);
      }),
    );
  }

  async function runBatch(holder: string, events: readonly WebhookEvent[]): Promise<void> {
    const alive = setInterval(() => void webhookEvents.renew({ holder, leaseMs }).catch(storeFailed), leaseMs / 4);
    try {
      await workOnAll(holder, events);
    } catch (error) {
      storeFailed(error);
    } finally {
      clearInterval(alive);
    }
  }

  /** @returns whether there was anything to take */
  async function takeBatch(): Promise<boolean> {
    if (stop.signal.aborted || running.size >= batches) return false;
    const holder = randomUUID();
    const events = await webhookEvents.claim({ holder, leaseMs }, batch);
    if (events.length === 0) return false;
    const work = runBatch(holder, events);
    running.add(work);
    void forgetWhenOver(work);
    return true;
  }

  /** What waited for its turn behind an event of a batch may be taken when that is over. */
  async function forgetWhenOver(work: Promise<void>): Promise<void> {
    await work;
    running.delete(work);
    wake();
  }

  async function takeAll(): Promise<void> {
    try {
      while (await takeBatch());
    } catch (error) {
      storeFailed(error);
    }
  }

  // One look at a time, and one more where somebody asked meanwhile.
  let looking: Promise<void> | null = null;
  let again = false;
  function wake(): void {
    if (stop.signal.aborted) return;
    if (looking !== null) {
      again = true;
      return;
    }
    again = false;
    looking = takeAll().finally(() => {
      looking = null;
      if (again) wake();
    });
  }

  const timer = setInterval(wake, lookEveryMs);
  timer.unref();
  wake();
  return {
    wake,
    async stop() {
      stop.abort();
      clearInterval(timer);
      await looking;
      await Promise.all(running);
    },
  };
}
