import type { Context } from '../context.ts';
import type { Draft } from '../domain/posting/drafts.ts';
import type { PostedChannel, Stood, Turn } from '../domain/posting/posting.ts';
import type { ChannelChange } from '../store/postings.ts';
import type { Sent } from './outcomes.ts';
import type { PostingPlan } from './plan.ts';
import { mayHaveArrived } from './send.ts';

/** What is kept of a channel while something is sent there. */
export interface Keeping {
  readonly context: Context;
  readonly plan: PostingPlan;
  readonly turn: Turn;
  /** As it was kept when the call began. */
  readonly known: PostedChannel | null;
  /** What a new vacancy that does not come about leaves. */
  readonly stood: Stood | null;
}

/** What stands of a channel, which a new sending must not erase; null where nothing does. */
export function stoodOf(known: PostedChannel): Stood | null {
  if (known.status === 'UNCERTAIN' && known.upstreamId === null) return known.stood;
  const { channel, status, upstreamId, url, userErrors, error, draft } = known;
  const stands = upstreamId !== null || status === 'PUBLISHED' || status === 'UPDATED' || status === 'WITHDRAWN';
  return stands ? { channel, status, upstreamId, url, userErrors, error, draft, gone: false } : null;
}

/** The same, of which the upstream said that it has it no more. */
export function goneOf(stood: Stood | null): Stood | null {
  return stood === null ? null : { ...stood, gone: true };
}

/** What stood, as a channel's present state again. */
export function restored({ gone: _gone, ...stood }: Stood): ChannelChange {
  return stood;
}

/** Before a new vacancy is sent: from now on it may be there. */
export async function keepMark(keeping: Keeping, draft: Draft): Promise<void> {
  const { stood } = keeping;
  await keep(keeping, { channel: draft.channel, status: 'UNCERTAIN', upstreamId: null, url: null, userErrors: [], error: null, draft, stood }, false);
}

/**
 * Keeps what stands on the channel now. What was not done leaves what stood.
 * @param target the vacancy that was changed; null: a new one was sent
 */
export async function keepOutcome(keeping: Keeping, target: string | null, sent: Sent, draft: Draft): Promise<void> {
  const { known, stood } = keeping;
  const { raw: _raw, upstreamStatus: _status, ...outcome } = sent;
  switch (sent.status) {
    case 'PUBLISHED':
    case 'UPDATED':
      return keep(keeping, { ...outcome, draft }, true);
    case 'UNCERTAIN':
      return keep(keeping, { ...outcome, draft, stood: sent.upstreamId === null ? stood : null }, false);
    case 'INVALID':
    case 'FAILED':
    case 'WITHDRAWN':
      if (target === null) return keep(keeping, stood === null ? { ...outcome, draft } : restored(stood), false);
      if (known === null || (known.upstreamId === null && !mayHaveArrived(known))) return keep(keeping, { ...outcome, draft }, false);
  }
}

async function keep({ context, plan, turn }: Keeping, channel: ChannelChange, settles: boolean): Promise<void> {
  const { referenceNumber, title } = plan;
  await context.store.postings.save({ client: context.viewer.id, referenceNumber, title, channels: [channel], by: { turn, settles } });
}
