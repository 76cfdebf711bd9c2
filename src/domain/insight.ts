import type { SourceFailure } from './errors.ts';
import type { Freshness } from './fetched.ts';
import type { SourceName } from './source-name.ts';

/** Days `YYYY-MM-DD`, both inclusive, of the source's own calendar. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** How one vacancy did over a period. What the source does not tell is null, never zero. */
export interface Insight {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly referenceNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** A number without a published list. */
  readonly status: number | null;
  readonly title: string | null;
  readonly city: string | null;
  /** As the source gives it: its unit is not documented. */
  readonly runtime: number | null;
  readonly campaign: string | null;
  readonly functionGroup: string | null;
  /** Personal data. */
  readonly contactName: string | null;
  /** Personal data. */
  readonly contactEmail: string | null;
  readonly clicks: number | null;
  readonly costPerClick: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
  /** ISO 4217. */
  readonly currency: string;
}

/** One click on a vacancy. */
export interface Click {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly referenceNumber: string | null;
  readonly clickedAt: Date;
  readonly costPerClick: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** Personal data. */
  readonly ip: string | null;
}

/** A page of an upstream's list of figures. */
export interface FigurePage<T> extends Freshness {
  readonly rows: readonly T[];
  /** Rows that could not be read; each costs itself. */
  readonly failures: readonly SourceFailure[];
  /** Where the page behind it begins, in the source's own words; null at the end. */
  readonly next: string | null;
  /** Rows that the whole list has, null where the source does not say so. */
  readonly total: number | null;
}

/** How figures are read. */
export interface FigureReading {
  /** True: pages of the last minutes will do, which all operations of the account share; they come without personal data. */
  readonly kept?: boolean;
  /** True: calls of whoever waits go first, and leave room for them. */
  readonly givesWay?: boolean;
}
