import type { MovableClock } from '../kit/clock.ts';
import type { Random } from '../kit/random.ts';
import { type Account, accounts } from './accounts.ts';
import { CsoFault } from './fault.ts';

const lifetimeMs = 20 * 60_000;

interface LiveKey {
  readonly key: string;
  readonly issuedMs: number;
}

/** API keys (CSO document, 5.1): at most one an account, 20 minutes long. */
export class Keys {
  readonly #clock: MovableClock;
  readonly #random: Random;
  readonly #live = new Map<string, LiveKey>();

  constructor(clock: MovableClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** The account's new key; its old one is dead from here on, unless `keepLiving`. */
  issue(username: string, password: string, keepLiving: boolean): string {
    const account = accounts.find((each) => each.username === username && each.password === password);
    if (account === undefined) throw new CsoFault(403, 'Could not find an API user with the given credentials');
    const living = this.live(username);
    if (keepLiving && living !== null) return living;
    const key = this.#random.uuid();
    this.#live.set(username, { key, issuedMs: this.#clock.now() });
    return key;
  }

  /** The account's key as it lives now; null where it has none. */
  live(username: string): string | null {
    const live = this.#live.get(username);
    if (live === undefined) return null;
    return this.#clock.now() < live.issuedMs + lifetimeMs ? live.key : null;
  }

  owner(key: string): Account | null {
    return accounts.find((account) => this.live(account.username) === key) ?? null;
  }

  /** Ends a key before its time, as when somebody else asks for one with the same account. */
  expire(username: string): void {
    this.#live.delete(username);
  }
}
