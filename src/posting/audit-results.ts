import type { Context } from '../context.ts';
import { globalId } from '../domain/ids.ts';
import type { ChannelResult } from './outcomes.ts';

/** What a mutation was, for the log of mutations. */
export interface Audited {
  readonly operation: string;
  /** What it was about, where a channel's result names no vacancy: a reference number. */
  readonly target: string;
  readonly inputHash: string | null;
}

/** Leaves a row for each channel of a mutation. */
export async function auditResults({ viewer, writing }: Context, { operation, target, inputHash }: Audited, results: readonly ChannelResult[]): Promise<void> {
  await writing.store.audit.write(
    results.map(({ channel, status, upstreamId, upstreamStatus, replayed }) => ({
      client: viewer.id,
      operation,
      channel,
      target: upstreamId === null ? target : globalId(channel, 'vacancy', upstreamId),
      outcome: replayed ? `REPLAYED ${status}` : status,
      upstreamStatus: replayed ? null : upstreamStatus,
      inputHash,
    })),
  );
}
