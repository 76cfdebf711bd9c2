import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import type { RedisClient, RedisConnection } from './redis.ts';

export interface CacheEntry<T> {
  readonly value: T;
  /** Epoch milliseconds, as are the others. */
  readonly fetchedAt: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
}

export interface KeyedEntry {
  readonly key: string;
  readonly entry: CacheEntry<unknown>;
}

/** Raised when what is kept changes its shape, so that replicas of two versions do not read each other's. */
const layout = 1;

const keysPerScan = 500;

/** The cache that replicas share. When Redis is away or breaks, it is empty and forgets what it is given. */
export class CacheTier {
  readonly #client: RedisClient;
  readonly #namespace: string;
  readonly #keyv: Keyv;

  constructor({ client, prefix }: RedisConnection) {
    this.#client = client;
    this.#namespace = `${prefix}cache${layout}`;
    this.#keyv = new Keyv(new KeyvRedis(client, { namespace: this.#namespace, keyPrefixSeparator: ':' }), {
      namespace: this.#namespace,
      useKeyPrefix: false,
      emitErrors: false,
    });
  }

  async getMany(keys: readonly string[]): Promise<(CacheEntry<unknown> | undefined)[]> {
    if (!this.#client.isReady || keys.length === 0) return keys.map(() => undefined);
    try {
      const found: unknown[] = await this.#keyv.getMany([...keys]);
      return keys.map((_key, index) => (isEntry(found[index]) ? found[index] : undefined));
    } catch {
      return keys.map(() => undefined);
    }
  }

  async setMany(entries: readonly KeyedEntry[], now: number): Promise<void> {
    if (!this.#client.isReady || entries.length === 0) return;
    const rows = entries.map(({ key, entry }) => ({ key, value: entry, ttl: Math.max(1, Math.ceil(entry.staleUntil - now)) }));
    await this.#keyv.setMany(rows).catch(() => undefined);
  }

  async delete(key: string): Promise<void> {
    if (!this.#client.isReady) return;
    await this.#keyv.delete(key).catch(() => undefined);
  }

  async deletePrefix(prefix: string): Promise<void> {
    if (!this.#client.isReady) return;
    const pattern = `${this.#namespace}:${prefix}`.replaceAll(/[\\*?[\]]/g, String.raw`\$&`);
    try {
      for await (const keys of this.#client.scanIterator({ MATCH: `${pattern}*`, COUNT: keysPerScan })) {
        if (keys.length > 0) await this.#client.unlink(keys);
      }
    } catch {
      // Redis went away meanwhile; what it still holds ends with its time to live.
    }
  }
}

function isEntry(value: unknown): value is CacheEntry<unknown> {
  if (typeof value !== 'object' || value === null || !('value' in value)) return false;
  return (
    'fetchedAt' in value &&
    typeof value.fetchedAt === 'number' &&
    'freshUntil' in value &&
    typeof value.freshUntil === 'number' &&
    'staleUntil' in value &&
    typeof value.staleUntil === 'number'
  );
}
