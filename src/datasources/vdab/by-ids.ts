import DataLoader from 'dataloader';

type Found<T> = ReadonlyMap<string, T | Error>;

/**
 * What one operation reads by id: each thing once, whatever asks for it, and what is asked for in one turn in one reading. Whole lists are what is
 * batched, since a promise for each of their ids would cost more than to read what is kept.
 */
export class ByIds<T> {
  readonly #lists: DataLoader<readonly string[], Found<T>>;
  /** The reading that an id is part of. */
  readonly #readings = new Map<string, Promise<Found<T>>>();

  /** @param read what is found of distinct ids, in their order */
  constructor(read: (ids: readonly string[]) => Promise<readonly (T | Error)[]>) {
    this.#lists = new DataLoader<readonly string[], Found<T>>(
      async (lists) => {
        // Mostly one, whose ids are not to be copied one by one.
        const [only, ...others] = lists;
        const ids = only !== undefined && others.length === 0 ? only : lists.flat();
        const found = await read(ids);
        const byId = new Map(found.map((one, index) => [ids[index] ?? '', one] as const));
        return lists.map(() => byId);
      },
      { cache: false },
    );
  }

  /** In the order of the ids, each found or why it was not. @throws what the reading throws */
  async many(ids: readonly string[]): Promise<readonly (T | Error)[]> {
    const missing = [...new Set(ids)].filter((id) => !this.#readings.has(id));
    if (missing.length > 0) this.#read(missing);
    const readings = ids.map((id) => this.#readings.get(id));
    const [reading, ...others] = new Set(readings);
    // Mostly all are of one.
    if (others.length === 0) return ids.length === 0 ? [] : foundIn(await reading, ids);
    const found = await Promise.all(readings);
    return ids.map((id, index) => found[index]?.get(id) ?? notRead());
  }

  /** @throws the error that one of several would have as its result */
  async one(id: string): Promise<T> {
    const found = (await (this.#readings.get(id) ?? this.#read([id]))).get(id) ?? notRead();
    if (found instanceof Error) throw found;
    return found;
  }

  /** The next that asks reads it anew. */
  clear(id: string): void {
    this.#readings.delete(id);
  }

  #read(ids: readonly string[]): Promise<Found<T>> {
    const reading = this.#lists.load(ids);
    for (const id of ids) this.#readings.set(id, reading);
    return reading;
  }
}

function foundIn<T>(found: Found<T> | undefined, ids: readonly string[]): readonly (T | Error)[] {
  return ids.map((id) => found?.get(id) ?? notRead());
}

function notRead(): Error {
  return new Error('An id was not read.');
}
