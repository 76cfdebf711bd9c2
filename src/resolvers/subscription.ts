import { hearApplications } from '../events/hear-applications.ts';
import { hearCandidateChanges, hearVacancyChanges } from '../events/hear-changes.ts';
import { passedOn } from '../events/passed-on.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { text } from './input/check.ts';
import { sourcesOf } from './input/vacancy-filter.ts';

export const Subscription: SubscriptionResolvers = {
  vacancyChanged: { subscribe: (_parent, { sources }, context) => passedOn(hearVacancyChanges(context, sourcesOf(sources)), (vacancyChanged) => ({ vacancyChanged })) },
  candidateChanged: { subscribe: (_parent, { sources }, context) => passedOn(hearCandidateChanges(context, sourcesOf(sources)), (candidateChanged) => ({ candidateChanged })) },
  applicationReceived: {
    subscribe: (_parent, { referenceNumber }, context) => passedOn(hearApplications(context, text(referenceNumber, ['referenceNumber'])), (applicationReceived) => ({ applicationReceived })),
  },
};
