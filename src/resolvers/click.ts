import { globalId } from '../domain/ids.ts';
import type { ClickConnectionResolvers, ClickEdgeResolvers, ClickResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { listClicks } from '../insights/listing.ts';
import { visitorOfClick } from '../insights/visitor.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { nodeOfEdge, nodesOfPage } from './edge.ts';
import { periodOf, referenceNumberOf } from './input/insight.ts';
import { pageOf } from './input/page.ts';
import { vacancyFieldsOf } from './selection.ts';

export const Click: ClickResolvers = {
  vacancyId: ({ source, sourceId }) => globalId(source, 'vacancy', sourceId),
  vacancy: ({ source, sourceId }, _args, context, info) => readVacancy(context, source, sourceId, vacancyFieldsOf(info)),
  visitor: (click, _args, context) => visitorOfClick(context, click),
};
export const ClickConnection: ClickConnectionResolvers = { nodes: nodesOfPage };
export const ClickEdge: ClickEdgeResolvers = { node: nodeOfEdge };

export const clickQueries: Pick<QueryResolvers, 'clicks'> = {
  clicks: (_parent, { period, referenceNumber, ...page }, context) =>
    listClicks(context, { period: periodOf(period), referenceNumber: referenceNumberOf(referenceNumber), page: pageOf(page, 50) }),
};
