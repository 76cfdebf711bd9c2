import type { CallerSources, Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import { LeaseLost } from '../store/operations.ts';
import { audited } from './audited.ts';
import { auditEnds } from './audit-results.ts';
import { type ChannelResult, type Sent, sentOf, stillRunning } from './outcomes.ts';
import { othersOf } from './others.ts';
import type { PostingResult } from './publish.ts';
import { withdrawKnown } from './withdraw-known.ts';

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
        const others = await othersOf(context, referenceNumber, channel);
        await lock.record(channel, null);
        const { sent, kept } = await withdrawKnown(sources, channel, known, others.ids);
        if (kept !== null) await store.postings.save({ client, referenceNumber, title: posting?.title ?? null, channels: [kept] });
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
