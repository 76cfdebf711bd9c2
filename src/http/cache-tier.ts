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
/** So many deletions are remembered one by one while Redis is away; of more, everything is deleted. */
const mostOwed = 1000;

const channel = 'cache-deleted';

/**
 * Writes unless something was deleted since the generation that is given, or Redis lost it and so may have lost a deletion. In one step, so
 * that no delete comes in between. KEYS: the generation, then the entries. ARGV: the generation, then a value and ms to live for each.
 */
const setUnlessDeleted = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
for i = 2, #KEYS do redis.call('SET', KEYS[i], ARGV[2 * i - 2], 'PX', ARGV[2 * i - 1]) end
return 1
`;

/** What another replica deleted: a key, or all that begins with a prefix; `everything` when it is not known what. */
export type Deleted = Named | 'everything';
type Named = { readonly key: string } | { readonly prefix: string };

/**
 * The cache that replicas share. When Redis is away or breaks, it is empty and forgets what it is given; what is deleted meanwhile is
 * deleted when it is back, before anything else is read from it.
 */
export class CacheTier {
  readonly #client: RedisClient;
  readonly #namespace: string;
  readonly #generationKey: string;
  readonly #channel: string;
  readonly #self = randomUUID();
  readonly #keyv: Keyv;
  /** What is still to be deleted, by name. */
  readonly #owed = new Map<string, Named>();
  #paying: Promise<boolean> | undefined;

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
    client.on('ready', () => void this.#isReady());
    this.#namespace = `${prefix}cache${layout}`;
    this.#keyv = new Keyv(new KeyvRedis(client, { namespace: this.#namespace, keyPrefixSeparator: ':' }), {
      namespace: this.#namespace,
      useKeyPrefix: false,
      emitErrors: false,
    });
  }

  async getMany(keys: readonly string[]): Promise<(CacheEntry<unknown> | undefined)[]> {
    if (keys.length === 0 || !(await this.#isReady())) return keys.map(() => undefined);
    try {
      const found: unknown[] = await this.#keyv.getMany([...keys]);
      return keys.map((_key, index) => (isEntry(found[index]) ? found[index] : undefined));
    } catch {
      return keys.map(() => undefined);
    }
  }

  /** Another one after every deletion by anyone; undefined when Redis is away. To be asked before what is to be written is loaded. */
  async generation(): Promise<string | undefined> {
    if (!(await this.#isReady())) return undefined;
    try {
      const known = await this.#client.get(this.#generationKey);
      if (known !== null) return known;
      // Never none: after a Redis that restarted empty, none would look like before the first deletion.
      await this.#client.set(this.#generationKey, randomUUID(), { condition: 'NX', expiration: { type: 'EX', value: generationSeconds } });
      return (await this.#client.get(this.#generationKey)) ?? undefined;
    } catch {
      return undefined;
    }
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
    await this.#deleting({ key });
  }

  async deletePrefix(prefix: string): Promise<void> {
    await this.#deleting({ prefix });
  }

  async #deleting(what: Named): Promise<void> {
    if (this.#client.isReady && this.#owed.size === 0 && (await this.#deletes(what))) return;
    this.#owe(what);
    await this.#isReady();
  }

  /** Whether it is deleted. Others are told when it is gone here, so that they do not read it anew. */
  async #deletes(what: Named): Promise<boolean> {
    try {
      await this.#client.set(this.#generationKey, randomUUID(), { expiration: { type: 'EX', value: generationSeconds } });
      await ('key' in what ? this.#client.unlink(`${this.#namespace}:${what.key}`) : this.#unlinkAll(what.prefix));
      await this.#client.publish(this.#channel, JSON.stringify({ by: this.#self, ...what }));
      return true;
    } catch {
      return false;
    }
  }

  #owe(what: Named): void {
    const isTooMuch = this.#owed.size >= mostOwed;
    if (isTooMuch) this.#owed.clear();
    const owed = isTooMuch ? { prefix: '' } : what;
    this.#owed.set(JSON.stringify(owed), owed);
  }

  /** Whether Redis can be asked, and nothing is left in it that was to be deleted. */
  async #isReady(): Promise<boolean> {
    if (!this.#client.isReady) return false;
    if (this.#owed.size === 0 && this.#paying === undefined) return true;
    this.#paying ??= this.#pay().finally(() => {
      this.#paying = undefined;
    });
    return this.#paying;
  }

  async #pay(): Promise<boolean> {
    for (const [name, what] of this.#owed) {
      // Before it is done: who owes the same meanwhile owes it once more.
      this.#owed.delete(name);
      if (await this.#deletes(what)) continue;
      this.#owe(what);
      return false;
    }
    return true;
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
