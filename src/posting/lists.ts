import type { Context } from '../context.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { Posting } from '../domain/posting/posting.ts';
import { type KeptPage, keptPage } from '../federate/kept-page.ts';
import type { PageRequest } from '../federate/page.ts';
import type { Audited } from '../store/audit.ts';

export type PostingPage = KeptPage<Posting>;
export type PostingEdge = PostingPage['edges'][number];
export type MutationLogPage = KeptPage<Audited>;
export type MutationLogEdge = MutationLogPage['edges'][number];

/** What the caller posted, the newest first. */
export async function listPostings({ viewer, store, cursors }: Context, referenceNumber: string | null, page: PageRequest): Promise<PostingPage> {
  const { postings } = store;
  const client = viewer.id;
  return keptPage(
    cursors,
    {
      purpose: `postings ${client} ${referenceNumber ?? ''}`,
      read: (first, after) => postings.page({ client, referenceNumber, first, after }),
      positionOf: ({ createdAt, id }) => ({ at: createdAt.getTime(), id }),
      count: () => postings.count(client, referenceNumber),
    },
    page,
  );
}

/** The log of mutations, the newest first; null is every caller's. */
export async function listMutations({ store, cursors }: Context, client: string | null, page: PageRequest): Promise<MutationLogPage> {
  const { audit } = store;
  return keptPage(
    cursors,
    {
      purpose: `mutation log ${client ?? ''}`,
      read: (first, after) => audit.page({ client, first, after }),
      positionOf: ({ at, id }) => ({ at: at.getTime(), id }),
      count: () => audit.count(client),
    },
    page,
  );
}

/** The caller's posting of a vacancy, null where it posted none. */
export async function postingOfVacancy({ viewer, store }: Context, channel: PostingChannel, upstreamId: string): Promise<Posting | null> {
  const postings = await store.postings.byUpstreamId(channel, upstreamId);
  return postings.find(({ client }) => client === viewer.id) ?? null;
}
