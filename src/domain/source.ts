import type { Capabilities } from './capabilities.ts';
import type { OwnFilterReader } from './own-filter.ts';
import type { SourceName } from './source-name.ts';
import type { EventForm } from './upstream-event.ts';

/** One caller's view of one upstream for the length of one operation. */
export type DataSource = { readonly source: SourceName } & Partial<Capabilities>;

export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetsAt: Date;
}

/** What is told of a source apart from its data. */
export interface SourceProfile {
  /** Absent where the upstream tells nothing by itself. */
  readonly events?: EventForm;
  readonly source: SourceName;
  readonly name: string;
  readonly attribution: string | null;
  readonly mayRepublish: boolean;
  /** Absent where `VacancyFilter` has no filter of the source's own. */
  readonly ownFilter?: OwnFilterReader;
}
