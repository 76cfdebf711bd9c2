import type { Context } from '../context.ts';
import { jobPostingOf } from '../domain/json-ld.ts';
import { globalId } from '../domain/ids.ts';
import type { Organisation } from '../domain/organisation.ts';
import { postingChannelOf } from '../domain/posting/drafts.ts';
import type { SourceName } from '../domain/source-name.ts';
import { loadOrganisation, loadVacancy } from '../federate/lookup.ts';
import type { EducationRequirementResolvers, RichTextResolvers, VacancyConnectionResolvers, VacancyEdgeResolvers, VacancyResolvers } from '../generated/resolvers.ts';
import { postingOfVacancy } from '../posting/lists.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { applicationsTo } from './application.ts';
import { eachRow, nodeOfEdge, nodesOfPage } from './edge.ts';
import { numberWithin } from './input/check.ts';
import { insightOfVacancyField } from './insight.ts';
import { pageOf } from './input/page.ts';
import { keyOf } from './reference.ts';
import { selectsOnly, vacancyFieldsOf } from './selection.ts';

const maxPlainLength = 100_000;
/** What a vacancy itself says of its organisation. */
const statedByVacancy: ReadonlySet<string> = new Set(['__typename', 'id', 'source', 'code', 'name']);

export const Vacancy: VacancyResolvers = {
  __resolveReference: async (reference, context, info) => {
    const { source, sourceId } = keyOf('vacancy', reference);
    return readVacancy(context, source, sourceId, vacancyFieldsOf(info));
  },
  id: ({ source, sourceId }) => globalId(source, 'vacancy', sourceId),
  organisation: ({ source, organisation }, _args, context, info) =>
    // A promise only where one is needed: with one a row, the whole list is completed by promises.
    organisation === null || selectsOnly(info, statedByVacancy) ? organisation : wholeOrganisation(context, source, organisation),
  duplicateOf: ({ source, sourceId, duplicateOfId }, _args, context, info) =>
    // The first of a group of duplicates names itself as their parent.
    duplicateOfId === null || duplicateOfId === sourceId ? null : loadVacancy(context, source, duplicateOfId, vacancyFieldsOf(info)),
  duplicates: ({ source, duplicateIds }, _args, context, info) => eachRow(duplicateIds.map((id) => loadVacancy(context, source, id, vacancyFieldsOf(info)))),
  posting: ({ source, sourceId }, _args, context) => {
    const channel = postingChannelOf(source);
    return channel === null ? null : postingOfVacancy(context, channel, sourceId);
  },
  applications: (vacancy, page, context) => applicationsTo(context, vacancy, pageOf(page, 20)),
  insight: insightOfVacancyField,
  jsonLd: (vacancy) => jobPostingOf(vacancy),
};

async function wholeOrganisation(context: Context, source: SourceName, stated: Organisation): Promise<Organisation> {
  return (await loadOrganisation(context, source, stated.code)) ?? stated;
}

export const VacancyConnection: VacancyConnectionResolvers = { nodes: nodesOfPage };
export const VacancyEdge: VacancyEdgeResolvers = { node: nodeOfEdge };

export const EducationRequirement: EducationRequirementResolvers = {
  eqfMin: ({ eqf }) => eqf?.min ?? null,
  eqfMax: ({ eqf }) => eqf?.max ?? null,
};

export const RichText: RichTextResolvers = {
  html: (text) => text.html,
  plain: (text, { maxLength }) => text.plain(numberWithin(maxLength, ['maxLength'], 1, maxPlainLength) ?? undefined),
};
