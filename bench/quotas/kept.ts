import type { Life } from './model.ts';

interface Entry {
  readonly freshUntil: number;
  readonly staleUntil: number;
}

/** How what is kept of a key may be used. */
export type Condition = 'fresh' | 'stale' | 'gone';

/** What one cache holds, by key, of which the longest unused goes first: the times of `src/http/cache.ts` without the values. */
export class Kept {
  readonly #entries = new Map<number, Entry>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  look(key: number, now: number): Condition {
    const entry = this.#entries.get(key);
    if (entry === undefined) return 'gone';
    if (this.#max !== Number.POSITIVE_INFINITY) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    if (entry.freshUntil > now) return 'fresh';
    return entry.staleUntil > now ? 'stale' : 'gone';
  }

  keep(key: number, freshUntil: number, { staleMs }: Pick<Life, 'staleMs'>): void {
    this.#entries.delete(key);
    this.#entries.set(key, { freshUntil, staleUntil: freshUntil + staleMs });
    if (this.#entries.size <= this.#max) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
