import { globalId } from '../domain/ids.ts';
import type { MutationEnd } from './audited.ts';
import type { ChannelResult } from './outcomes.ts';

/** What a mutation came to on each channel, for the log of mutations. */
export function auditEnds(results: readonly ChannelResult[]): readonly MutationEnd[] {
  return results.map(({ channel, status, upstreamId, upstreamStatus, replayed }) => ({
    channel,
    target: upstreamId === null ? null : globalId(channel, 'vacancy', upstreamId),
    outcome: replayed ? `REPLAYED ${status}` : status,
    upstreamStatus: replayed ? null : upstreamStatus,
  }));
}
