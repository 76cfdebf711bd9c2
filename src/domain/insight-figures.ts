import type { SourceFailure } from './errors.ts';
import type { Freshness } from './fetched.ts';
import type { Insight } from './insight.ts';
import type { SourceReport } from './report.ts';

/** What figures can be grouped by. */
export type InsightDimension = 'CAMPAIGN' | 'FUNCTION_GROUP' | 'CITY' | 'STATUS' | 'CONTACT' | 'VACANCY' | 'PUBLISHED_MONTH';

export interface InsightKey {
  readonly dimension: InsightDimension;
  readonly value: string | null;
}

/** Which insights to give; all criteria must hold, any of each list. */
export interface InsightFilter {
  readonly referenceNumbers: readonly string[] | null;
  readonly campaigns: readonly string[] | null;
  readonly functionGroups: readonly string[] | null;
}

export interface InsightGroup {
  readonly keys: readonly InsightKey[];
  /** ISO 4217. */
  readonly currency: string;
  readonly vacancies: number;
  readonly clicks: number;
  readonly cost: number;
  readonly applications: number;
  readonly costPerClick: number | null;
  readonly applicationRate: number | null;
  readonly costPerApplication: number | null;
}

export interface InsightSummary {
  /** Null where nothing could be read. */
  readonly total: InsightGroup | null;
  readonly groups: readonly InsightGroup[];
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

export type Interval = 'DAY' | 'WEEK' | 'MONTH';

export interface InsightPoint {
  readonly from: string;
  readonly to: string;
  readonly keys: readonly InsightKey[];
  /** Null where none of its days could be read. */
  readonly clicks: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
  readonly complete: boolean;
}

export interface InsightSeries {
  readonly currency: string;
  readonly points: readonly InsightPoint[];
  readonly complete: boolean;
  readonly sources: readonly SourceReport[];
}

/** All insights of one source over a period. */
export interface InsightScan {
  readonly rows: readonly Insight[];
  /** Each vacancy whole, where the source tells it in several rows. */
  readonly bySourceId: ReadonlyMap<string, Insight>;
  /** Whether every page and row was read, and none can have slipped through while the list moved. */
  readonly complete: boolean;
  /** Pages that were read, kept ones too. */
  readonly pages: number;
  /** Whether the end of the list was reached. */
  readonly ended: boolean;
  /** What ended the reading early, or what kept a row from being read. */
  readonly failure: SourceFailure | null;
  /** Null where no page was read. */
  readonly freshness: Freshness | null;
}
