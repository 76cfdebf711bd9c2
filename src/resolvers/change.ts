import type { Change } from '../domain/change.ts';
import { globalId } from '../domain/ids.ts';
import { listChanges } from '../federate/changes.ts';
import { BadInput } from '../domain/errors.ts';
import { loadCandidate, loadVacancy } from '../federate/lookup.ts';
import type { PageRequest } from '../federate/page.ts';
import type {
  CandidateChangeConnectionResolvers,
  CandidateChangeEdgeResolvers,
  CandidateChangeResolvers,
  QueryResolvers,
  VacancyChangeConnectionResolvers,
  VacancyChangeEdgeResolvers,
  VacancyChangeResolvers,
} from '../generated/resolvers.ts';
import { nodeOfEdge, nodesOfPage } from './edge.ts';
import { given } from './input/check.ts';
import { pageOf } from './input/page.ts';
import { candidateFieldsOf, vacancyFieldsOf } from './selection.ts';

const longestSpanDays = 366;

export const VacancyChange: VacancyChangeResolvers = {
  id: idOf,
  vacancyId: ({ source, sourceId }) => globalId(source, 'vacancy', sourceId),
  vacancy: ({ source, sourceId, kind }, _args, context, info) => (kind === 'DELETED' ? null : loadVacancy(context, source, sourceId, vacancyFieldsOf(info))),
};
export const VacancyChangeConnection: VacancyChangeConnectionResolvers = { nodes: nodesOfPage };
export const VacancyChangeEdge: VacancyChangeEdgeResolvers = { node: nodeOfEdge };

export const CandidateChange: CandidateChangeResolvers = {
  id: idOf,
  candidateId: ({ source, sourceId }) => globalId(source, 'candidate', sourceId),
  candidate: ({ source, sourceId, kind }, _args, context, info) => (kind === 'DELETED' ? null : loadCandidate(context, source, sourceId, candidateFieldsOf(info))),
};
export const CandidateChangeConnection: CandidateChangeConnectionResolvers = { nodes: nodesOfPage };
export const CandidateChangeEdge: CandidateChangeEdgeResolvers = { node: nodeOfEdge };

export const changeQueries: Pick<QueryResolvers, 'vacancyChanges' | 'candidateChanges'> = {
  vacancyChanges: (_parent, { source, first, after, ...span }, context) => listChanges(context, { of: 'vacancyChanges', source, ...spanOf(span, context.now()), page: pageOfChanges(first, after) }),
  candidateChanges: (_parent, { source, first, after, ...span }, context) => listChanges(context, { of: 'candidateChanges', source, ...spanOf(span, context.now()), page: pageOfChanges(first, after) }),
};

function pageOfChanges(first: number | null | undefined, after: string | null | undefined): PageRequest {
  return pageOf({ first, after }, 100);
}

function spanOf({ since, until }: { since: Date; until?: Date | null | undefined }, nowMs: number): { since: Date; until: Date | null } {
  const end = given(until);
  const endMs = end?.getTime() ?? nowMs;
  if (since.getTime() >= endMs) throw new BadInput([end === null ? 'since' : 'until'], end === null ? 'is not in the past' : 'is not after since');
  if (endMs - since.getTime() > longestSpanDays * 24 * 60 * 60 * 1000) throw new BadInput(['since'], `is more than ${longestSpanDays} days before the end of the span`);
  return { since, until: end };
}

/** A change has no id of its own at its source: it is known by what changed, how and when, as near as the source tells. */
function idOf({ source, sourceId, kind, nativeStatus, changedAt, changedAfter }: Change): string {
  return globalId(source, 'change', [sourceId, kind, nativeStatus, (changedAt ?? changedAfter)?.toISOString()].filter((part) => part !== null && part !== undefined).join('/'));
}
