import type { CallerSources } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { Finding } from '../domain/posting/outcome.ts';
import type { PostedChannel, Stood } from '../domain/posting/posting.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import type { Posts } from '../domain/capabilities.ts';
import { sourceErrorOf } from '../domain/report.ts';
import type { ChannelChange } from '../store/postings.ts';
import { channelOf, notConfigured } from './channel.ts';
import { restored } from './keep-channel.ts';
import { invalid, type Sent, sentOf, userError } from './outcomes.ts';
import { mayHaveArrived } from './send.ts';

/** What a withdrawal came to, and what stands of the channel now; null: what stood. */
export interface Withdrawal {
  readonly sent: Sent;
  readonly kept: ChannelChange | null;
}

/**
 * Takes off a channel what was posted there: the vacancy that is known, or the one of a sending that is uncertain where it shows, and
 * with it the one that stood before.
 * @param others ids of the reference number's other vacancies
 */
export async function withdrawKnown(sources: CallerSources, channel: PostingChannel, known: PostedChannel | null, others: readonly string[]): Promise<Withdrawal> {
  const source = channelOf(sources, channel);
  if (source === null) return { sent: invalid(channel, [notConfigured(channel, ['channels'])]), kept: null };
  if (known === null || (known.upstreamId === null && !mayHaveArrived(known) && known.status !== 'WITHDRAWN')) return { sent: invalid(channel, [notPosted(channel)]), kept: null };
  if (known.status === 'WITHDRAWN') return { sent: { channel, status: 'WITHDRAWN', upstreamId: known.upstreamId, url: null, userErrors: [], error: null, raw: null, upstreamStatus: null }, kept: null };
  if (known.upstreamId !== null) return alone(known, sentOf(channel, 'WITHDRAWN', known.upstreamId, await source.withdraw(known.upstreamId)));
  const newest = await withdrawUncertain(source, known, others);
  const { stood } = known;
  if (stood === null || stood.gone || stood.upstreamId === null || stood.status === 'WITHDRAWN') return alone(known, newest);
  const older = sentOf(channel, 'WITHDRAWN', stood.upstreamId, await source.withdraw(stood.upstreamId));
  return together(known, stood, newest, older);
}

/** One that failed, or was refused, leaves what stood. */
export function changesWhatStands({ status }: Sent): boolean {
  return status === 'WITHDRAWN' || status === 'UNCERTAIN';
}

export function standing({ status, upstreamId, error }: Sent): Pick<PostedChannel, 'status' | 'upstreamId' | 'error' | 'userErrors'> {
  return { status, upstreamId, error, userErrors: [] };
}

async function withdrawUncertain(source: Posts, { channel, draft, stood, error }: PostedChannel, others: readonly string[]): Promise<Sent> {
  if (draft === null && stood === null) return invalid(channel, [notPosted(channel)]);
  // What was sent is forgotten after a while: then it cannot be looked for any more.
  const finding: Finding = draft === null ? { kind: 'unknown', failure: null } : await source.find(draft, { not: others });
  if (finding.kind === 'found') return sentOf(channel, 'WITHDRAWN', finding.upstreamId, await source.withdraw(finding.upstreamId));
  // That it does not show yet is not that it did not arrive.
  const why = finding.kind === 'unknown' && finding.failure !== null ? sourceErrorOf(finding.failure) : error;
  return { channel, status: 'UNCERTAIN', upstreamId: null, url: null, userErrors: [], error: why, raw: null, upstreamStatus: null };
}

function alone(known: PostedChannel, sent: Sent): Withdrawal {
  return { sent, kept: changesWhatStands(sent) ? { ...known, ...standing(sent) } : null };
}

/** The answer is about what is not off, where something is not; the other is kept with it. */
function together(known: PostedChannel, stood: Stood, newest: Sent, older: Sent): Withdrawal {
  if (newest.status !== 'WITHDRAWN') {
    const kept = changesWhatStands(newest) ? { ...known, ...standing(newest) } : known;
    // Should the newest turn out not to have arrived, what stood before it is what there is: off, or as its own withdrawal left it.
    return { sent: newest, kept: { ...kept, stood: changesWhatStands(older) ? { ...stood, ...standing(older) } : stood } };
  }
  if (older.status === 'WITHDRAWN') return { sent: newest, kept: { ...known, ...standing(newest) } };
  return { sent: older, kept: changesWhatStands(older) ? { ...restored(stood), ...standing(older) } : restored(stood) };
}

function notPosted(channel: PostingChannel): UserError {
  return userError('NOT_FOUND', ['referenceNumber'], `Nothing was posted on ${channel} under this reference number.`);
}
