import type { MovableClock } from '../kit/clock.ts';
import type { Reply } from '../kit/exchange.ts';
import { plainRefusal } from './errors.ts';
import type { IctergezochtSwitches } from './switches.ts';

const windowMs = 60_000;

/**
 * The two limits of the document, over any 60 seconds of the sandbox's clock: the strictest reading, which a client that obeys a
 * fixed window from its first request obeys too. A refused request does not count.
 */
export class RateLimits {
  /** When the counted requests of the last window came, oldest first, by whose they are. */
  readonly #counted = new Map<string, number[]>();
  readonly #clock: MovableClock;
  readonly #switches: IctergezochtSwitches;

  constructor(clock: MovableClock, switches: IctergezochtSwitches) {
    this.#clock = clock;
    this.#switches = switches;
  }

  /** Counts a request of an IP address, or refuses it. */
  refuseAddress(address: string): Reply | undefined {
    return this.#refuse(`ip ${address}`, this.#switches.ipLimit);
  }

  /** Counts a request of an account, or refuses it. */
  refuseAccount(account: string): Reply | undefined {
    return this.#refuse(`account ${account}`, this.#switches.accountLimit);
  }

  /** Forgets every counted request. */
  clear(): void {
    this.#counted.clear();
  }

  #refuse(whose: string, limit: number): Reply | undefined {
    const now = this.#clock.now();
    // Times ahead of the clock remain from before a test moved it back.
    const recent = (this.#counted.get(whose) ?? []).filter((at) => at <= now && at > now - windowMs);
    this.#counted.set(whose, recent);
    if (recent.length < limit) {
      recent.push(now);
      return undefined;
    }
    const freeAt = (recent.at(-Math.max(limit, 1)) ?? now) + windowMs;
    const headers = this.#switches.sendRetryAfter ? { 'retry-after': String(Math.max(1, Math.ceil((freeAt - now) / 1000))) } : undefined;
    return plainRefusal(429, 'Het maximaal aantal requests is bereikt.', headers);
  }
}
