import type { CallerSources, Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { PostedChannel } from '../domain/posting/posting.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { sourceErrorOf } from '../domain/report.ts';
import { LeaseLost } from '../store/operations.ts';
import { audited } from './audited.ts';
import { auditEnds } from './audit-results.ts';
import { channelOf, notConfigured } from './channel.ts';
import { type ChannelResult, invalid, type Sent, sentOf, stillRunning, userError } from './outcomes.ts';
import type { PostingResult } from './publish.ts';
import { mayHaveArrived } from './send.ts';

/** Takes what the caller posted under a reference number off its channels. What is off already stays so. */
export async function withdrawPosting(context: Context, referenceNumber: string, channels: readonly PostingChannel[]): Promise<PostingResult> {
  const mutation = { operation: 'withdrawVacancy', target: referenceNumber, inputHash: null };
  const results = await audited(context, mutation, channels, () => withdrawChannels(context, referenceNumber, channels), auditEnds);
  return { posting: await context.store.postings.byReference(context.viewer.id, referenceNumber), channels: results };
}

async function withdrawChannels(context: Context, referenceNumber: string, channels: readonly PostingChannel[]): Promise<readonly ChannelResult[]> {
  const { store } = context;
  const { runner, openSources } = context.writing;
  const client = context.viewer.id;
  const ran = await runner.exclusively(client, referenceNumber, async (lock) => {
    const sources = openSources();
    const posting = await store.postings.byReference(client, referenceNumber);
    const settled = await Promise.allSettled(
      channels.map(async (channel) => {
        const known = posting?.channels.find((one) => one.channel === channel) ?? null;
        const others = await store.postings.idsPosted(client, referenceNumber, channel);
        await lock.record(channel, null);
        const sent = await withdrawKnown(sources, channel, known, others);
        if (known !== null && changesWhatStands(sent)) await store.postings.save({ client, referenceNumber, title: posting?.title ?? null, channels: [{ ...known, ...standing(sent) }] });
        return sent;
      }),
    );
    return channels.map((channel, index): ChannelResult => ({ ...endOn(sources, channel, settled[index]), replayed: false }));
  });
  return ran.kind === 'done' ? ran.outcome : channels.map((channel): ChannelResult => ({ ...stillRunning(channel), replayed: false }));
}

/**
 * What one channel came to. A fault of ours is logged and costs its channel, whose part may or may not be done, not the answer.
 * @throws LeaseLost where the turn went to another process, which asks again
 */
function endOn(sources: CallerSources, channel: PostingChannel, settled: PromiseSettledResult<Sent> | undefined): Sent {
  if (settled?.status === 'fulfilled') return settled.value;
  if (settled?.reason instanceof LeaseLost) throw settled.reason;
  return sentOf(channel, 'WITHDRAWN', null, { kind: 'uncertain', failure: sources.failureOf(channel, settled?.reason) });
}

async function withdrawKnown(sources: CallerSources, channel: PostingChannel, known: PostedChannel | null, others: readonly string[]): Promise<Sent> {
  const source = channelOf(sources, channel);
  if (source === null) return invalid(channel, [notConfigured(channel, ['channels'])]);
  if (known === null || (known.upstreamId === null && !mayHaveArrived(known) && known.status !== 'WITHDRAWN')) return invalid(channel, [notPosted(channel)]);
  if (known.status === 'WITHDRAWN') return { channel, status: 'WITHDRAWN', upstreamId: known.upstreamId, url: null, userErrors: [], error: null, raw: null, upstreamStatus: null };
  if (known.upstreamId !== null) return sentOf(channel, 'WITHDRAWN', known.upstreamId, await source.withdraw(known.upstreamId));
  if (known.draft === null) return invalid(channel, [notPosted(channel)]);
  const finding = await source.find(known.draft, { not: others });
  if (finding.kind === 'found') return sentOf(channel, 'WITHDRAWN', finding.upstreamId, await source.withdraw(finding.upstreamId));
  // That it does not show yet is not that it did not arrive.
  const error = finding.kind === 'unknown' && finding.failure !== null ? sourceErrorOf(finding.failure) : known.error;
  return { channel, status: 'UNCERTAIN', upstreamId: null, url: null, userErrors: [], error, raw: null, upstreamStatus: null };
}

/** One that failed, or was refused, leaves what stood. */
export function changesWhatStands({ status }: Sent): boolean {
  return status === 'WITHDRAWN' || status === 'UNCERTAIN';
}

export function standing({ status, upstreamId, error }: Sent): Pick<PostedChannel, 'status' | 'upstreamId' | 'error' | 'userErrors'> {
  return { status, upstreamId, error, userErrors: [] };
}

function notPosted(channel: PostingChannel): UserError {
  return userError('NOT_FOUND', ['referenceNumber'], `Nothing was posted on ${channel} under this reference number.`);
}
