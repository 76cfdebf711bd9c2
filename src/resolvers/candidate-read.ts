import { parseIdOf } from '../domain/ids.ts';
import { listCandidateReads } from '../authorisation/index.ts';
import type { CandidateReadConnectionResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { pageOf } from './input/page.ts';

export const CandidateReadConnection: CandidateReadConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

export const candidateReadQueries: Pick<QueryResolvers, 'candidateReads'> = {
  candidateReads: (_parent, { candidateId, ...page }, context) => {
    const wanted = candidateId ?? null;
    if (wanted !== null) parseIdOf('candidate', wanted, ['candidateId']);
    return listCandidateReads(context, wanted, pageOf(page, 20));
  },
};
