import type { Context } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { Posting } from '../domain/posting/posting.ts';
import { openCursor } from '../federate/cursor.ts';
import { type Edge, type PageInfo, pageInfoOf, type PageRequest } from '../federate/page.ts';
import type { Audited } from '../store/audit.ts';
import type { Position, StorePage } from '../store/page.ts';

/** A page of what the gateway itself keeps. */
export interface KeptPage<T> {
  readonly edges: readonly (Edge<T> & { readonly node: T })[];
  readonly pageInfo: PageInfo;
  /** Counted when it is asked for. */
  readonly totalCount: () => Promise<number>;
}

export type PostingPage = KeptPage<Posting>;
export type PostingEdge = PostingPage['edges'][number];
export type MutationLogPage = KeptPage<Audited>;
export type MutationLogEdge = MutationLogPage['edges'][number];

/** What the caller posted, the newest first. */
export async function listPostings({ viewer, store, cursors }: Context, referenceNumber: string | null, page: PageRequest): Promise<PostingPage> {
  const { postings } = store;
  const purpose = `postings ${viewer.id} ${referenceNumber ?? ''}`;
  const found = await postings.page({ client: viewer.id, referenceNumber, first: page.first, after: positionOf(openCursor(cursors, purpose, page.after)) });
  const cursorOf = ({ createdAt, id }: Posting) => cursors.seal(purpose, { at: createdAt.getTime(), id });
  return pageOf(found, page, cursorOf, () => postings.count(viewer.id, referenceNumber));
}

/** The log of mutations, the newest first; null is every caller's. */
export async function listMutations({ store, cursors }: Context, client: string | null, page: PageRequest): Promise<MutationLogPage> {
  const { audit } = store;
  const purpose = `mutation log ${client ?? ''}`;
  const found = await audit.page({ client, first: page.first, after: positionOf(openCursor(cursors, purpose, page.after)) });
  return pageOf(found, page, ({ at, id }) => cursors.seal(purpose, { at: at.getTime(), id }), () => audit.count(client));
}

/** The caller's posting of a vacancy, null where it posted none. */
export async function postingOfVacancy({ viewer, store }: Context, channel: PostingChannel, upstreamId: string): Promise<Posting | null> {
  const postings = await store.postings.byUpstreamId(channel, upstreamId);
  return postings.find(({ client }) => client === viewer.id) ?? null;
}

function pageOf<T>({ rows, more }: StorePage<T>, { after }: PageRequest, cursorOf: (row: T) => string, totalCount: () => Promise<number>): KeptPage<T> {
  const edges = rows.map((node) => ({ cursor: cursorOf(node), node }));
  return { edges, pageInfo: pageInfoOf(edges, after, more), totalCount };
}

/** @throws BadInput where a cursor that we sealed is of another form: it is of another version */
function positionOf(state: unknown): Position | null {
  if (state === null) return null;
  if (typeof state === 'object' && 'at' in state && 'id' in state && typeof state.at === 'number' && typeof state.id === 'string') return { at: state.at, id: state.id };
  throw new BadInput(['after'], 'is not a cursor of this list');
}
