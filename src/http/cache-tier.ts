import { randomUUID } from 'node:crypto';
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
/** Longer than any load takes: only what began before a deletion has to know of it. */
const generationSeconds = 3600;

const channel = 'cache-deleted';

/**
 * Writes unless something was deleted since the generation that is given. In one step, so that no delete comes in between. KEYS: the
 * generation, then the entries. ARGV: the generation, then a value and ms to live for each.
 */
const setUnlessDeleted = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
for i = 2, #KEYS do redis.call('SET', KEYS[i], ARGV[2 * i - 2], 'PX', ARGV[2 * i - 1]) end
return 1
`;

/** What another replica deleted: a key, or all that begins with a prefix; `everything` when it is not known what. */
export type Deleted = { readonly key: string } | { readonly prefix: string } | 'everything';

/** The cache that replicas share. When Redis is away or breaks, it is empty and forgets what it is given. */
export class CacheTier {
  readonly #client: RedisClient;
  readonly #namespace: string;
  readonly #generationKey: string;
  readonly #channel: string;
    readonly #self = randomUUID();
  readonly #keyv: Keyv;

  /** @param onDeleted called for what others delete, soon after they did */
  constructor(connection: RedisConnection, onDeleted: (what: Deleted) => void) {
    const { client, prefix } = connection;
    this.#client = client;
    this.#generationKey = `${prefix}cache-generation`;
    this.#channel = `${prefix}${channel}`;
    connection.listen(channel, {
      heard: (message) => {
        const { by, what } = parseMessage(message);
        if (by !== this.#self) onDeleted(what);
      },
      missed: () => onDeleted('everything'),
    });
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

  /** Another one after every deletion by anyone; undefined when Redis is away. To be asked before what is to be written is loaded. */
  async generation(): Promise<string | undefined> {
    if (!this.#client.isReady) return undefined;
    return this.#client.get(this.#generationKey).then(
      (generation) => generation ?? '',
      () => undefined,
    );
  }

  /** Writes what was loaded since the generation, unless anything was deleted meanwhile: it may be what was deleted. */
  async setMany(entries: readonly KeyedEntry[], now: number, generation: string | undefined): Promise<void> {
    if (!this.#client.isReady || generation === undefined || entries.length === 0) return;
    const values: string[] = [];
    for (const { entry } of entries) {
      const ttl = Math.max(1, Math.ceil(entry.staleUntil - now));
      values.push(String(await this.#keyv.serializeData({ value: entry, expires: Date.now() + ttl })), String(ttl));
    }
    const keys = [this.#generationKey, ...entries.map(({ key }) => `${this.#namespace}:${key}`)];
    await this.#client.eval(setUnlessDeleted, { keys, arguments: [generation, ...values] }).catch(() => undefined);
  }

  async delete(key: string): Promise<void> {
    await this.#deleting({ key }, () => this.#keyv.delete(key));
  }

  async deletePrefix(prefix: string): Promise<void> {
    await this.#deleting({ prefix }, () => this.#unlinkAll(prefix));
  }

  /** Others are told when it is gone here, so that they do not read it anew. */
  async #deleting(what: Exclude<Deleted, 'everything'>, work: () => Promise<unknown>): Promise<void> {
    if (!this.#client.isReady) return;
    try {
      await this.#client.set(this.#generationKey, randomUUID(), { expiration: { type: 'EX', value: generationSeconds } });
      await work();
      await this.#client.publish(this.#channel, JSON.stringify({ by: this.#self, ...what }));
    } catch {
      // Redis went away meanwhile; what it and other replicas still hold ends with its time to live.
    }
  }

  async #unlinkAll(prefix: string): Promise<void> {
    const pattern = `${this.#namespace}:${prefix}`.replaceAll(/[\\*?[\]]/g, String.raw`\$&`);
    for await (const keys of this.#client.scanIterator({ MATCH: `${pattern}*`, COUNT: keysPerScan })) {
      if (keys.length > 0) await this.#client.unlink(keys);
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

/** What cannot be read, of another version perhaps, may have deleted anything. */
function parseMessage(text: string): { readonly by: string; readonly what: Deleted } {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null || !('by' in message)) return { by: '', what: 'everything' };
    const by = String(message.by);
    if ('key' in message && typeof message.key === 'string') return { by, what: { key: message.key } };
    if ('prefix' in message && typeof message.prefix === 'string') return { by, what: { prefix: message.prefix } };
  } catch {
    // Said below.
  }
  return { by: '', what: 'everything' };
}
