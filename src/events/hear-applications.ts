import type { Context } from '../context.ts';
import type { Application } from '../domain/application.ts';
import { findApplication } from './list-applications.ts';
import { passedOn } from './passed-on.ts';

/** Applications as they are received, those that the caller may see. @param referenceNumber null is any vacancy's */
export function hearApplications(context: Context, referenceNumber: string | null): AsyncIterableIterator<Application> {
  const { happenings, signal, viewer } = context;
  const mayBeSeen = ({ owner }: { readonly owner: string | null }) => owner === null || owner === viewer.id || viewer.scopes.has('admin');
  return passedOn(happenings.hear('applicationReceived', signal, { wants: mayBeSeen }), async ({ id }) => {
    const application = await findApplication(context, String(id));
    return application === null || (referenceNumber !== null && application.referenceNumber !== referenceNumber) ? null : application;
  });
}
