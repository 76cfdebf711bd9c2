/** Small values and locks that replicas share. It never fails: where the shared place is away, it is this process's own. */
export interface SharedStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Runs the work while nobody else holds this key's lock; waits for it as long as it takes. A holder keeps the lock while its work
   * runs; one that died loses it after `ttlMs`. Rejects only with what the work rejects with.
   */
  lock<T>(key: string, ttlMs: number, work: () => Promise<T>): Promise<T>;
}

/** How long what a dead process held stays held, milliseconds: longer than a living one's event loop is late, and short enough to be waited for. */
export const usualLockMs = 3000;

/** The shared store of a single process. Expired values go when they are read or when another is set. */
export function memoryStore(now: () => number = Date.now): SharedStore {
  const values = new Map<string, { readonly value: string; readonly expiresAt: number }>();
  const queues = new Map<string, Promise<unknown>>();

  return {
    async get(key) {
      const entry = values.get(key);
      if (entry !== undefined && entry.expiresAt <= now()) values.delete(key);
      return values.get(key)?.value;
    },
    async set(key, value, ttlMs) {
      for (const [other, entry] of values) if (entry.expiresAt <= now()) values.delete(other);
      values.set(key, { value, expiresAt: now() + ttlMs });
    },
    async delete(key) {
      values.delete(key);
    },
    async lock(key, _ttlMs, work) {
      const turn = (queues.get(key) ?? Promise.resolve()).then(work);
      const settled = turn.catch(() => undefined);
      queues.set(key, settled);
      try {
        return await turn;
      } finally {
        if (queues.get(key) === settled) queues.delete(key);
      }
    },
  };
}
