import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Draft, PostingChannel } from '../domain/posting/drafts.ts';
import type { Finding, SendOutcome } from '../domain/posting/outcome.ts';
import type { PostedChannel } from '../domain/posting/posting.ts';
import type { Posts } from '../domain/capabilities.ts';
import { sourceErrorOf } from '../domain/report.ts';
import { inputHash } from './input-hash.ts';
import { type Others } from './others.ts';
import { type Sent, sentOf } from './outcomes.ts';
import type { PostingPlan } from './plan.ts';

/** One draft on its way to one channel. */
export interface Sending {
  /** The channel with a time budget that begins now: to be opened for each call. */
  readonly open: () => Posts;
  readonly draft: Draft;
  /** The vacancy to change; null is a new one. */
  readonly target: string | null;
  /** What stands of an earlier sending that may have arrived, though under no id that is known; null where there is none. */
  readonly earlier: PostedChannel | null;
  /** The vacancy of the reference number that stood before the earlier sending, and stands if that did not arrive; null where there is none. */
  readonly standing: string | null;
  /** Whether what stands is meant, or another vacancy. */
  readonly mode: PostingPlan['mode'];
  /** The reference number's other vacancies on the channel. */
  readonly others: Others;
  readonly now: () => number;
}

/**
 * Channels that refuse a second vacancy of one reference number (ICTerGezocht document, Toevoegen; 409 as the vendor's sister boards
 * answer it). There a repeated POST either makes the vacancy or says that it is there.
 */
const refusesDuplicates: Readonly<Record<PostingChannel, boolean>> = { CSO: false, ICTERGEZOCHT: true };
/** How long an upstream may still be at work on a call whose answer was lost, milliseconds: absence says nothing before. */
const settleMs = 5000;
/** How far before it was written down a sending is looked for, milliseconds: clocks differ, and it may have been sent more than once. */
const lookBackMs = 10 * 60_000;

/** Sends a draft so that it makes one vacancy, whatever became of earlier sendings. */
export async function send(sending: Sending): Promise<Sent> {
  const { open, draft, target, earlier, standing, mode } = sending;
  const { channel } = draft;
  if (target !== null) return sentOf(channel, 'UPDATED', target, await open().change(target, draft));
  if (earlier === null) return withId(sending, await open().post(draft));
  const finding = await findEarlier(sending, earlier);
  if (finding.kind === 'found') return takeUp(sending, earlier, finding);
  if (finding.kind === 'unknown' && !refusesDuplicates[channel]) return stillUncertain(channel, earlier, finding);
  if (standing !== null && mode === 'upsert') return sentOf(channel, 'UPDATED', standing, await open().change(standing, draft));
  const outcome = await open().post(draft);
  if (outcome.kind === 'refused' && isDuplicate(outcome)) {
    // The reference number is taken: by what stood before, or else the earlier sending arrived.
    return standing === null ? takeUpUnseen(sending, earlier) : sentOf(channel, 'PUBLISHED', null, outcome);
  }
  // Insights lag: that it does not show there is no word on the earlier sending.
  const settled = outcome.kind === 'accepted' || !refusesDuplicates[channel];
  return settled ? withId(sending, outcome) : stillUncertain(channel, earlier, outcome);
}

/** Whether an earlier sending may have made a vacancy whose id is not known. */
export function mayHaveArrived({ status, upstreamId }: PostedChannel): boolean {
  return upstreamId === null && (status === 'UNCERTAIN' || status === 'PUBLISHED' || status === 'UPDATED');
}

export function sameDraft(a: Draft | null, b: Draft): boolean {
  return a !== null && inputHash(a) === inputHash(b);
}

/** Looks for it; one that is not there yet is looked for again once its call must have ended. */
async function findEarlier({ open, others, now, draft: next }: Sending, { draft: sent, updatedAt }: PostedChannel): Promise<Finding> {
  const draft = sent ?? next;
  const sought = { since: new Date(updatedAt.getTime() - lookBackMs), not: others.ids };
  const finding = await open().find(draft, sought);
  const leftMs = Math.min(settleMs, updatedAt.getTime() + settleMs - now());
  if (finding.kind !== 'absent' || refusesDuplicates[draft.channel] || leftMs <= 0) return finding;
  await sleepFor(leftMs);
  return open().find(draft, sought);
}

async function takeUp({ open, draft }: Sending, earlier: PostedChannel, { upstreamId, url }: { readonly upstreamId: string; readonly url: string | null }): Promise<Sent> {
  if (!sameDraft(earlier.draft, draft)) return sentOf(draft.channel, 'UPDATED', upstreamId, await open().change(upstreamId, draft));
  return { channel: draft.channel, status: 'PUBLISHED', upstreamId, url, userErrors: [], error: null, raw: null, upstreamStatus: null };
}

async function takeUpUnseen(sending: Sending, earlier: PostedChannel): Promise<Sent> {
  const { draft, others } = sending;
  const finding = await findEarlier(sending, earlier);
  if (finding.kind === 'found') return takeUp(sending, earlier, finding);
  // It is there, but cannot be changed before its id shows.
  const known = { channel: draft.channel, upstreamId: null, url: null, userErrors: [], error: null, raw: null, upstreamStatus: 409 } as const;
  // Where another client posted under the number, it may as well be that one's.
  return { ...known, status: sameDraft(earlier.draft, draft) && !others.ofOthersToo ? 'PUBLISHED' : 'UNCERTAIN' };
}

/** An answer without an id is completed by looking for what was made. */
async function withId({ open, draft, others, now }: Sending, outcome: SendOutcome): Promise<Sent> {
  const sent = sentOf(draft.channel, 'PUBLISHED', null, outcome);
  if (sent.status !== 'PUBLISHED' || sent.upstreamId !== null) return sent;
  const finding = await open().find(draft, { since: new Date(now() - lookBackMs), not: others.ids });
  return finding.kind === 'found' ? { ...sent, upstreamId: finding.upstreamId, url: sent.url ?? finding.url } : sent;
}

function stillUncertain(channel: PostingChannel, earlier: PostedChannel, why: SendOutcome | Finding): Sent {
  const failure = 'failure' in why ? why.failure : null;
  const error = failure === null ? earlier.error : sourceErrorOf(failure);
  const userErrors = why.kind === 'refused' ? why.userErrors : [];
  return { channel, status: 'UNCERTAIN', upstreamId: null, url: null, userErrors, error, raw: null, upstreamStatus: failure?.upstreamStatus ?? null };
}

function isDuplicate({ userErrors }: Extract<SendOutcome, { kind: 'refused' }>): boolean {
  return userErrors.some(({ code }) => code === 'DUPLICATE');
}
