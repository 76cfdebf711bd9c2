import { parseIdOf } from '../domain/ids.ts';
import { countVacancies } from '../federate/count.ts';
import { facetVacancies } from '../federate/facets.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { listSnapshot } from '../federate/snapshot.ts';
import { listVacancies } from '../federate/vacancies.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { pageOf } from './input/page.ts';
import { sourcesOf, unsupportedPolicyOf, vacancyFilterOf } from './input/vacancy-filter.ts';
import { connectionVacancyFields, countsSelected, vacancyFieldsOf } from './selection.ts';

type VacancyQueries = Pick<QueryResolvers, 'vacancy' | 'vacancies' | 'vacancyCount' | 'vacancyFacets' | 'vacancySnapshot'>;

export const vacancyQueries: VacancyQueries = {
  vacancy: (_parent, { id }, context, info) => {
    const { source, sourceId } = parseIdOf('vacancy', id, ['id']);
    return readVacancy(context, source, sourceId, vacancyFieldsOf(info));
  },
  vacancies: (_parent, args, context, info) =>
    listVacancies(context, {
      filter: vacancyFilterOf(args.filter, context),
      policy: unsupportedPolicyOf(args.filter),
      sources: sourcesOf(args.sources),
      order: args.orderBy ?? 'SOURCE_ORDER',
      page: pageOf(args, 20),
      fields: connectionVacancyFields(info),
      counts: countsSelected(info),
    }),
  vacancyCount: (_parent, { filter, sources }, context) => countVacancies(context, { filter: vacancyFilterOf(filter, context), policy: unsupportedPolicyOf(filter), sources: sourcesOf(sources) }),
  vacancyFacets: (_parent, { by, filter, sources }, context) => facetVacancies(context, by, { filter: vacancyFilterOf(filter, context), policy: unsupportedPolicyOf(filter), sources: sourcesOf(sources) }),
  vacancySnapshot: (_parent, { source, date, ...page }, context, info) => {
    const fields = connectionVacancyFields(info);
    const values = [...fields].some((field) => field !== 'source' && field !== 'sourceId');
    return listSnapshot(context, { source, date, page: pageOf(page, 20), fields, values });
  },
};
