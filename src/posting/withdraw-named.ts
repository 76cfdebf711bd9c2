import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import { audited } from './audited.ts';
import { auditEnds } from './audit-results.ts';
import { channelOf, notConfigured } from './channel.ts';
import { invalid, type Sent, sentOf } from './outcomes.ts';
import { mayChange, notOwned } from './ownership.ts';
import { changesWhatStands, standing } from './withdraw-known.ts';

/** A vacancy that a caller names by its channel's own id. */
export interface NamedVacancy {
  readonly operation: string;
  readonly channel: PostingChannel;
  readonly upstreamId: string;
  /** Where the caller named it. */
  readonly path: readonly string[];
}

/** Takes one vacancy off its channel. */
export function withdrawNamed(context: Context, { operation, channel, upstreamId, path }: NamedVacancy): Promise<Sent> {
  const { openSources } = context.writing;
  const mutation = { operation, target: upstreamId, inputHash: null };
  const work = async (): Promise<Sent> => {
    const source = channelOf(openSources(), channel);
    if (source === null) return invalid(channel, [notConfigured(channel, path)]);
    if (!(await mayChange(context, channel, upstreamId))) return invalid(channel, [notOwned(path)]);
    const outcome = sentOf(channel, 'WITHDRAWN', upstreamId, await source.withdraw(upstreamId));
    if (changesWhatStands(outcome)) await keep(context, outcome, upstreamId);
    return { ...outcome, userErrors: outcome.userErrors.map((error) => ({ ...error, path })) };
  };
  return audited(context, mutation, [channel], work, (sent) => auditEnds([{ ...sent, replayed: false }]));
}

/** With every client who posted it with the same account: to others it may be another vacancy, or stand. */
async function keep({ store, viewer, writing }: Context, outcome: Sent, upstreamId: string): Promise<void> {
  const { postings } = store;
  for (const { client, referenceNumber, title, channels } of await postings.byUpstreamId(outcome.channel, upstreamId)) {
    if (client !== viewer.id && !(await writing.sharesAccount(client, outcome.channel))) continue;
    const known = channels.find(({ channel }) => channel === outcome.channel);
    if (known !== undefined) await postings.save({ client, referenceNumber, title, channels: [{ ...known, ...standing(outcome) }] });
  }
}
