import type { Context } from '../context.ts';
import type { Posts } from '../domain/capabilities.ts';
import { inInput } from '../domain/posting/input-form.ts';
import type { PostedChannel, Stood, Turn } from '../domain/posting/posting.ts';
import { nextTurn } from '../store/postings.ts';
import { channelOf, notConfigured } from './channel.ts';
import { goneOf, keepMark, keepOutcome, stoodOf } from './keep-channel.ts';
import { type ChannelResult, invalid, type Sent } from './outcomes.ts';
import { mayChange, notOwned } from './ownership.ts';
import { type ChannelPlan, isError, type PostingPlan } from './plan.ts';
import type { Book } from './runner.ts';
import { type Others, othersOf } from './others.ts';
import { mayHaveArrived, sameDraft, send } from './send.ts';

/** What a channel's step in the book of a run says. */
type StepState = { readonly phase: 'sending'; readonly turn: Turn } | { readonly phase: 'done'; readonly sent: Sent };

/** A plan's part on one channel while it runs. */
export interface ChannelRun {
  readonly context: Context;
  readonly plan: PostingPlan;
  readonly channel: ChannelPlan;
  /** What stands of the reference number on the channel. */
  readonly known: PostedChannel | null;
  readonly book: Book;
}

/** Posts on one channel: checks, then sends, and writes down what is about to be done before it is done. */
export async function postOnChannel(run: ChannelRun): Promise<ChannelResult> {
  const { context, plan, channel, known, book } = run;
  const step = asStep(book.steps.get(channel.channel));
  if (step?.phase === 'done') return { ...step.sent, replayed: true };
  if (channelOf(context.sources, channel.channel) === null) return { ...invalid(channel.channel, [notConfigured(channel.channel, plan.mode === 'upsert' ? ['channels'] : ['input'])]), replayed: false };
  if (step !== undefined && known !== null && isOvertaken(known, step.turn, channel)) return overtaken(known);
  if (step !== undefined && known !== null && isSettledAs(known, channel)) return { ...known, raw: null, upstreamStatus: null, replayed: false };
  const { userErrors } = await channel.check();
  if (userErrors.some(isError)) return { ...invalid(channel.channel, userErrors), replayed: false };
  const { target } = channel;
  if (target !== null && !(await mayChange(context, channel.channel, target.upstreamId))) {
    return { ...invalid(channel.channel, [...userErrors, notOwned(target.path)]), replayed: false };
  }
  const turn = step?.turn ?? nextTurn(known?.turn ?? 0, context.now());
  const sent = await sendAndKeep(run, turn, target?.upstreamId ?? ownTarget(plan, known));
  // That there is no such vacancy is about its id, not about the draft.
  const told = inInput(sent.userErrors, channel).map((error) => (error.code === 'NOT_FOUND' && target !== null ? { ...error, path: target.path } : error));
  const result = { ...sent, userErrors: [...userErrors, ...told] };
  if (sent.status !== 'UNCERTAIN') await book.record(channel.channel, { phase: 'done', sent: result } satisfies StepState);
  return { ...result, replayed: false };
}

/** The caller said, or an earlier run found out, that what this run began to send is there. */
function isSettledAs(known: PostedChannel, { draft }: ChannelPlan): boolean {
  return (known.status === 'PUBLISHED' || known.status === 'UPDATED') && sameDraft(known.draft, draft);
}

/** A later call came to something certain: what this one began is over, and to send it now would undo that. */
function isOvertaken({ status, upstreamId, settledTurn }: PostedChannel, turn: Turn, { target }: ChannelPlan): boolean {
  const isSettled = status === 'PUBLISHED' || status === 'UPDATED' || status === 'WITHDRAWN';
  return isSettled && settledTurn > turn && (target === null || target.upstreamId === upstreamId);
}

/** How the vacancy stands by now. */
function overtaken({ channel, status, upstreamId, url }: PostedChannel): ChannelResult {
  return { channel, status, upstreamId, url, userErrors: [], error: null, raw: null, upstreamStatus: null, replayed: false };
}

function ownTarget({ mode }: PostingPlan, known: PostedChannel | null): string | null {
  return mode === 'named' || known === null || known.status === 'WITHDRAWN' ? null : known.upstreamId;
}

async function sendAndKeep(run: ChannelRun, turn: Turn, target: string | null): Promise<Sent> {
  const { context, plan, channel, known, book } = run;
  const { draft } = channel;
  const unsettled = known !== null && mayHaveArrived(known) && (plan.mode === 'upsert' || known.status === 'UNCERTAIN') ? known : null;
  // Until its id is known, an earlier draft is what may be there.
  const pending = unsettled?.draft ?? draft;
  const stood = known === null ? null : stoodOf(known);
  await book.record(channel.channel, { phase: 'sending', turn } satisfies StepState);
  const keeping = { context, plan, turn, known, stood };
  if (target === null) await keepMark(keeping, pending);
  const others = await postedUnder(run);
  const first = await send({ open: opener(run), draft, target, earlier: target === null ? unsettled : null, standing: standingOf(stood), mode: plan.mode, others, now: context.now });
  // What the caller posted itself and is gone upstream is posted anew.
  if (target !== null && channel.target === null && isGone(first)) return repost(run, turn);
  await keepOutcome(keeping, target, first, first.status === 'UNCERTAIN' ? pending : draft);
  return first;
}

async function repost(run: ChannelRun, turn: Turn): Promise<Sent> {
  const { context, plan, channel, known } = run;
  const { draft } = channel;
  const keeping = { context, plan, turn, known, stood: known === null ? null : goneOf(stoodOf(known)) };
  await keepMark(keeping, draft);
  const sent = await send({ open: opener(run), draft, target: null, earlier: null, standing: null, mode: plan.mode, others: await postedUnder(run), now: context.now });
  await keepOutcome(keeping, null, sent, draft);
  return sent;
}

/** Opens the channel anew each time: what lists or a search took is not taken from the time that sending has. */
function opener({ context, channel: { channel } }: ChannelRun): () => Posts {
  return () => {
    const source = channelOf(context.writing.openSources(), channel);
    if (source === null) throw new Error(`${channel} is not configured any more`);
    return source;
  };
}

/** The vacancy that stood when a sending began, where the upstream has it still. */
function standingOf(stood: Stood | null): string | null {
  if (stood === null || stood.gone) return null;
  return stood.status === 'PUBLISHED' || stood.status === 'UPDATED' ? stood.upstreamId : null;
}

function postedUnder({ context, plan, channel }: ChannelRun): Promise<Others> {
  return othersOf(context, plan.referenceNumber, channel.channel);
}

function isGone({ status, userErrors }: Sent): boolean {
  return status === 'INVALID' && userErrors.some(({ code }) => code === 'NOT_FOUND');
}

/** Steps are written by this file alone. */
function asStep(state: unknown): StepState | undefined {
  return state as StepState | undefined;
}
