import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Audit } from '../store/audit.ts';
import { type Hold, LeaseLost, type Operations, type Steps, turnOperation } from '../store/operations.ts';

/** One mutation of one caller. */
export interface Run {
  readonly client: string;
  /** The caller's idempotency key. */
  readonly key: string;
  readonly operation: string;
  readonly inputHash: string;
}

/** Where a run writes down how far it is. */
export interface Book {
  /** What an earlier run of it that was cut off had written. */
  readonly steps: Steps;
  /** Durable when it returns. @throws LeaseLost where another process runs it now: nothing more may be sent */
  record(step: string, state: unknown): Promise<void>;
}

/** How a run ended: `settled` is replayed from now on, `unsettled` is taken up again when it is asked for again, `forgotten` frees its key. */
export interface Ended<T> {
  readonly outcome: T;
  readonly as: 'settled' | 'unsettled' | 'forgotten';
}

export type Ran<T> =
  | { readonly kind: 'done'; readonly outcome: T; readonly replayed: boolean }
  /** The key belongs to another input. */
  | { readonly kind: 'conflict' }
  /** Somebody else runs it, and longer than a caller can wait. */
  | { readonly kind: 'busy' };

export interface RunnerOptions {
  readonly operations: Operations;
  /** Told of a run whose process died, once it is taken up again. */
  readonly audit: Pick<Audit, 'interrupt'>;
  /** How long a run counts as alive without a sign of life, milliseconds. */
  readonly leaseMs?: number;
  /** How long a caller waits for another's run, milliseconds. */
  readonly waitMs?: number;
}

/** Between two looks at whether another process is done, milliseconds. */
const lookEveryMs = 100;

/**
 * Runs mutations once: of equal ones at a time one runs and the others wait for what comes of it, in this process and in others.
 * One that a crash cut off is taken up again from its book once its lease has run out.
 */
export class OperationRunner {
  readonly #operations: Operations;
  readonly #audit: RunnerOptions['audit'];
  readonly #leaseMs: number;
  readonly #waitMs: number;
  readonly #running = new Set<Promise<unknown>>();
  readonly #here = new Map<string, Promise<unknown>>();

  constructor({ operations, audit, leaseMs = 5000, waitMs = 12_000 }: RunnerOptions) {
    this.#operations = operations;
    this.#audit = audit;
    this.#leaseMs = leaseMs;
    this.#waitMs = waitMs;
  }

  /** Runs work under a caller's key, or replays what came of it. `outcome` must be JSON. */
  run<T>({ client, key, operation, inputHash }: Run, work: (book: Book) => Promise<Ended<T>>): Promise<Ran<T>> {
    return this.#track(this.#take({ client, key: `key:${key}`, operation, inputHash }, work));
  }

  /** Runs work while nobody else runs work of that caller under that name. Its book tells whether that still holds. */
  exclusively<T>(client: string, name: string, work: (book: Book) => Promise<T>): Promise<Ran<T>> {
    return this.#track(this.#take({ client, key: `lock:${name}`, operation: turnOperation, inputHash: '' }, async (book) => ({ outcome: await work(book), as: 'forgotten' })));
  }

  /** Work that ends by itself, and that closing the store waits for. */
  finish<T>(work: () => Promise<T>): Promise<T> {
    return this.#track(work());
  }

  /** Waits until nothing runs. */
  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  #track<T>(running: Promise<T>): Promise<T> {
    this.#running.add(running);
    const forget = () => void this.#running.delete(running);
    running.then(forget, forget);
    return running;
  }

  async #take<T>(run: Run, work: (book: Book) => Promise<Ended<T>>): Promise<Ran<T>> {
    const name = `${run.client}\n${run.key}`;
    for (let waitedMs = 0; waitedMs <= this.#waitMs; ) {
      const holder = randomUUID();
      const begun = await this.#operations.begin({ ...run, holder, leaseMs: this.#leaseMs });
      switch (begun.kind) {
        case 'conflict':
          return { kind: 'conflict' };
        case 'replay':
          return { kind: 'done', outcome: asWritten<T>(begun.outcome), replayed: true };
        case 'running':
          waitedMs += await this.#waitFor(name);
          break;
        case 'new':
        case 'resume': {
          // What cannot be marked so is known by its age.
          if (begun.kind === 'resume') await this.#audit.interrupt(run).catch(ignore);
          const steps = begun.kind === 'resume' ? begun.steps : new Map<string, unknown>();
          const ending = this.#hold({ id: begun.id, holder, leaseMs: this.#leaseMs }, steps, work);
          this.#here.set(name, ending);
          try {
            return { kind: 'done', outcome: await ending, replayed: false };
          } catch (error) {
            if (!(error instanceof LeaseLost)) throw error;
          } finally {
            if (this.#here.get(name) === ending) this.#here.delete(name);
          }
        }
      }
    }
    return { kind: 'busy' };
  }

  async #hold<T>(hold: Hold, steps: Steps, work: (book: Book) => Promise<Ended<T>>): Promise<T> {
    const operations = this.#operations;
    const { id, holder } = hold;
    // A sign of life that fails shows at the next step.
    const alive = setInterval(() => void operations.renewLease(hold).catch(() => undefined), this.#leaseMs / 4);
    try {
      const { outcome, as } = await work({ steps, record: (step, state) => operations.recordStep(hold, step, state) });
      if (as === 'settled') await operations.finish(id, holder, outcome);
      else if (as === 'forgotten') await operations.discard(id, holder);
      else await operations.release(id, holder);
      return outcome;
    } catch (error) {
      await operations.release(id, holder).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(alive);
    }
  }

  /** Waits for the run of this process, or a moment for another's. @returns how long, milliseconds */
  async #waitFor(name: string): Promise<number> {
    const startedAt = performance.now();
    const here = this.#here.get(name)?.then(ignore, ignore);
    const cancel = new AbortController();
    const pause = sleepFor(here === undefined ? lookEveryMs : this.#leaseMs, undefined, { signal: cancel.signal }).catch(ignore);
    await (here === undefined ? pause : Promise.race([here, pause]));
    cancel.abort();
    return Math.max(1, performance.now() - startedAt);
  }
}

function ignore(): void {}

/** An outcome is read back under the operation that wrote it. */
function asWritten<T>(outcome: unknown): T {
  return outcome as T;
}
