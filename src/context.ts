import type { DataSource, RateLimit, SourceProfile } from './domain/source.ts';
import type { SourceName } from './domain/source-name.ts';

/** Who asks. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** A source as `Query.sources` tells of it. */
export interface SourceInfo extends SourceProfile {
  readonly configured: boolean;
  readonly healthy: boolean;
  readonly capabilities: readonly string[];
  /** Criteria of the unified filter that it applies upstream. */
  readonly filters: readonly string[];
  readonly rateLimit: RateLimit | null;
}

/** The caller's data sources, opened when they are first needed and kept for the operation. */
export interface CallerSources {
  /** Every upstream that the caller has a credential for. */
  readonly configured: readonly SourceName[];
  /** Null where the caller has no credential for it. */
  get(source: SourceName): DataSource | null;
  describe(): readonly SourceInfo[];
}

/** Makes cursors that nobody can make up, and reads back only those. */
export interface CursorSeal {
  /** @param purpose what the cursor belongs to: a cursor of another purpose does not open */
  seal(purpose: string, state: unknown): string;
  /** The sealed state, undefined where the text is no cursor of this purpose. */
  open(purpose: string, cursor: string): unknown;
}

export interface FederationLimits {
  /** Upstream pages that one page of ours may read while criteria are applied here. */
  readonly scanPages: number;
  /** Most vacancies that a facet is counted over where the upstream does not count. */
  readonly facetRows: number;
}

/** What a resolver has at hand for one operation. */
export interface Context {
  readonly viewer: Viewer;
  readonly sources: CallerSources;
  readonly cursors: CursorSeal;
  readonly limits: FederationLimits;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
