import type { SourceFailureCode } from './errors.ts';
import type { SourceFailure } from './errors.ts';
import type { Freshness } from './fetched.ts';
import type { SourceName } from './source-name.ts';

export type SourceStatus = 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';

export interface SourceError {
  readonly code: SourceFailureCode;
  readonly message: string;
  readonly retryAfterSeconds: number | null;
  readonly upstreamStatus: number | null;
}

/** What one upstream contributed to an answer, so that a dead one costs its own part and is named. */
export interface SourceReport {
  readonly source: SourceName;
  readonly status: SourceStatus;
  /** Matches in that upstream, null where it cannot tell. */
  readonly totalCount: number | null;
  /** Criteria that were applied neither there nor here. */
  readonly unsupportedFilters: readonly string[];
  readonly error: SourceError | null;
  readonly fetchedAt: Date | null;
  readonly stale: boolean;
}

/** The report of a source that answered. */
export function okReport(source: SourceName, details: { totalCount?: number | null; unsupportedFilters?: readonly string[]; freshness?: Freshness | null; status?: SourceStatus }): SourceReport {
  const { totalCount = null, unsupportedFilters = [], freshness = null, status = 'OK' } = details;
  const fetchedAt = freshness === null ? null : new Date(freshness.fetchedAt);
  return { source, status, totalCount, unsupportedFilters, error: null, fetchedAt, stale: freshness?.stale ?? false };
}

/** The report of a source that could not do its part, or all of it. */
export function failedReport(failure: SourceFailure, status: SourceStatus = 'FAILED', unsupportedFilters: readonly string[] = []): SourceReport {
  return { source: failure.source, status, totalCount: null, unsupportedFilters, error: sourceErrorOf(failure), fetchedAt: null, stale: false };
}

/** What a caller is told of a failure. */
export function sourceErrorOf({ code, message, retryAfterSeconds, upstreamStatus }: SourceFailure): SourceError {
  return { code, message, retryAfterSeconds, upstreamStatus };
}

/** The sum of the totals, null unless every source that was asked is OK and can tell: a dead upstream never reads as zero. */
export function sumOfTotals(reports: readonly SourceReport[]): number | null {
  let sum = 0;
  for (const { status, totalCount } of reports) {
    if (status !== 'OK' || totalCount === null) return null;
    sum += totalCount;
  }
  return sum;
}
