import type { Candidate, CandidateCriterion } from './candidate.ts';
import type { Change } from './change.ts';
import type { SourceFailure } from './errors.ts';
import type { Fetched, Freshness } from './fetched.ts';
import type { CandidateField, VacancyField } from './fields.ts';
import type { Vacancy } from './vacancy.ts';
import type { VacancyCriterion } from './vacancy-filter.ts';

/** What an upstream list's row says: the thing itself, its id alone (to be fetched by it), or why it could not be read. */
export type Row<T> =
  | { readonly sourceId: string; readonly value: T | null }
  | { readonly sourceId: null; readonly failure: SourceFailure };

/** A stretch of an upstream's list. */
export interface Slice<T> extends Freshness {
  readonly rows: readonly Row<T>[];
  /** For each row, how many of the upstream's rows end with it, where some of those were left out. */
  readonly offsets?: readonly number[];
  /** Rows of the upstream that were read, where some were left out. */
  readonly listed?: number;
  /** Whether the list may go on after these rows. */
  readonly more: boolean;
  /** How many the whole list has, null where the upstream cannot tell. */
  readonly total: number | null;
}

export interface SliceRequest<Field> {
  /** Rows of the upstream's list to pass over. */
  readonly offset: number;
  /** Rows wanted at most; fewer may come while `more` is true. */
  readonly limit: number;
  readonly fields: ReadonlySet<Field>;
  /** False: ids are enough where rows would cost a further call. */
  readonly values: boolean;
}

/** A search as one source understands it. */
export interface SearchPlan<T, Field, Criterion extends string> {
  /** Stated criteria that the upstream does not apply, but that its rows hold what is needed to apply here. */
  readonly local: readonly Criterion[];
  /** Stated criteria (or the order) that can be applied nowhere. */
  readonly unsupported: readonly string[];
  /** True where the criteria exclude everything of this source, so that it need not be asked. */
  readonly empty: boolean;
  /** Rows that one call of the upstream brings at most. */
  readonly pageSize: number;
  read(request: SliceRequest<Field>): Promise<Slice<T>>;
  /** How many the upstream has by what it applies itself; null where it cannot tell without reading them. */
  count(): Promise<Fetched<number | null>>;
}

export type VacancyPlan = SearchPlan<Vacancy, VacancyField, VacancyCriterion>;
export type CandidatePlan = SearchPlan<Candidate, CandidateField, CandidateCriterion>;

/** A stretch of a source's changes; a position is where to go on, in the source's own words. */
export interface ChangeSlice extends Freshness {
  readonly changes: readonly Change[];
  /** For each change, the position just behind it. */
  readonly positions: readonly string[];
  readonly more: boolean;
  /** The position behind all that was read, null at the end; a slice without changes may have one. */
  readonly end: string | null;
}
export interface ChangeRequest {
  readonly since: Date;
  readonly until: Date;
  /** A position of an earlier slice; null from the start. */
  readonly position: string | null;
  readonly limit: number;
}
