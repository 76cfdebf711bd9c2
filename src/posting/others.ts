import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';

/** Vacancies of a reference number that a sending without an answer cannot have made. */
export interface Others {
  readonly ids: readonly string[];
  /** Whether other clients posted some of them: they may share the account, and one that is not known yet may be theirs. */
  readonly ofOthersToo: boolean;
}

/** What is known to have been posted on a channel under a reference number, by the caller or by others. */
export async function othersOf({ viewer, store }: Context, referenceNumber: string, channel: PostingChannel): Promise<Others> {
  const posted = await store.postings.postedUnder(referenceNumber, channel);
  return { ids: [...new Set(posted.map(({ upstreamId }) => upstreamId))], ofOthersToo: posted.some(({ client }) => client !== viewer.id) };
}
