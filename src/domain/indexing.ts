import type { SourceFailure } from './errors.ts';
import type { UserError } from './posting/user-error.ts';

/** What an indexing engine made of one vacancy or candidate. */
export interface IndexingItem {
  /** A vacancy's reference, or a candidate's username. */
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly status: 'SUCCESS' | 'ERROR';
  /** Why it could not be indexed; only where it could not. */
  readonly messages: readonly string[];
}

export interface IndexingReport {
  readonly of: 'VACANCIES' | 'CANDIDATES';
  readonly items: readonly IndexingItem[];
}

/** What became of a report; items that are neither accepted nor rejected were not sent, or it is not known whether they arrived. */
export interface IndexingOutcome {
  readonly acceptedItems: number;
  readonly rejectedItems: number;
  /** Paths are into the report: `["items", "3", "messages"]`. */
  readonly userErrors: readonly UserError[];
  readonly failure: SourceFailure | null;
}

/** What an upstream is asked to tell, and where. */
export interface WebhookRequest {
  readonly event: string;
  readonly callbackUrl: string;
  readonly pingUrl: string;
}

export type WebhookOutcome =
  | { readonly kind: 'subscribed'; readonly hookId: string }
  | { readonly kind: 'refused'; readonly userErrors: readonly UserError[] };
