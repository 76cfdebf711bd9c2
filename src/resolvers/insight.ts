import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { globalId } from '../domain/ids.ts';
import type { InsightConnectionResolvers, InsightEdgeResolvers, InsightResolvers, QueryResolvers, VacancyResolvers } from '../generated/resolvers.ts';
import { listInsights } from '../insights/listing.ts';
import { insightSeries } from '../insights/series.ts';
import { summariseInsights } from '../insights/summary.ts';
import { insightOfVacancy } from '../insights/vacancy-insight.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { nodeOfEdge, nodesOfPage } from './edge.ts';
import { dimensionsOf, insightFilterOf, periodOf, seriesPeriodOf } from './input/insight.ts';
import { pageOf } from './input/page.ts';
import { isSelected, vacancyFieldsOf } from './selection.ts';

export const Insight: InsightResolvers = {
  vacancyId: ({ source, sourceId }) => globalId(source, 'vacancy', sourceId),
  vacancy: ({ source, sourceId }, _args, context, info) => readVacancy(context, source, sourceId, vacancyFieldsOf(info)),
  applicationRate: ({ clicks, applications }) => (clicks === null || clicks === 0 || applications === null ? null : applications / clicks),
  costPerApplication: ({ cost, applications }) => (cost === null || applications === null || applications === 0 ? null : cost / applications),
};
export const InsightConnection: InsightConnectionResolvers = { nodes: nodesOfPage };
export const InsightEdge: InsightEdgeResolvers = { node: nodeOfEdge };

export const insightOfVacancyField: NonNullable<VacancyResolvers['insight']> = (vacancy, { period }, context, info) =>
  insightOfVacancy(context, vacancy, periodOf(period), wantsPeople(context, info, []));

export const insightQueries: Pick<QueryResolvers, 'insights' | 'insightSummary' | 'insightSeries'> = {
  insights: (_parent, { period, filter, ...page }, context, info) =>
    listInsights(context, {
      period: periodOf(period),
      filter: insightFilterOf(filter),
      page: pageOf(page, 50),
      people: wantsPeople(context, info, ['nodes']) || wantsPeople(context, info, ['edges', 'node']),
    }),
  insightSummary: (_parent, { period, filter, groupBy }, context) =>
    summariseInsights(context, { period: periodOf(period), filter: insightFilterOf(filter), groupBy: dimensionsOf(groupBy, context) }),
  insightSeries: (_parent, { period, interval, filter, groupBy }, context) =>
    insightSeries(context, {
      period: seriesPeriodOf(period, interval ?? 'DAY'),
      interval: interval ?? 'DAY',
      filter: insightFilterOf(filter),
      groupBy: dimensionsOf(groupBy, context),
    }),
};

/** Whether the people in insights are selected, and the caller may see them: they are read past what is kept. */
function wantsPeople({ viewer }: Context, info: GraphQLResolveInfo, path: readonly string[]): boolean {
  return viewer.scopes.has('personal:read') && ['contactName', 'contactEmail'].some((field) => isSelected(info, ...path, field));
}
