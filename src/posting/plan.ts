import type { Draft, PostingChannel } from '../domain/posting/drafts.ts';
import type { UserError } from '../domain/posting/user-error.ts';

/** What the rules of a channel make of a draft before anything is sent. */
export interface Checked {
  readonly userErrors: readonly UserError[];
  /** Rules whose lists could not be read just now. */
  readonly unchecked: readonly string[];
}

/** The vacancy of a channel that a caller names itself. */
export interface NamedTarget {
  readonly upstreamId: string;
  /** Where the caller named it. */
  readonly path: readonly string[];
}

/** One channel's part of what a caller wants posted. */
export interface ChannelPlan {
  readonly channel: PostingChannel;
  readonly draft: Draft;
  /** The vacancy to change, where the caller names one. */
  readonly target: NamedTarget | null;
  check(): Promise<Checked>;
  /** Where in the caller's input an upstream's complaint about the draft belongs. */
  pathOf(path: readonly string[]): readonly string[];
}

/** What a caller wants posted under one reference number. */
export interface PostingPlan {
  readonly operation: string;
  readonly referenceNumber: string;
  readonly title: string | null;
  readonly channels: readonly ChannelPlan[];
  /**
   * `upsert`: what the caller posted before under the reference number is changed. `named`: only a vacancy that the caller names is
   * changed, and without one a new vacancy is meant.
   */
  readonly mode: 'upsert' | 'named';
  /** SHA-256 of everything that the caller stated. */
  readonly inputHash: string;
  /** Null: none was given, and the same call again is another call. */
  readonly idempotencyKey: string | null;
}

export function isError({ severity }: UserError): boolean {
  return severity === 'ERROR';
}
