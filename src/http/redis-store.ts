import { randomUUID } from 'node:crypto';
import { memoryStore, type SharedStore } from './shared.ts';
import type { RedisConnection } from './redis.ts';
import { sleep as realSleep, type Sleep } from './waiting.ts';

/** Only the holder may release: its lock may have expired and be another's by now. */
const releaseScript = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** A holder that is alive keeps its lock however long its work takes. */
const keepScript = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";
/** How often it says so in its time to live, so that a turn that is lost costs no lock; and for how many such times, as work that never ends is as good as dead. */
const keepsPerTtl = 3;
const longestTtls = 10;

const firstPollMs = 10;
const longestPollMs = 250;

/** The shared store in Redis. When Redis is away each operation falls back to this process's own memory. */
export function redisStore(
  { client, prefix }: RedisConnection,
  { sleep = realSleep }: { readonly sleep?: Sleep } = {},
): SharedStore {
  const own = memoryStore();

  async function acquire(name: string, holder: string, ttlMs: number): Promise<'held' | 'away'> {
    try {
      for (let pollMs = firstPollMs; ; pollMs = Math.min(longestPollMs, pollMs * 2)) {
        const reply = await client.set(name, holder, { condition: 'NX', expiration: { type: 'PX', value: ttlMs } });
        if (reply === 'OK') return 'held';
        await sleep(pollMs * (0.5 + Math.random() / 2));
      }
    } catch {
      return 'away';
    }
  }

  /** Keeps a lock until it is called. */
  function keeping(name: string, holder: string, ttlMs: number): () => void {
    let left = keepsPerTtl * longestTtls;
    const timer = setInterval(() => {
      left -= 1;
      if (left === 0) clearInterval(timer);
      client.eval(keepScript, { keys: [name], arguments: [holder, String(ttlMs)] }).catch(() => undefined);
    }, ttlMs / keepsPerTtl);
    return () => clearInterval(timer);
  }

  return {
    async get(key) {
      try {
        return (await client.get(prefix + key)) ?? undefined;
      } catch {
        return own.get(key);
      }
    },
    async set(key, value, ttlMs) {
      try {
        await client.set(prefix + key, value, { expiration: { type: 'PX', value: Math.max(1, Math.round(ttlMs)) } });
      } catch {
        await own.set(key, value, ttlMs);
      }
    },
    async delete(key) {
      await own.delete(key);
      await client.del(prefix + key).catch(() => undefined);
    },
    async lock(key, ttlMs, work) {
      // Callers of one process queue here, so that only one of them polls Redis.
      return own.lock(key, ttlMs, async () => {
        const name = `${prefix}lock:${key}`;
        const holder = randomUUID();
        const held = await acquire(name, holder, ttlMs);
        const letGo = held === 'held' ? keeping(name, holder, ttlMs) : () => undefined;
        try {
          return await work();
        } finally {
          letGo();
          if (held === 'held') await client.eval(releaseScript, { keys: [name], arguments: [holder] }).catch(() => undefined);
        }
      });
    },
  };
}
