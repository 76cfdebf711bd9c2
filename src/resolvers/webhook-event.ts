import { globalId } from '../domain/ids.ts';
import { ownId } from '../domain/own-ids.ts';
import { listWebhookEvents } from '../events/list-webhook-events.ts';
import type { QueryResolvers, WebhookEventConnectionResolvers, WebhookEventResolvers } from '../generated/resolvers.ts';
import { pageOf } from './input/page.ts';

export const WebhookEvent: WebhookEventResolvers = {
  id: ({ id }) => ownId('event', id),
  about: ({ source, about, sourceId }) => (about === null || sourceId === null ? null : globalId(source, about, sourceId)),
  kind: ({ change }) => change,
  client: ({ owner }) => owner,
  nextAttemptAt: ({ nextAt }) => nextAt,
  errorCode: ({ error }) => error?.code ?? null,
  errorMessage: ({ error }) => error?.message ?? null,
};

export const WebhookEventConnection: WebhookEventConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

export const webhookEventQueries: Pick<QueryResolvers, 'webhookEvents'> = {
  webhookEvents: (_parent, { status, ...page }, context) => listWebhookEvents(context, status ?? null, pageOf(page, 20)),
};
