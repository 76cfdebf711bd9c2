import type { CallerSources } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import type { Posts } from '../domain/capabilities.ts';
import type { DataSource } from '../domain/source.ts';
import { userError } from './outcomes.ts';

/** A channel as the caller can post on it; null where it is not configured. */
export function channelOf(sources: CallerSources, channel: PostingChannel): Posts | null {
  const source = sources.get(channel);
  return source !== null && canPost(source) ? source : null;
}

function canPost(source: DataSource): source is DataSource & Posts {
  return source.post !== undefined && source.change !== undefined && source.withdraw !== undefined && source.find !== undefined;
}

/** @param path the argument that asks for the channel */
export function notConfigured(channel: PostingChannel, path: readonly string[]): UserError {
  return userError('SOURCE_NOT_CONFIGURED', path, `No credentials for ${channel} are configured.`);
}
