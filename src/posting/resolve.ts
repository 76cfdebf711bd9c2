import type { Context } from '../context.ts';
import { SourceFailure } from '../domain/errors.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { PostedChannel, Posting } from '../domain/posting/posting.ts';
import { sourceErrorOf } from '../domain/report.ts';
import type { ChannelChange } from '../store/postings.ts';
import { audited } from './audited.ts';
import { auditEnds } from './audit-results.ts';
import { restored } from './keep-channel.ts';
import { type ChannelResult, invalid, stillRunning, userError } from './outcomes.ts';
import type { PostingResult } from './publish.ts';

/** A caller's word on a channel of which no answer was seen. */
export interface Word {
  readonly postingId: string;
  readonly channel: PostingChannel;
  /** Whether the vacancy is there. */
  readonly published: boolean;
  /** Its id on the channel, where the caller knows it. */
  readonly upstreamId: string | null;
}

/** Settles what is uncertain by the caller's word. */
export async function resolvePosting(context: Context, word: Word): Promise<PostingResult> {
  const { store } = context;
  const found = await store.postings.byId(word.postingId);
  const posting = found !== null && isOwn(context, found) ? found : null;
  const mutation = { operation: 'resolvePosting', target: posting?.referenceNumber ?? word.postingId, inputHash: null };
  const result = await audited(context, mutation, [word.channel], () => resolve(context, posting, word), (end) => auditEnds([end]));
  return { posting: posting === null ? null : await store.postings.byId(posting.id), channels: [result] };
}

async function resolve(context: Context, posting: Posting | null, word: Word): Promise<ChannelResult> {
  if (posting === null) return answer(word.channel, 'NOT_FOUND', ['id'], 'You have no posting with this id.');
  const ran = await context.writing.runner.exclusively(posting.client, posting.referenceNumber, () => settle(context, posting, word));
  return ran.kind === 'done' ? ran.outcome : { ...stillRunning(word.channel), replayed: false };
}

function isOwn({ viewer }: Context, { client }: Posting): boolean {
  return client === viewer.id || viewer.scopes.has('admin');
}

async function settle(context: Context, { id, client, referenceNumber, title }: Posting, { channel, published, upstreamId }: Word): Promise<ChannelResult> {
  const { postings } = context.store;
  const known = (await postings.byId(id))?.channels.find((one) => one.channel === channel);
  if (known?.status !== 'UNCERTAIN') return answer(channel, 'CONFLICT', ['channel'], 'Nothing is uncertain on this channel.');
  if (upstreamId !== null) {
    try {
      if (!(await mayClaim(context, channel, upstreamId, referenceNumber))) {
        return answer(channel, 'NOT_OWNED', ['vacancyId'], 'This vacancy cannot be shown to be the one that was posted here.');
      }
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      return { ...known, error: sourceErrorOf(error), raw: null, upstreamStatus: error.upstreamStatus, replayed: false };
    }
  }
  const standing = await postings.save({ client, referenceNumber, title, channels: [settledBy(known, published, upstreamId)], by: { turn: known.turn, settles: published } });
  const settled = standing.channels.find((one) => one.channel === channel) ?? known;
  return { ...settled, raw: null, upstreamStatus: null, replayed: false };
}

function settledBy(known: PostedChannel, published: boolean, upstreamId: string | null): ChannelChange {
  if (published) return { ...known, status: 'PUBLISHED', upstreamId: upstreamId ?? known.upstreamId, error: null, stood: null };
  if (known.stood !== null) return restored(known.stood);
  // A change that did not arrive leaves the vacancy as it was.
  return { ...known, status: known.upstreamId === null ? 'FAILED' : 'UPDATED', error: null };
}

/**
 * A word must not make somebody else's vacancy one's own: the channel must say that it carries the reference number.
 * @throws SourceFailure where the channel cannot tell just now
 */
async function mayClaim({ viewer, store, writing }: Context, channel: PostingChannel, upstreamId: string, referenceNumber: string): Promise<boolean> {
  if (viewer.scopes.has('admin') || writing.hasOwnCredentials(channel)) return true;
  const posters = await store.postings.postersOf(channel, upstreamId);
  if (posters.length > 0) return posters.includes(viewer.id);
  const source = writing.openSources().get(channel);
  if (source?.vacancyById !== undefined) {
    const { value } = await source.vacancyById(upstreamId, new Set(['references']));
    return value !== null && value.references.some(({ value: reference }) => reference === referenceNumber);
  }
  const told = (await source?.toldOf?.(upstreamId)) ?? null;
  return told !== null && told.referenceNumber === referenceNumber.trim();
}

function answer(channel: PostingChannel, code: 'NOT_FOUND' | 'CONFLICT' | 'NOT_OWNED', path: readonly string[], message: string): ChannelResult {
  return { ...invalid(channel, [userError(code, path, message)]), replayed: false };
}
