import { randomUUID } from 'node:crypto';
import type { Store } from '../store/index.ts';
import type { WebhookEvent } from '../domain/webhook-event.ts';
import { mostAttempts, retryPauseMs } from './retry-pause.ts';
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

/** What an event comes to that was taken as often as it may be, and whose worker ended each time without a word. */
const lost: WorkFailure = { code: 'INTERNAL_SERVER_ERROR', message: 'The gateway ended while it worked on this, too often to try again.', mayPass: false, retryAfterMs: 0 };

const usual: WorkerSettings = { lookEveryMs: 1000, leaseMs: 10_000, batch: 100, batches: 4 };

/** Works on what upstreams told, beside other replicas. */
export interface Worker {
  /** There may be something to do. */
  wake(): void;
  /** Takes no more, breaks off what is asked of upstreams, and gives back what is not done: it is due at once, to whoever asks. */
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
    const ended = await Promise.allSettled(
      [...accounts.values()].map(async (own) => {
        const [first] = own;
        if (first === undefined) return;
        const worked = await workOn(first.source, first.owner, own, parts, stop.signal);
        const done = [...worked].flatMap(([event, failure]) => (failure === null ? [event] : []));
        for (const event of done) if (event.about === null) unknown(event);
        await webhookEvents.done(done.map(({ id }) => id), holder);
        // What stopping broke off is given back as a whole.
        for (const [event, failure] of worked) if (failure !== null && !stop.signal.aborted) await settle(holder, event, failure);
      }),
    );
    // Told when all have ended: until then the holder gives signs of life for them.
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }

  async function runBatch(holder: string, events: readonly WebhookEvent[]): Promise<void> {
    const alive = setInterval(() => void webhookEvents.renew({ holder, leaseMs }).catch(storeFailed), leaseMs / 4);
    try {
      await workOnAll(holder, events);
    } catch (error) {
      storeFailed(error);
    } finally {
      clearInterval(alive);
      if (stop.signal.aborted) await webhookEvents.release(holder).catch(storeFailed);
    }
  }

  /** One that ends the process would come again and again, and take the others of its batch along. */
  async function withoutLost(holder: string, events: readonly WebhookEvent[]): Promise<readonly WebhookEvent[]> {
    for (const event of events) if (event.attempts > mostAttempts) await settle(holder, event, lost);
    return events.filter(({ attempts }) => attempts <= mostAttempts);
  }

  /** @returns whether there was anything to take */
  async function takeBatch(): Promise<boolean> {
    if (stop.signal.aborted || running.size >= batches) return false;
    const holder = randomUUID();
    const events = await webhookEvents.claim({ holder, leaseMs }, batch);
    if (events.length === 0) return false;
    const work = runBatch(holder, await withoutLost(holder, events));
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
