import type { SourceError } from '../report.ts';
import type { Draft, PostingChannel } from './drafts.ts';
import type { UserError } from './user-error.ts';

/**
 * What became of a vacancy on a channel. `UNCERTAIN`: it was sent, no answer was seen, and it is not known yet whether it
 * arrived.
 */
export type ChannelStatus = 'PUBLISHED' | 'UPDATED' | 'WITHDRAWN' | 'INVALID' | 'FAILED' | 'UNCERTAIN';

/** What one channel came to. */
export interface ChannelOutcome {
  readonly channel: PostingChannel;
  readonly status: ChannelStatus;
  /** The channel's own id of the vacancy, null where it has none or it is not known. */
  readonly upstreamId: string | null;
  readonly url: string | null;
  readonly userErrors: readonly UserError[];
  readonly error: SourceError | null;
}

/** A channel of a posting as it stands. */
export interface PostedChannel extends ChannelOutcome {
  /** What was sent last; null where nothing was sent through the gateway. */
  readonly draft: Draft | null;
  /** While a new sending is uncertain: what stood when it began, and stands again where it comes to nothing. */
  readonly stood: Stood | null;
  /** The latest call that began to post here. */
  readonly turn: Turn;
  /** The latest call of those that came to something certain. */
  readonly settledTurn: Turn;
  readonly updatedAt: Date;
}

/** A channel as it stood before a new sending. */
export interface Stood extends ChannelOutcome {
  readonly draft: Draft | null;
  /** The upstream says that it does not have it any more. */
  readonly gone: boolean;
}

/**
 * A call's place among those for one reference number on one channel: the later call has the higher one. It is about when it began,
 * milliseconds since the epoch, but always above what was there.
 */
export type Turn = number;

/** What a caller posted under a reference number of its own. */
export interface Posting {
  readonly id: string;
  readonly client: string;
  readonly referenceNumber: string;
  readonly title: string | null;
  readonly channels: readonly PostedChannel[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
