import { TimeoutError } from './errors.ts';
import { type SharedStore, usualLockMs } from './shared.ts';
import { type Member, waitFor } from './waiting.ts';

export interface LoadedToken {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface SharedTokenOptions {
  /** Names the token in the shared store: upstream and account, never the credential itself. */
  readonly name: string;
  readonly shared: SharedStore;
  /** Asks the upstream for a new token, until the deadline where one is given. The signal is aborted by `discard`. */
  readonly load: (signal: AbortSignal, deadline: number | undefined) => Promise<LoadedToken>;
  /** How long before its end a token is replaced; never more than half its life. */
  readonly earlyMs: number;
  /** What a call for a token has at least, however little time who caused it has left: those behind wait for it too. */
  readonly leastMs?: number;
  /** How long after the death of the replica that asks another one does. */
  readonly lockMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** Who waits for a token, and until when; without a word, as long as it takes. */
export type TokenUser = Pick<Member, 'method' | 'path' | 'signal' | 'deadline'>;

/** A token that all callers and all replicas share. */
export interface SharedToken {
  /** A token that is still good. Rejects with what `load` rejects with, and when who waits has left or has no more time. */
  get(user?: TokenUser): Promise<string>;
  /** Another token than the one that the upstream refused; asks for one only where nobody has done so yet. */
  renew(dead: string, user?: TokenUser): Promise<string>;
  /** Whether another replica obtained this token. Where replicas end each other's, it may be dead already. */
  isAnothers(token: string): boolean;
  /** Forgets the token here and in the shared store, and breaks off the call for a new one. */
  discard(): Promise<void>;
}

interface KeptToken extends LoadedToken {
  /** Epoch milliseconds from which a new one is fetched behind. */
  readonly renewAt: number;
}

/** A call for a token under way. */
interface TokenFlight {
  readonly token: Promise<KeptToken>;
  /** Epoch milliseconds; absent where it takes as long as it takes. */
  readonly deadline: number | undefined;
}

/** Time between two tries to replace a token early; the old one is still good meanwhile. */
const earlyRetryMs = 5000;

/**
 * Lazy, early, single-flight in this process and, under a lock, among replicas. A call for a token ends with the time of who caused it, as an
 * upstream that was silent would else be waited for when it is well again; who has more time then asks anew.
 */
export function sharedToken(options: SharedTokenOptions): SharedToken {
  const { name, shared, load, earlyMs, leastMs = 2000, lockMs = usualLockMs, now = Date.now } = options;
  const key = `token:${name}`;
  let current: KeptToken | undefined;
  let anothers: string | undefined;
  let flight: TokenFlight | undefined;
  let controller = new AbortController();
  let noEarlyTryBefore = 0;

  async function obtain(dead: string | undefined, deadline: number | undefined): Promise<KeptToken> {
    return shared.lock(key, lockMs, async () => {
      const stored = parseKept(await shared.get(key));
      if (stored !== undefined && stored.value !== dead && now() < stored.renewAt) {
        anothers = stored.value;
        return stored;
      }
      const askedAt = now();
      const { value, expiresAt } = await load(controller.signal, deadline === undefined ? undefined : Math.max(deadline, askedAt + leastMs));
      const kept = { value, expiresAt, renewAt: expiresAt - Math.min(earlyMs, (expiresAt - askedAt) / 2) };
      await shared.set(key, JSON.stringify(kept), Math.max(1, expiresAt - now()));
      return kept;
    });
  }

  function launch(dead: string | undefined, deadline: number | undefined): TokenFlight {
    const token = obtain(dead, deadline)
      .then((loaded) => {
        current = loaded;
        return loaded;
      })
      .finally(() => {
        flight = undefined;
      });
    // Who waits for it may be gone by the time that it fails.
    token.catch(() => undefined);
    flight = { token, deadline };
    return flight;
  }

  async function singleFlight(dead: string | undefined, user: TokenUser | undefined): Promise<KeptToken> {
    for (;;) {
      const joined = flight;
      const { token, deadline = Number.POSITIVE_INFINITY } = joined ?? launch(dead, user?.deadline);
      try {
        return await (user === undefined ? token : waitFor(token, user, now));
      } catch (error) {
        const mine = user?.deadline ?? Number.POSITIVE_INFINITY;
        if (joined === undefined || !(error instanceof TimeoutError) || mine <= deadline || mine <= now()) throw error;
      }
    }
  }

  return {
    async get(user) {
      if (current === undefined || now() >= current.expiresAt) return (await singleFlight(undefined, user)).value;
      if (now() >= current.renewAt && now() >= noEarlyTryBefore) {
        noEarlyTryBefore = now() + earlyRetryMs;
        singleFlight(undefined, undefined).catch(() => undefined);
      }
      return current.value;
    },

    async renew(dead, user) {
      // What is under way may bring another token, or still the dead one.
      const underWay = flight?.token.then(() => undefined, () => undefined);
      if (underWay !== undefined) await (user === undefined ? underWay : waitFor(underWay, user, now));
      if (current !== undefined && current.value !== dead && now() < current.expiresAt) return current.value;
      return (await singleFlight(dead, user)).value;
    },

    isAnothers: (token) => token === anothers,

    async discard() {
      controller.abort();
      controller = new AbortController();
      current = undefined;
      await shared.delete(key);
    },
  };
}

function parseKept(text: string | undefined): KeptToken | undefined {
  if (text === undefined) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is KeptToken {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'value' in value &&
    typeof value.value === 'string' &&
    'expiresAt' in value &&
    typeof value.expiresAt === 'number' &&
    'renewAt' in value &&
    typeof value.renewAt === 'number'
  );
}
