import type { Context } from '../context.ts';
import type { Application, ApplicationFilter, Audience } from '../domain/application.ts';
import { globalId } from '../domain/ids.ts';
import { type KeptPage, keptPage } from '../federate/kept-page.ts';
import { pageInfoOf, type PageRequest } from '../federate/page.ts';
import { applicationAudience, applicationSource } from './application-audience.ts';

export type ApplicationPage = KeptPage<Application>;
export type ApplicationEdge = ApplicationPage['edges'][number];

/** Numbers of applications: those that are exact. */
const number = /^[1-9]\d{0,14}$/;

/** The applications that the caller may see, the newest first. */
export async function listApplications(context: Context, filter: ApplicationFilter, page: PageRequest): Promise<ApplicationPage> {
  const { applications } = context.store;
  const audience = audienceIn(context);
  return keptPage(
    context.cursors,
    {
      purpose: `applications ${JSON.stringify([audience, filter])}`,
      read: (first, after) => applications.page({ audience, filter, first, after }),
      positionOf: ({ receivedAt, id }) => ({ at: receivedAt.getTime(), id: String(id) }),
      count: () => applications.count({ audience, filter }),
    },
    page,
  );
}

/** The applications under some reference numbers; without a number there are none. */
export async function listApplicationsTo(context: Context, referenceNumbers: readonly string[], page: PageRequest): Promise<ApplicationPage> {
  if (referenceNumbers.length > 0) return listApplications(context, { referenceNumbers, receivedFrom: null, receivedTo: null, email: null }, page);
  return { edges: [], pageInfo: pageInfoOf([], page.after, false), totalCount: async () => 0 };
}

/** One application by the number of its id; null where there is none that the caller may see. */
export async function findApplication(context: Context, sourceId: string): Promise<Application | null> {
  return number.test(sourceId) ? context.store.applications.byId(Number(sourceId), audienceIn(context)) : null;
}

export function applicationId({ id, source }: Pick<Application, 'id' | 'source'>): string {
  return globalId(source, 'application', String(id));
}

/** Where its CV is downloaded. */
export function resumeUrl({ ownUrl }: Pick<Context, 'ownUrl'>, id: number): string {
  return ownUrl(`/applications/${id}/resume`);
}

/** The upstream's id of the vacancy that the caller itself posted on the board under a reference number. */
export async function postedUnder({ viewer, store }: Context, referenceNumber: string): Promise<string | null> {
  const posting = await store.postings.byReference(viewer.id, referenceNumber);
  return posting?.channels.find(({ channel }) => channel === applicationSource)?.upstreamId ?? null;
}

function audienceIn({ viewer, writing }: Context): Audience {
  return applicationAudience(viewer, (source) => writing.hasOwnCredentials(source));
}
