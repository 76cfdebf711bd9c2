import { globalId } from '../domain/ids.ts';
import { ownId } from '../domain/own-ids.ts';
import { postingChannelOf } from '../domain/posting/drafts.ts';
import { postingRulesOf } from '../domain/posting/posting-rules.ts';
import { draftsOf } from '../domain/posting/publish.ts';
import type { ChannelResultResolvers, MutationLogConnectionResolvers, MutationLogEntryResolvers, PostingConnectionResolvers, PostingResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { listMutations, listPostings } from '../posting/lists.ts';
import { validateDrafts } from '../posting/validate.ts';
import { text } from './input/check.ts';
import { pageOf } from './input/page.ts';
import { channelsOf } from './input/posting.ts';

export const ChannelResult: ChannelResultResolvers = {
  vacancyId: ({ channel, upstreamId }) => (upstreamId === null ? null : globalId(channel, 'vacancy', upstreamId)),
  replayed: ({ replayed }) => replayed ?? false,
};

export const Posting: PostingResolvers = {
  id: ({ id }) => ownId('posting', id),
};

export const PostingConnection: PostingConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

export const MutationLogConnection: MutationLogConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

export const MutationLogEntry: MutationLogEntryResolvers = {
  id: ({ id }) => ownId('mutation', id),
  channel: ({ channel }) => postingChannelOf(channel),
};

export const postingQueries: Pick<QueryResolvers, 'postings' | 'postingRules' | 'validateVacancy' | 'mutationLog'> = {
  postings: (_parent, { referenceNumber, ...page }, context) => listPostings(context, text(referenceNumber, ['referenceNumber']), pageOf(page, 20)),
  postingRules: (_parent, { channel }) => postingRulesOf(channel),
  validateVacancy: (_parent, { input, channels }, { sources, now }) => validateDrafts(sources, draftsOf(input, channelsOf(channels)), now()),
  mutationLog: (_parent, { client, ...page }, context) => listMutations(context, text(client, ['client']), pageOf(page, 20)),
};
