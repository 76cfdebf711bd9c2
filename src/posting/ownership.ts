import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { userError } from './outcomes.ts';

/**
 * Whether the caller may change or withdraw a vacancy. With the server's credentials only what it posted itself; with its own,
 * whatever the upstream allows.
 */
export async function mayChange({ viewer, store, writing }: Context, channel: PostingChannel, upstreamId: string): Promise<boolean> {
  if (viewer.scopes.has('admin') || writing.hasOwnCredentials(channel)) return true;
  return (await store.postings.postersOf(channel, upstreamId)).includes(viewer.id);
}

export function notOwned(path: readonly string[]): UserError {
  return userError('NOT_OWNED', path, 'This vacancy was not posted by you through this gateway: only who posted it may change or withdraw it.');
}
