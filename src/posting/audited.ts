import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import { SourceFailure } from '../domain/errors.ts';
import type { AuditEnd, AuditEntry } from '../store/audit.ts';
import { auditTarget } from './audit-target.ts';

/** What a mutation is, for the log of mutations. */
export interface Mutation {
  readonly operation: string;
  /** What it is about: a reference number, a code or an id, as the caller wrote it. */
  readonly target: string;
  readonly inputHash: string | null;
}

/** What a mutation came to on a channel. */
export interface MutationEnd extends Omit<AuditEnd, 'id' | 'target'> {
  readonly channel: PostingChannel | null;
  /** What it turned out to be about; null is as it began. */
  readonly target: string | null;
}

/**
 * Does a mutation between its two marks in the log: it stands there as begun before anything is sent, and its end is written over
 * that. One that nobody ends, since the process died, stays as it began. What cannot be marked as begun is not done; that an end
 * cannot be written is logged and changes no answer.
 * @param channels those that it touches; null where it is about none
 */
export function audited<T>(context: Context, mutation: Mutation, channels: readonly (PostingChannel | null)[], work: () => Promise<T>, endsOf: (result: T) => readonly MutationEnd[]): Promise<T> {
  const { store } = context;
  const { runner, notLogged } = context.writing;
  async function settle(ids: readonly string[], ends: readonly MutationEnd[]): Promise<void> {
    const byChannel = new Map(ends.map((end) => [end.channel, end]));
    const settled = channels.flatMap((channel, index): AuditEnd[] => {
      const [end, id] = [byChannel.get(channel), ids[index]];
      return end === undefined || id === undefined ? [] : [{ id, outcome: end.outcome, upstreamStatus: end.upstreamStatus, target: auditTarget(end.target ?? mutation.target) }];
    });
    await store.audit.settle(settled).catch(notLogged);
  }
  return runner.finish(async () => {
    const ids = await store.audit.begin(channels.map((channel) => begun(context, mutation, channel)));
    try {
      const result = await work();
      await settle(ids, endsOf(result));
      return result;
    } catch (error) {
      const upstreamStatus = error instanceof SourceFailure ? error.upstreamStatus : null;
      // On a channel it may be done: only a channel's own outcome says that it surely is not.
      await settle(ids, channels.map((channel) => ({ channel, outcome: channel === null ? 'FAILED' : 'UNCERTAIN', upstreamStatus, target: null })));
      throw error;
    }
  });
}

function begun({ viewer }: Context, { operation, target, inputHash }: Mutation, channel: PostingChannel | null): Omit<AuditEntry, 'outcome' | 'upstreamStatus'> {
  return { client: viewer.id, operation, channel, target: auditTarget(target), inputHash };
}
