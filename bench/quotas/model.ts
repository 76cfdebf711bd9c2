/** How long an answer is fresh, and how long past that it may be served, milliseconds. */
export interface Life {
  readonly freshMs: number;
  readonly staleMs: number;
}

/** What one operation reads of an upstream. */
export interface Operation {
  /** Since the beginning, milliseconds. */
  readonly atMs: number;
  /** The replica that it comes to, from 0. */
  readonly replica: number;
  /** Pages of a list, one after the other: a call for each that is not kept. */
  readonly pages: readonly number[];
  /** Rows that are read by their ids when the pages are there: those that are not kept come in as few calls as the upstream allows. */
  readonly rows: readonly number[];
}

/** What an upstream takes, and how long a call waits for its turn. */
export interface Quota {
  readonly points: number;
  readonly windowMs: number;
  readonly patienceMs: number;
}

/** The gateway in front of the upstream. */
export interface Setting {
  readonly pageLife: Life;
  readonly rowLife: Life;
  /** Freshness differs by up to this part: `src/http/cache.ts`. */
  readonly jitter: number;
  /** Ids of one call. */
  readonly rowsACall: number;
  readonly replicas: number;
  /** Whether the replicas share cache and quota, in Redis. */
  readonly shared: boolean;
  /** Of each replica's own cache: CACHE_MAX_ENTRIES. */
  readonly maxEntries: number;
  /** How long the upstream takes to answer. */
  readonly latencyMs: number;
  /** Null: as many calls as there are. */
  readonly quota: Quota | null;
}

/** What became of the operations, and what the upstream was asked. */
export interface Outcome {
  readonly operations: number;
  /** Operations that waited for no call: everything was kept. */
  readonly kept: number;
  /** Operations whose calls had to wait for a slot of the quota. */
  readonly delayed: number;
  /** Operations of which a part was refused: there was no slot in time, and nothing kept in its place. */
  readonly refused: number;
  /** Pages and rows that were read, and those of them that caused no call. */
  readonly reads: number;
  readonly hits: number;
  /** When each call for a page, and each for rows, left: milliseconds, ascending. */
  readonly pageCalls: readonly number[];
  readonly rowCalls: readonly number[];
}
