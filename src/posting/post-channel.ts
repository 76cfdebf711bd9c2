import type { CallerSources, Context } from '../context.ts';
import type { PostedChannel } from '../domain/posting/posting.ts';
import type { Posts } from '../domain/source.ts';
import { channelOf, notConfigured } from './channel.ts';
import { type ChannelResult, invalid, type Sent } from './outcomes.ts';
import { mayChange, notOwned } from './ownership.ts';
import { type ChannelPlan, isError, type PostingPlan } from './plan.ts';
import type { Book } from './runner.ts';
import { mayHaveArrived, sameDraft, send } from './send.ts';

/** What a channel's step in the book of a run says. */
type StepState = { readonly phase: 'sending' } | { readonly phase: 'done'; readonly sent: Sent };

/** A plan's part on one channel while it runs. */
export interface ChannelRun {
  readonly context: Context;
  readonly sources: CallerSources;
  readonly plan: PostingPlan;
  readonly channel: ChannelPlan;
  /** What stands of the reference number on the channel. */
  readonly known: PostedChannel | null;
  readonly book: Book;
}

/** Posts on one channel: checks, then sends, and writes down what is about to be done before it is done. */
export async function postOnChannel(run: ChannelRun): Promise<ChannelResult> {
  const { context, sources, plan, channel, known, book } = run;
  const step = asStep(book.steps.get(channel.channel));
  if (step?.phase === 'done') {
    // The process may have ended before the posting was kept.
    await keep(run, step.sent, known);
    return { ...step.sent, replayed: true };
  }
  const source = channelOf(sources, channel.channel);
  if (source === null) return { ...invalid(channel.channel, [notConfigured(channel.channel, plan.mode === 'upsert' ? ['channels'] : ['input'])]), replayed: false };
  if (step?.phase === 'sending' && known !== null && isSettledAs(known, channel)) return { ...known, raw: null, upstreamStatus: null, replayed: false };
  const { userErrors } = await channel.check();
  if (userErrors.some(isError)) return { ...invalid(channel.channel, userErrors), replayed: false };
  const { target } = channel;
  if (target !== null && !(await mayChange(context, channel.channel, target.upstreamId))) {
    return { ...invalid(channel.channel, [...userErrors, notOwned(target.path)]), replayed: false };
  }
  const sent = await sendAndKeep(run, source, target?.upstreamId ?? ownTarget(plan, known));
  const result = { ...sent, userErrors: [...userErrors, ...sent.userErrors.map((error) => ({ ...error, path: channel.pathOf(error.path) }))] };
  if (sent.status !== 'UNCERTAIN') await book.record(channel.channel, { phase: 'done', sent: result } satisfies StepState);
  return { ...result, replayed: false };
}

/** The caller said, or an earlier run found out, that what this run began to send is there. */
function isSettledAs(known: PostedChannel, { draft }: ChannelPlan): boolean {
  return (known.status === 'PUBLISHED' || known.status === 'UPDATED') && sameDraft(known.draft, draft);
}

function ownTarget({ mode }: PostingPlan, known: PostedChannel | null): string | null {
  return mode === 'named' || known === null || known.status === 'WITHDRAWN' ? null : known.upstreamId;
}

async function sendAndKeep(run: ChannelRun, source: Posts, target: string | null): Promise<Sent> {
  const { context, plan, channel, known, book } = run;
  const { draft } = channel;
  const unsettled = known !== null && mayHaveArrived(known) && (plan.mode === 'upsert' || known.status === 'UNCERTAIN') ? known : null;
  // Until its id is known, an earlier draft is what may be there.
  const pending = unsettled?.draft ?? draft;
  await book.record(channel.channel, { phase: 'sending' } satisfies StepState);
  if (target === null) await keepChannel(run, { ...nothingYet, channel: draft.channel, status: 'UNCERTAIN', draft: pending });
  const others = await idsOfReference(run);
  const first = await send({ source, draft, target, earlier: target === null ? unsettled : null, others, now: context.now });
  // What the caller posted itself and is gone upstream is posted anew.
  const sent = target !== null && channel.target === null && isGone(first) ? await repost(run, source) : first;
  await keep(run, sent, known, sent.status === 'UNCERTAIN' ? pending : draft);
  return sent;
}

async function repost(run: ChannelRun, source: Posts): Promise<Sent> {
  const { context, channel } = run;
  await keepChannel(run, { ...nothingYet, channel: channel.channel, status: 'UNCERTAIN', draft: channel.draft });
  return send({ source, draft: channel.draft, target: null, earlier: null, others: await idsOfReference(run), now: context.now });
}

function idsOfReference({ context, plan, channel }: ChannelRun): Promise<readonly string[]> {
  return context.writing.store.postings.idsPosted(context.viewer.id, plan.referenceNumber, channel.channel);
}

function isGone({ status, userErrors }: Sent): boolean {
  return status === 'INVALID' && userErrors.some(({ code }) => code === 'NOT_FOUND');
}

/** Keeps what stands on the channel now. A change that was not made leaves what stood. */
async function keep(run: ChannelRun, sent: Sent, known: PostedChannel | null, draft = run.channel.draft): Promise<void> {
  const { raw: _raw, upstreamStatus: _status, ...outcome } = sent;
  const stands = sent.status === 'PUBLISHED' || sent.status === 'UPDATED' || sent.status === 'UNCERTAIN';
  if (!stands && known !== null && known.upstreamId !== null) return;
  await keepChannel(run, { ...outcome, draft });
}

async function keepChannel({ context, plan }: ChannelRun, channel: Omit<PostedChannel, 'updatedAt'>): Promise<void> {
  const { referenceNumber, title } = plan;
  await context.writing.store.postings.save({ client: context.viewer.id, referenceNumber, title, channels: [channel] });
}

const nothingYet = { upstreamId: null, url: null, userErrors: [], error: null } as const;

/** Steps are written by this file alone. */
function asStep(state: unknown): StepState | undefined {
  return state as StepState | undefined;
}
