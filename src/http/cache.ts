import { LRUCache } from 'lru-cache';
import { CacheTier, type CacheEntry, type Deleted } from './cache-tier.ts';
import type { CachePolicy } from './call.ts';
import { Flights, type Budget } from './flights.ts';
import { mayComeBack } from './may-come-back.ts';
import type { RedisConnection } from './redis.ts';
import { roughBytes } from './rough-size.ts';
import type { Member } from './waiting.ts';

export interface CacheOptions {
  /** Behind the memory of this process; absent: memory only. */
  readonly shared?: RedisConnection | undefined;
  readonly maxEntries?: number;
  /** Rough bound of the memory taken by values. */
  readonly maxBytes?: number;
  /** Told what came of each read of a key. */
  readonly onRead?: ((key: string, outcome: ReadOutcome) => void) | undefined;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/** Fresh from the cache; past its freshness from the cache, while it is loaded anew or since that failed; not there, so that it has to be loaded. */
export type ReadOutcome = 'hit' | 'stale' | 'miss';

export interface Served<T> {
  readonly value: T;
  /** Epoch milliseconds at which the value was loaded. */
  readonly fetchedAt: number;
  /** Served past its freshness because loading it anew failed. */
  readonly stale: boolean;
}

export interface Read<T> extends Served<T> {
  /** Epoch milliseconds until which it is fresh, past where it is not; 0 where nobody can tell. */
  readonly freshUntil: number;
}

/** A value that is kept, and whether it is within its freshness. */
export interface Kept<T> {
  readonly value: T;
  readonly fetchedAt: number;
  readonly freshUntil: number;
  readonly fresh: boolean;
}

/** When a load began, so that what was deleted since is not written again. */
export interface Mark {
  readonly own: number;
  readonly shared: string | undefined;
}

type Load<T> = (budget: Budget) => Promise<T>;
type Life = Omit<CachePolicy, 'key'>;

/** Freshness differs by up to this part, so that what was loaded together is not all loaded together again. */
const jitter = 0.1;

export function createCache(options: CacheOptions = {}): Cache {
  return new Cache(options);
}

/**
 * Values by key, bounded in memory, shared through Redis where there is one. Values must survive JSON and are read-only. A key
 * holds everything that its value depends on: the credential it was fetched with, and the type.
 */
export class Cache {
  readonly #memory: LRUCache<string, CacheEntry<unknown>>;
  readonly #tier: CacheTier | undefined;
  readonly #lookups: Flights<CacheEntry<unknown> | undefined>;
  readonly #loads: Flights<CacheEntry<unknown>>;
  /** Keys whose last load behind failed. */
  readonly #failing = new LRUCache<string, true>({ max: 10_000 });
  readonly #onRead: CacheOptions['onRead'];
  readonly #now: () => number;
  readonly #random: () => number;
  /** Raised by every deletion, so that a load that began before it neither stores nor serves what it found. */
  #generation = 0;

  constructor({ shared, maxEntries = 10_000, maxBytes = 128 * 1024 * 1024, onRead, now = Date.now, random = Math.random }: CacheOptions) {
    this.#memory = new LRUCache({ max: maxEntries, maxSize: maxBytes, sizeCalculation: (entry) => roughBytes(entry) });
    this.#tier = shared === undefined ? undefined : new CacheTier(shared, (what) => this.#forget(what));
    this.#onRead = onRead;
    this.#now = now;
    this.#random = random;
    this.#lookups = new Flights(now);
    this.#loads = new Flights(now);
  }

  /**
   * The value of the policy's key: a fresh one at once; one past its freshness at once too, while it is loaded anew behind; else
   * what `load` brings. Concurrent reads load once. A member that leaves does not take the load from others; it is told until when what it
   * reads is fresh.
   * @throws what `load` throws, when there is nothing to serve in its place
   */
  async read<T>(policy: CachePolicy, load: Load<T>, member?: Member): Promise<Read<T>> {
    try {
      const known = this.#peek<T>(policy.key) ?? (await this.#lookUp<T>(policy.key, member));
      const read = known === undefined || known.staleUntil <= this.#now() ? await this.#readAnew(policy, load, member) : this.#readKept(known, policy, load);
      member?.lasting?.until(read.freshUntil);
      return read;
    } catch (error) {
      // Its reader may make do without it.
      member?.lasting?.until(0);
      throw error;
    }
  }

  async #readAnew<T>(policy: CachePolicy, load: Load<T>, member: Member | undefined): Promise<Read<T>> {
    this.#onRead?.(policy.key, 'miss');
    const { value, fetchedAt, freshUntil } = await this.#load(policy, load, member);
    return { value, fetchedAt, freshUntil, stale: false };
  }

  #readKept<T>({ value, fetchedAt, freshUntil }: CacheEntry<T>, policy: CachePolicy, load: Load<T>): Read<T> {
    const { key } = policy;
    const isFresh = freshUntil > this.#now();
    this.#onRead?.(key, isFresh ? 'hit' : 'stale');
    if (isFresh) return { value, fetchedAt, freshUntil, stale: false };
    const stale = this.#failing.has(key);
    void this.#loadBehind(policy, load);
    return { value, fetchedAt, freshUntil, stale };
  }

  /** What is kept of the keys, in their order, also past its freshness; undefined for the others. One call to Redis for all. */
  async getMany<T>(keys: readonly string[]): Promise<(Kept<T> | undefined)[]> {
    if (this.#tier !== undefined) await this.#lookUpMany(this.#tier, keys);
    const now = this.#now();
    return keys.map((key) => {
      const entry = this.#peek<T>(key);
      const known = entry === undefined || entry.staleUntil <= now ? undefined : { value: entry.value, fetchedAt: entry.fetchedAt, freshUntil: entry.freshUntil, fresh: entry.freshUntil > now };
      this.#onRead?.(key, known?.fresh === true ? 'hit' : 'miss');
      return known;
    });
  }

  /** To be taken before values are loaded that `setMany` is to keep. */
  async mark(): Promise<Mark> {
    const own = this.#generation;
    return { own, shared: await this.#tier?.generation() };
  }

  /**
   * Keeps the values, unless something was deleted since the mark, here or by another replica: it may be these.
   * @returns until when all of them are fresh, epoch milliseconds; 0 where they are not kept
   */
  async setMany<T>(values: Iterable<readonly [key: string, value: T]>, life: Life, mark?: Mark): Promise<number> {
    const { own, shared } = mark ?? (await this.mark());
    if (own !== this.#generation) return 0;
    const entries = Array.from(values, ([key, value]) => ({ key, entry: this.#entry(value, life) }));
    for (const { key, entry } of entries) this.#memory.set(key, entry);
    await this.#tier?.setMany(entries, this.#now(), shared);
    return entries.reduce((end, { entry }) => Math.min(end, entry.freshUntil), Number.POSITIVE_INFINITY);
  }

  /** Here and in Redis at once, at other replicas within moments. */
  async delete(key: string): Promise<void> {
    this.#forget({ key });
    if (this.#tier === undefined) return;
    await this.#tier.delete(key);
    this.#forget({ key });
  }

  /** As `delete`, for all keys that begin so. */
  async deletePrefix(prefix: string): Promise<void> {
    this.#forget({ prefix });
    if (this.#tier === undefined) return;
    await this.#tier.deletePrefix(prefix);
    // Readers may have taken it from there again meanwhile.
    this.#forget({ prefix });
  }

  /** Another number after every deletion, here or by another replica: what is read now may differ from what was read before. */
  get generation(): number {
    return this.#generation;
  }

  /** From this process's memory, and from what is being loaded into it. */
  #forget(what: Deleted): void {
    this.#generation += 1;
    if (what === 'everything') this.#memory.clear();
    else if ('key' in what) this.#memory.delete(what.key);
    else for (const key of Array.from(this.#memory.keys())) if (key.startsWith(what.prefix)) this.#memory.delete(key);
  }

  #peek<T>(key: string): CacheEntry<T> | undefined {
    const entry = this.#memory.get(key);
    return entry === undefined ? undefined : asWritten<T>(entry);
  }

  async #lookUp<T>(key: string, member: Member | undefined): Promise<CacheEntry<T> | undefined> {
    const tier = this.#tier;
    if (tier === undefined) return undefined;
    const generation = this.#generation;
    const found = await this.#lookups.join(`${generation}:${key}`, member, async () => {
      const [entry] = await tier.getMany([key]);
      if (entry === undefined || generation !== this.#generation) return undefined;
      this.#memory.set(key, entry);
      return entry;
    });
    return found === undefined ? undefined : asWritten<T>(found);
  }

  /**
   * Brings what is not fresh in memory from the shared cache, where another replica may have loaded it anew; unless something was deleted
   * meanwhile: it may be these.
   */
  async #lookUpMany(tier: CacheTier, keys: readonly string[]): Promise<void> {
    const now = this.#now();
    const missing = keys.filter((key) => (this.#peek(key)?.freshUntil ?? 0) <= now);
    if (missing.length === 0) return;
    const generation = this.#generation;
    const found = await tier.getMany(missing);
    if (generation !== this.#generation) return;
    for (const [index, key] of missing.entries()) {
      const entry = found[index];
      if (entry !== undefined && entry.fetchedAt > (this.#peek(key)?.fetchedAt ?? 0)) this.#memory.set(key, entry);
    }
  }

  /** Another replica may have loaded it meanwhile: the shared cache is asked before the upstream. */
  async #load<T>(policy: CachePolicy, load: Load<T>, member: Member | undefined): Promise<CacheEntry<T>> {
    const { key } = policy;
    const generation = this.#generation;
    const loaded = await this.#loads.join(`${generation}:${key}`, member, async (budget) => {
      const [since, [shared] = []] = await Promise.all([this.#tier?.generation(), this.#tier?.getMany([key])]);
      const isFresh = shared !== undefined && shared.freshUntil > this.#now();
      const entry = isFresh ? shared : this.#entry(await load(budget), policy);
      // What was deleted meanwhile may be this: nobody can tell for how long it is right.
      if (generation !== this.#generation) return { ...entry, freshUntil: 0 };
      this.#memory.set(key, entry);
      this.#failing.delete(key);
      if (!isFresh) await this.#tier?.setMany([{ key, entry }], this.#now(), since);
      return entry;
    });
    return asWritten(loaded);
  }

  /** What is gone upstream goes here; what merely fails is kept and served as stale. */
  async #loadBehind<T>(policy: CachePolicy, load: Load<T>): Promise<void> {
    const { key } = policy;
    try {
      await this.#load(policy, load, undefined);
    } catch (error) {
      if (mayComeBack(error)) this.#failing.set(key, true);
      else await this.delete(key);
    }
  }

  #entry<T>(value: T, { freshMs, staleMs }: Life): CacheEntry<T> {
    const fetchedAt = this.#now();
    const freshUntil = fetchedAt + freshMs * (1 - jitter + 2 * jitter * this.#random());
    return { value, fetchedAt, freshUntil, staleUntil: freshUntil + staleMs };
  }
}

/** A key is only ever read as the type it was written as, because it holds the type; this is the one place that relies on it. */
function asWritten<T>(entry: CacheEntry<unknown>): CacheEntry<T> {
  return entry as CacheEntry<T>;
}
