import type { Caller, Context } from '../../context.ts';
import { IssuerUnavailable } from '../../domain/errors.ts';
import type { Plant } from '../plant.ts';

/** How often it is looked whether a subscriber may still listen, where nothing happens meanwhile, milliseconds. */
const askAgainMs = 60_000;

/** Who listens, however it came in. */
export interface Listener {
  readonly caller: Caller;
  /** Whose subscriptions are counted together. */
  readonly payer: string;
  /** Who it is by now. @throws Unauthenticated where its key or token does not hold any more */
  identify(): Promise<Caller>;
  /** What the operation costs it is taken from. The seconds to wait where it has not enough, else null. */
  spend(cost: number): Promise<number | null>;
  /** The same also where it has less, for what was read and refused. */
  charge(cost: number): Promise<void>;
  /** Aborted when it has left. */
  readonly signal: AbortSignal;
}

/** Whose accounts a subscriber hears is settled when it begins. */
export class Changed extends Error {
  override readonly name = 'Changed';
}

/** A listener of one subscription. It is cut off where its key or token does not hold any more; `over` has to be called at its end. */
export class Listening {
  readonly #listener: Listener;
  readonly #contexts: Plant['contexts'];
  readonly #config: Pick<Plant['config'], 'operationTimeoutMs' | 'sourceTimeoutMs'>;
  readonly #ending = new AbortController();
  readonly #watch: NodeJS.Timeout;
  #cutOff: Error | null = null;
  #endEvent: (() => void) | null = null;

  constructor(listener: Listener, { contexts, config }: Pick<Plant, 'contexts' | 'config'>) {
    this.#listener = listener;
    this.#contexts = contexts;
    this.#config = config;
    if (listener.signal.aborted) this.leave();
    listener.signal.addEventListener('abort', this.leave, { once: true });
    this.#watch = setInterval(() => void this.#stillThere().catch(() => undefined), askAgainMs);
    this.#watch.unref();
  }

  /** Why it was cut off; null where it was not. */
  get cutOff(): Error | null {
    return this.#cutOff;
  }

  /** What the subscription begins with, and has until its end. */
  context(): Context {
    return this.#contextOf(this.#listener.caller, this.#ending.signal);
  }

  /**
   * An event is read with what its subscriber has at hand then, and with nothing that was read for another event.
   * @throws what cuts it off
   */
  async contextOfEvent(): Promise<Context> {
    const caller = await this.#stillThere();
    const event = new AbortController();
    const end = () => event.abort();
    const timer = setTimeout(end, this.#config.operationTimeoutMs);
    this.#ending.signal.addEventListener('abort', end, { once: true });
    this.#endEvent = () => {
      clearTimeout(timer);
      this.#ending.signal.removeEventListener('abort', end);
      end();
    };
    return this.#contextOf(caller, event.signal);
  }

  /** What is still read for the last event is not wanted any more. */
  eventOver(): void {
    this.#endEvent?.();
  }

  readonly leave = (): void => this.#ending.abort();

  over(): void {
    clearInterval(this.#watch);
    this.#listener.signal.removeEventListener('abort', this.leave);
    this.leave();
  }

  /** Rights may end, and credentials change, while somebody listens. */
  async #stillThere(): Promise<Caller> {
    try {
      const caller = await this.#listener.identify();
      if (!isSame(caller, this.#listener.caller)) throw new Changed();
      return caller;
    } catch (error) {
      // What cannot be judged just now is as it was.
      if (error instanceof IssuerUnavailable) return this.#listener.caller;
      this.#cutOff = error instanceof Error ? error : new Changed();
      this.leave();
      throw error;
    }
  }

  #contextOf(caller: Caller, signal: AbortSignal): Context {
    return this.#contexts.forWork(caller, { signal, callMs: this.#config.sourceTimeoutMs, priority: 'interactive' });
  }
}

function isSame(now: Caller, then: Caller): boolean {
  return now.viewer.id === then.viewer.id && now.ownCredentials.size === then.ownCredentials.size && [...now.ownCredentials].every((source) => then.ownCredentials.has(source));
}
