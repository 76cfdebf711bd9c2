import { type Freshness, oldest } from '../domain/fetched.ts';
import type { SourceFailure } from '../domain/errors.ts';
import { failedReport, okReport, type SourceReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';

export interface Told {
  readonly complete: boolean;
  /** Whether anything was read. */
  readonly any: boolean;
  readonly failure: SourceFailure | null;
  readonly parts: readonly (Freshness | null)[];
  readonly totalCount?: number | null;
}

/** What one source contributed to figures: OK is everything, FAILED nothing. */
export function reportOf(source: SourceName, { complete, any, failure, parts, totalCount = null }: Told): SourceReport {
  const freshness = oldest(parts.filter((part) => part !== null));
  const told = okReport(source, { totalCount: complete ? totalCount : null, freshness, status: complete ? 'OK' : 'PARTIAL' });
  return failure === null ? told : { ...told, status: any ? 'PARTIAL' : 'FAILED', error: failedReport(failure).error };
}
