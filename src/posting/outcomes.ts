import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { SendOutcome } from '../domain/posting/outcome.ts';
import type { ChannelOutcome } from '../domain/posting/posting.ts';
import type { UserError, UserErrorCode } from '../domain/posting/user-error.ts';
import { sourceErrorOf } from '../domain/report.ts';

/** What one channel came to, and what only some payloads tell. */
export interface Sent extends ChannelOutcome {
  /** The upstream's answer as it came. */
  readonly raw: unknown;
  readonly upstreamStatus: number | null;
}

/** A channel's part of a payload. */
export interface ChannelResult extends Sent {
  /** True where it is what an earlier call with the same key came to. */
  readonly replayed: boolean;
}

/** A channel's outcome as it is shown: of a payload, or of what stands. */
export interface ShownOutcome extends ChannelOutcome {
  readonly replayed?: boolean;
}

const nothing = { upstreamId: null, url: null, userErrors: [], error: null, raw: null, upstreamStatus: null } as const;

/** What the caller must mend; nothing was sent. */
export function invalid(channel: PostingChannel, userErrors: readonly UserError[]): Sent {
  return { ...nothing, channel, status: 'INVALID', userErrors };
}

/** @param accepted what it is called when the upstream took it */
export function sentOf(channel: PostingChannel, accepted: 'PUBLISHED' | 'UPDATED' | 'WITHDRAWN', target: string | null, outcome: SendOutcome): Sent {
  switch (outcome.kind) {
    case 'accepted':
      return { ...nothing, channel, status: accepted, upstreamId: outcome.upstreamId ?? target, url: outcome.url, raw: outcome.raw, upstreamStatus: outcome.upstreamStatus };
    case 'refused':
      return { ...nothing, channel, status: 'INVALID', upstreamId: target, userErrors: outcome.userErrors, upstreamStatus: outcome.upstreamStatus };
    case 'failed':
    case 'uncertain': {
      const status = outcome.kind === 'failed' ? 'FAILED' : 'UNCERTAIN';
      return { ...nothing, channel, status, upstreamId: target, error: sourceErrorOf(outcome.failure), upstreamStatus: outcome.failure.upstreamStatus };
    }
  }
}

/** An error of ours about an input. */
export function userError(code: UserErrorCode, path: readonly string[], message: string): UserError {
  return { code, severity: 'ERROR', message, path, label: null, upstreamCode: null };
}

export const keyReused = userError('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey'], 'This key was used with another input before: use a new key for what is new.');

/** Somebody else's run of the same took longer than a caller can wait. */
export function stillRunning(channel: PostingChannel): Sent {
  const message = 'An earlier call for this posting is still under way. Ask again with the same key.';
  return { ...nothing, channel, status: 'UNCERTAIN', error: { code: 'UPSTREAM_TIMEOUT', message, retryAfterSeconds: 5, upstreamStatus: null } };
}
