import { postingChannels } from '../domain/posting/drafts.ts';
import type { ChannelStatus, PostedChannel, Posting } from '../domain/posting/posting.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import type { SourceError } from '../domain/report.ts';
import { draftFromJson, fromJson, stoodFromJson } from './json.ts';
import type { PostingChannelRow, PostingRow } from './tables.ts';

const statuses: readonly ChannelStatus[] = ['PUBLISHED', 'UPDATED', 'WITHDRAWN', 'INVALID', 'FAILED', 'UNCERTAIN'];

export function channelsByPosting(rows: readonly PostingChannelRow[]): ReadonlyMap<string, readonly PostingChannelRow[]> {
  return Map.groupBy(rows, ({ posting_id: id }) => id);
}

export function postingOf(row: PostingRow, channels: readonly PostingChannelRow[]): Posting {
  return {
    id: row.id,
    client: row.client,
    referenceNumber: row.reference_number,
    title: row.title,
    channels: channels.map(channelOf),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

/** @throws Error where the row names a channel or a status that is not known: it was written by a newer version */
function channelOf(row: PostingChannelRow): PostedChannel {
  const channel = postingChannels.find((name) => name === row.channel);
  const status = statuses.find((name) => name === row.status);
  if (channel === undefined || status === undefined) throw new Error(`a posting holds the unknown channel or status "${row.channel}" "${row.status}"`);
  return {
    channel,
    status,
    upstreamId: row.upstream_id,
    url: row.url,
    draft: row.draft === null ? null : draftFromJson(row.draft),
    userErrors: fromJson<readonly UserError[]>(row.user_errors),
    error: row.error === null ? null : fromJson<SourceError>(row.error),
    stood: row.stood === null ? null : stoodFromJson(row.stood),
    turn: row.turn,
    settledTurn: row.settled_turn,
    updatedAt: new Date(row.updated_at),
  };
}
