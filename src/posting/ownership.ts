import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { userError } from './outcomes.ts';

/**
 * Whether the caller may change or withdraw a vacancy. With the server's credentials only what it posted itself; with its own,
 * whatever the upstream allows. What others posted with another account nobody else may: that the caller's account does not have it
 * would be taken for its being gone.
 */
export async function mayChange({ viewer, store, writing }: Context, channel: PostingChannel, upstreamId: string): Promise<boolean> {
  const posters = await store.postings.postersOf(channel, upstreamId);
  if (posters.includes(viewer.id)) return true;
  const shared = await Promise.all(posters.map((client) => writing.sharesAccount(client, channel)));
  if (posters.length > 0 && !shared.includes(true)) return false;
  return viewer.scopes.has('admin') || writing.hasOwnCredentials(channel);
}

export function notOwned(path: readonly string[]): UserError {
  return userError('NOT_OWNED', path, 'This vacancy was not posted by you through this gateway: only who posted it may change or withdraw it.');
}
