import type { IndexingReportInput, MutationResolvers, QueryResolvers, UnsubscribeWebhookPayloadResolvers, WebhookSubscriptionResolvers } from '../generated/resolvers.ts';
import { ownId, parseOwnId } from '../domain/own-ids.ts';
import type { IndexingReport } from '../domain/indexing.ts';
import { nameOf } from '../domain/texts.ts';
import { reportIndexing } from '../posting/report-indexing.ts';
import { subscribeWebhook, unsubscribeWebhook } from '../posting/webhooks.ts';

export const WebhookSubscription: WebhookSubscriptionResolvers = {
  id: ({ id }) => ownId('webhook', id),
};

export const UnsubscribeWebhookPayload: UnsubscribeWebhookPayloadResolvers = {
  id: ({ id }) => (id === null ? null : ownId('webhook', id)),
};

export const indexingMutations: Pick<MutationResolvers, 'reportIndexing' | 'subscribeWebhook' | 'unsubscribeWebhook'> = {
  reportIndexing: (_parent, { input }, context) => reportIndexing(context, reportOf(input)),
  subscribeWebhook: (_parent, { input }, context) =>
    subscribeWebhook(context, { source: input.source, event: nameOf(input.event, ['input', 'event']), callbackUrl: input.callbackUrl ?? null, pingUrl: input.pingUrl ?? null }),
  unsubscribeWebhook: (_parent, { id }, context) => unsubscribeWebhook(context, parseOwnId('webhook', id, ['id'])),
};

export const indexingQueries: Pick<QueryResolvers, 'webhookSubscriptions'> = {
  webhookSubscriptions: (_parent, { source }, { viewer, store }) => store.webhookSubscriptions.list(viewer.id, source ?? null),
};

function reportOf({ reportType, items }: IndexingReportInput): IndexingReport {
  return {
    of: reportType,
    items: items.map(({ id, date, lastUpdateDate, status, messages }) => ({ id, createdAt: date, updatedAt: lastUpdateDate, status, messages: messages ?? [] })),
  };
}
