import { globalId, parseIdOf } from '../domain/ids.ts';
import { loadOrganisation } from '../federate/lookup.ts';
import { listOrganisations } from '../federate/organisations.ts';
import { listVacancies } from '../federate/vacancies.ts';
import { BadInput } from '../domain/errors.ts';
import type { OrganisationConnectionResolvers, OrganisationEdgeResolvers, OrganisationResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { nodeOfEdge, nodesOfPage } from './edge.ts';
import { given, text, texts } from './input/check.ts';
import { pageOf } from './input/page.ts';
import { sourcesOf, unsupportedPolicyOf, vacancyFilterOf } from './input/vacancy-filter.ts';
import { keyOf } from './reference.ts';
import { connectionVacancyFields, countsSelected } from './selection.ts';

export const Organisation: OrganisationResolvers = {
  __resolveReference: async (reference, context) => {
    const { source, sourceId } = keyOf('organisation', reference);
    return loadOrganisation(context, source, sourceId);
  },
  id: ({ source, code }) => globalId(source, 'organisation', code),
  vacancies: ({ source, code }, { filter, ...page }, context, info) => {
    if ((filter?.organisationIds ?? null) !== null) throw new BadInput(['filter', 'organisationIds'], 'is already this organisation: leave it out');
    return listVacancies(context, {
      filter: { ...vacancyFilterOf(filter, context), organisationIds: [globalId(source, 'organisation', code)] },
      policy: unsupportedPolicyOf(filter),
      sources: [source],
      order: 'SOURCE_ORDER',
      page: pageOf(page, 20),
      fields: connectionVacancyFields(info),
      counts: countsSelected(info),
    });
  },
};

export const OrganisationConnection: OrganisationConnectionResolvers = { nodes: nodesOfPage };
export const OrganisationEdge: OrganisationEdgeResolvers = { node: nodeOfEdge };

export const organisationQueries: Pick<QueryResolvers, 'organisation' | 'organisations'> = {
  organisation: (_parent, { id }, context) => {
    const { source, sourceId } = parseIdOf('organisation', id, ['id']);
    return loadOrganisation(context, source, sourceId);
  },
  organisations: (_parent, { filter, sources, ...page }, context) =>
    listOrganisations(context, {
      filter: {
        codes: texts(filter?.codes, ['filter', 'codes']),
        name: text(filter?.name, ['filter', 'name']),
        sector: text(filter?.sector, ['filter', 'sector']),
        levels: texts(filter?.levels, ['filter', 'levels']),
        includeSubOrganisations: given(filter?.includeSubOrganisations),
      },
      sources: sourcesOf(sources),
      page: pageOf(page, 50),
    }),
};
