import type { Context } from '../context.ts';
import type { ApplicationFilter } from '../domain/application.ts';
import { parseIdOf } from '../domain/ids.ts';
import { postingChannelOf } from '../domain/posting/drafts.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { applicationId, type ApplicationPage, findApplication, listApplications, listApplicationsTo, postedUnder, resumeUrl } from '../events/list-applications.ts';
import type { PageRequest } from '../federate/page.ts';
import type { ApplicationConnectionResolvers, ApplicationFilter as FilterInput, ApplicationResolvers, QueryResolvers, ResumeResolvers } from '../generated/resolvers.ts';
import { postingOfVacancy } from '../posting/lists.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { given, inOrder, text } from './input/check.ts';
import { pageOf } from './input/page.ts';
import { keyOf } from './reference.ts';
import { vacancyFieldsOf } from './selection.ts';

export const Application: ApplicationResolvers = {
  __resolveReference: async (reference, context) => findApplication(context, keyOf('application', reference).sourceId),
  id: (application) => applicationId(application),
  resume: (application) => (application.resume === null ? null : { ...application.resume, application }),
  vacancy: async ({ source, referenceNumber }, _args, context, info) => {
    const sourceId = await postedUnder(context, referenceNumber);
    return sourceId === null ? null : readVacancy(context, source, sourceId, vacancyFieldsOf(info));
  },
};

export const Resume: ResumeResolvers = {
  url: ({ application }, _args, context) => resumeUrl(context, application.id),
};

export const ApplicationConnection: ApplicationConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

/** Applications to a vacancy: those under the number that the caller posted it with. */
export async function applicationsTo(context: Context, { source, sourceId }: Pick<Vacancy, 'source' | 'sourceId'>, page: PageRequest): Promise<ApplicationPage> {
  const channel = postingChannelOf(source);
  const posting = channel === null ? null : await postingOfVacancy(context, channel, sourceId);
  return listApplicationsTo(context, posting === null ? [] : [posting.referenceNumber], page);
}

export const applicationQueries: Pick<QueryResolvers, 'application' | 'applications'> = {
  application: (_parent, { id }, context) => findApplication(context, parseIdOf('application', id, ['id']).sourceId),
  applications: (_parent, { filter, ...page }, context) => listApplications(context, filterOf(filter ?? {}), pageOf(page, 20)),
};

function filterOf({ referenceNumber, receivedFrom, receivedTo, email }: Partial<FilterInput>): ApplicationFilter {
  const number = text(referenceNumber, ['filter', 'referenceNumber']);
  const [from, to] = [given(receivedFrom), given(receivedTo)];
  inOrder(from, to, ['filter', 'receivedTo']);
  return { referenceNumbers: number === null ? null : [number], receivedFrom: from, receivedTo: to, email: text(email, ['filter', 'email']) };
}
