import { type SharedStore, usualLockMs } from './shared.ts';

export interface LoadedToken {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface SharedTokenOptions {
  /** Names the token in the shared store: upstream and account, never the credential itself. */
  readonly name: string;
  readonly shared: SharedStore;
  /** Asks the upstream for a new token. The signal is aborted by `discard`. */
  readonly load: (signal: AbortSignal) => Promise<LoadedToken>;
  /** How long before its end a token is replaced; never more than half its life. */
  readonly earlyMs: number;
  /** How long after the death of the replica that asks another one does. */
  readonly lockMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** A token that all callers and all replicas share. */
export interface SharedToken {
  /** A token that is still good. Rejects with what `load` rejects with. */
  get(): Promise<string>;
  /** Another token than the one that the upstream refused; asks for one only where nobody has done so yet. */
  renew(dead: string): Promise<string>;
  /** Forgets the token here and in the shared store, and breaks off the call for a new one. */
  discard(): Promise<void>;
}

interface KeptToken extends LoadedToken {
  /** Epoch milliseconds from which a new one is fetched behind. */
  readonly renewAt: number;
}

/** Time between two tries to replace a token early; the old one is still good meanwhile. */
const earlyRetryMs = 5000;

/** Lazy, early, single-flight in this process and, under a lock, among replicas. */
export function sharedToken(options: SharedTokenOptions): SharedToken {
  const { name, shared, load, earlyMs, lockMs = usualLockMs, now = Date.now } = options;
  const key = `token:${name}`;
  let current: KeptToken | undefined;
  let flight: Promise<KeptToken> | undefined;
  let controller = new AbortController();
  let noEarlyTryBefore = 0;

  async function obtain(dead: string | undefined): Promise<KeptToken> {
    return shared.lock(key, lockMs, async () => {
      const stored = parseKept(await shared.get(key));
      if (stored !== undefined && stored.value !== dead && now() < stored.renewAt) return stored;
      const askedAt = now();
      const { value, expiresAt } = await load(controller.signal);
      const kept = { value, expiresAt, renewAt: expiresAt - Math.min(earlyMs, (expiresAt - askedAt) / 2) };
      await shared.set(key, JSON.stringify(kept), Math.max(1, expiresAt - now()));
      return kept;
    });
  }

  function singleFlight(dead: string | undefined): Promise<KeptToken> {
    flight ??= obtain(dead)
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  }

  return {
    async get() {
      if (current === undefined || now() >= current.expiresAt) return (await singleFlight(undefined)).value;
      if (now() >= current.renewAt && now() >= noEarlyTryBefore) {
        noEarlyTryBefore = now() + earlyRetryMs;
        singleFlight(undefined).catch(() => undefined);
      }
      return current.value;
    },

    async renew(dead) {
      // What is under way may bring another token, or still the dead one.
      await flight?.catch(() => undefined);
      if (current !== undefined && current.value !== dead && now() < current.expiresAt) return current.value;
      return (await singleFlight(dead)).value;
    },

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
