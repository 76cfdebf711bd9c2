import type { Candidate as DomainCandidate, CandidateAttachment } from '../domain/candidate.ts';
import { globalId, parseIdOf } from '../domain/ids.ts';
import { listCandidates } from '../federate/candidates.ts';
import { loadCandidate, loadVacancy } from '../federate/lookup.ts';
import type { AttachmentResolvers, CandidateConnectionResolvers, CandidateEdgeResolvers, CandidateResolvers, QueryResolvers, SkillResolvers } from '../generated/resolvers.ts';
import { eachRow, nodeOfEdge, nodesOfPage } from './edge.ts';
import { candidateFilterOf } from './input/candidate-filter.ts';
import { pageOf } from './input/page.ts';
import { sourcesOf } from './input/vacancy-filter.ts';
import { keyOf } from './reference.ts';
import { candidateFieldsOf, connectionCandidateFields, countsSelected, vacancyFieldsOf } from './selection.ts';

export const Candidate: CandidateResolvers = {
  __resolveReference: async (reference, context, info) => {
    const { source, sourceId } = keyOf('candidate', reference);
    return loadCandidate(context, source, sourceId, candidateFieldsOf(info));
  },
  id: ({ source, sourceId }) => globalId(source, 'candidate', sourceId),
  applicationsTo: ({ source, appliedToIds }, _args, context, info) => eachRow(appliedToIds.map((id) => loadVacancy(context, source, id, vacancyFieldsOf(info)))),
  attachments: attachmentsOf,
};

function attachmentsOf({ source, sourceId, attachments }: DomainCandidate): CandidateAttachment[] {
  return attachments.map((attachment) => ({ ...attachment, source, candidateId: sourceId }));
}

export const Attachment: AttachmentResolvers = {
  id: ({ source, candidateId, id }) => globalId(source, 'attachment', `${candidateId}/${id}`),
  // No document names a call that brings an attachment by its id.
  url: () => null,
};

export const CandidateConnection: CandidateConnectionResolvers = { nodes: nodesOfPage };
export const CandidateEdge: CandidateEdgeResolvers = { node: nodeOfEdge };
export const Skill: SkillResolvers = { __resolveType: ({ type }) => type };

export const candidateQueries: Pick<QueryResolvers, 'candidate' | 'candidates'> = {
  candidate: (_parent, { id }, context, info) => {
    const { source, sourceId } = parseIdOf('candidate', id, ['id']);
    return loadCandidate(context, source, sourceId, candidateFieldsOf(info));
  },
  candidates: (_parent, { filter, sources, ...page }, context, info) =>
    listCandidates(context, {
      filter: candidateFilterOf(filter, context),
      sources: sourcesOf(sources),
      page: pageOf(page, 20),
      fields: connectionCandidateFields(info),
      counts: countsSelected(info),
    }),
};
