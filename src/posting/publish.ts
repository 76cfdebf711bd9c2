import type { Context } from '../context.ts';
import type { Posting } from '../domain/posting/posting.ts';
import { audited } from './audited.ts';
import { auditEnds } from './audit-results.ts';
import { type ChannelResult, invalid, keyReused, stillRunning } from './outcomes.ts';
import type { PostingPlan } from './plan.ts';
import { postOnChannel } from './post-channel.ts';
import { LeaseLost } from '../store/operations.ts';
import type { Book, Ended, Ran } from './runner.ts';

/** What a mutation of postings answers. */
export interface PostingResult {
  readonly posting: Posting | null;
  readonly channels: readonly ChannelResult[];
}

/**
 * Posts a plan on its channels side by side. Equal calls with one key run once; what an earlier one came to is replayed; what it
 * left uncertain is found out. A channel's failure is its own.
 */
export async function publish(context: Context, plan: PostingPlan): Promise<PostingResult> {
  const { operation, referenceNumber, inputHash } = plan;
  const touched = plan.channels.map(({ channel }) => channel);
  const channels = await audited(context, { operation, target: referenceNumber, inputHash }, touched, async () => resultsOf(plan, await run(context, plan)), auditEnds);
  return { posting: await context.store.postings.byReference(context.viewer.id, referenceNumber), channels };
}

function run(context: Context, plan: PostingPlan): Promise<Ran<readonly ChannelResult[]>> {
  const { operation, inputHash, idempotencyKey } = plan;
  if (idempotencyKey === null) return withoutKey(context, plan);
  return context.writing.runner.run({ client: context.viewer.id, key: idempotencyKey, operation, inputHash }, (book) => underLock(context, plan, book));
}

function resultsOf({ channels }: PostingPlan, ran: Ran<readonly ChannelResult[]>): readonly ChannelResult[] {
  switch (ran.kind) {
    case 'conflict':
      return channels.map(({ channel }) => ({ ...invalid(channel, [keyReused]), replayed: false }));
    case 'busy':
      return channels.map(({ channel }) => ({ ...stillRunning(channel), replayed: false }));
    case 'done':
      return ran.replayed ? ran.outcome.map((result) => ({ ...result, replayed: true })) : ran.outcome;
  }
}

async function withoutKey(context: Context, plan: PostingPlan): Promise<Ran<readonly ChannelResult[]>> {
  const { outcome } = await underLock(context, plan, { steps: new Map(), record: async () => undefined });
  return { kind: 'done', outcome, replayed: false };
}

/** One run at a time for a reference number: two with different keys would both find nothing there, and both post. */
async function underLock(context: Context, plan: PostingPlan, book: Book): Promise<Ended<readonly ChannelResult[]>> {
  const { runner } = context.writing;
  const ran = await runner.exclusively(context.viewer.id, plan.referenceNumber, (lock) => onEveryChannel(context, plan, both(book, lock)));
  if (ran.kind === 'done') return ran.outcome;
  return { outcome: plan.channels.map(({ channel }) => ({ ...stillRunning(channel), replayed: false })), as: 'unsettled' };
}

/** Written down only while the run and its turn both hold. */
function both({ steps, record }: Book, lock: Book): Book {
  return {
    steps,
    async record(step, state) {
      await lock.record(step, null);
      await record(step, state);
    },
  };
}

async function onEveryChannel(context: Context, plan: PostingPlan, book: Book): Promise<Ended<readonly ChannelResult[]>> {
  const { store } = context;
  const posting = await store.postings.byReference(context.viewer.id, plan.referenceNumber);
  const settled = await Promise.allSettled(
    plan.channels.map((channel) => postOnChannel({ context, plan, channel, book, known: posting?.channels.find((one) => one.channel === channel.channel) ?? null })),
  );
  // Every channel has come to its end before a fault of ours is told.
  const faults = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (faults.length > 0) throw faults.find((fault) => !(fault instanceof LeaseLost)) ?? faults[0];
  const outcome = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return { outcome, as: endOf(outcome) };
}

function endOf(results: readonly ChannelResult[]): Ended<unknown>['as'] {
  if (results.some(({ status }) => status === 'UNCERTAIN')) return 'unsettled';
  // Nothing was sent: the key is free for the mended input.
  return results.every(({ status, upstreamStatus }) => status === 'INVALID' && upstreamStatus === null) ? 'forgotten' : 'settled';
}
