import type { CallerSources } from '../context.ts';
import type { SourceFailure } from '../domain/errors.ts';
import { type Freshness, oldest } from '../domain/fetched.ts';
import type { SearchPlan } from '../domain/slice.ts';
import type { SourceName } from '../domain/source-name.ts';
import { mayPass } from './passing.ts';

/** A row of a source's list, with the position just behind it. */
export interface Item<T> {
  readonly source: SourceName;
  /** Null where the row itself could not be read. */
  readonly sourceId: string | null;
  readonly value: T | null;
  readonly failure: SourceFailure | null;
  readonly behind: number;
}

export interface StreamOptions<T, Field, Criterion extends string> {
  readonly source: SourceName;
  readonly plan: SearchPlan<T, Field, Criterion>;
  /** Rows of the upstream's list that earlier pages passed over. */
  readonly offset: number;
  readonly fields: ReadonlySet<Field>;
  /** Whether rows must come with their values: to be judged or compared here. */
  readonly values: boolean;
  /** Judges a row by the criteria that are applied here; null where there are none. */
  readonly keep: ((value: T) => boolean) | null;
  /** Upstream pages that may be read. */
  readonly scanPages: number;
  readonly failureOf: CallerSources['failureOf'];
}

/** One source's list, read forward from a position in stretches no larger than needed. */
export class SourceStream<T, Field, Criterion extends string> {
  readonly source: SourceName;
  readonly #options: StreamOptions<T, Field, Criterion>;
  readonly #waiting: Item<T>[] = [];
  readonly #freshness: Freshness[] = [];
  #scanned: number;
  #consumed: number;
  #ended = false;
  #pages = 0;
  /** Rows that the last read asked for. */
  #lastLimit = 0;
  #failure: SourceFailure | null = null;
  #total: number | null = null;
  /** Of rows that are judged here: those that were kept, while all so far could be judged. */
  #kept: number | null = 0;

  constructor(options: StreamOptions<T, Field, Criterion>) {
    this.source = options.source;
    this.#options = options;
    this.#scanned = options.offset;
    this.#consumed = options.offset;
    this.#ended = options.plan.empty;
    this.#total = options.plan.empty ? 0 : null;
  }

  /** The next row, undefined where none is at hand. */
  get head(): Item<T> | undefined {
    return this.#waiting[0];
  }

  /** Whether more rows could be read now. */
  get readable(): boolean {
    return !this.#ended && this.#failure === null && this.#pages < this.#options.scanPages;
  }

  /** Whether the list may go on, and the next look at it is a whole upstream page: more than it is worth to learn that it does. */
  get dearToLookAhead(): boolean {
    return this.readable && this.#lastLimit >= this.#options.plan.pageSize;
  }

  /** Whether the list holds no further row, not even a waiting one. */
  get exhausted(): boolean {
    return this.#ended && this.#waiting.length === 0;
  }

  /** Whether it was left in the middle because reading on would have cost more pages than one answer may. */
  get paused(): boolean {
    return this.head === undefined && !this.#ended && this.#failure === null;
  }

  /** Whether it was left before its end by a failure that may pass. */
  get interrupted(): boolean {
    return this.head === undefined && !this.#ended && mayPass(this.#failure);
  }

  get failure(): SourceFailure | null {
    return this.#failure;
  }

  /** The position to go on from: behind the last row that was taken, or behind what was read in vain. */
  get position(): number {
    return this.#waiting.length > 0 || this.#failure !== null ? this.#consumed : this.#scanned;
  }

  get total(): number | null {
    return this.#total;
  }

  get freshness(): Freshness | null {
    return oldest(this.#freshness);
  }

  take(): Item<T> | undefined {
    const item = this.#waiting.shift();
    if (item !== undefined) this.#consumed = item.behind;
    return item;
  }

  /**
   * Reads until so many rows wait, or until there is no more to be had now; each read asks for one row beyond, by which a page
   * knows that it is not the last. Failures are kept, not thrown.
   */
  async fill(wanted: number): Promise<void> {
    try {
      while (this.#waiting.length < wanted && this.readable) await this.#readOn(wanted - this.#waiting.length + 1);
    } catch (error) {
      this.#failure = this.#options.failureOf(this.source, error);
    }
  }

  async #readOn(missing: number): Promise<void> {
    const { plan, fields, values, keep } = this.#options;
    const offset = this.#scanned;
    // Where rows are judged here, most may be dropped: whole upstream pages cost the fewest calls.
    const limit = Math.min(plan.pageSize, keep === null ? missing : plan.pageSize);
    this.#pages += 1;
    this.#lastLimit = limit;
    const slice = await plan.read({ offset, limit, fields, values });
    this.#freshness.push(slice);
    if (keep === null && slice.total !== null) this.#total = slice.total;
    for (const [index, row] of slice.rows.entries()) {
      const behind = offset + (slice.offsets?.[index] ?? index + 1);
      if (row.sourceId === null) {
        this.#waiting.push({ source: this.source, sourceId: null, value: null, failure: row.failure, behind });
        this.#kept = null;
      } else if (keep === null || (row.value !== null && keep(row.value))) {
        this.#waiting.push({ source: this.source, sourceId: row.sourceId, value: row.value, failure: null, behind });
        if (this.#kept !== null) this.#kept += 1;
      }
    }
    this.#scanned = offset + (slice.listed ?? slice.rows.length);
    this.#ended = !slice.more;
    // Judged from its beginning to its end.
    if (keep !== null && this.#ended && this.#options.offset === 0) this.#total = this.#kept;
  }
}
