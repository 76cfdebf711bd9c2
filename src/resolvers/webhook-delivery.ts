import { globalId, parseIdOf } from '../domain/ids.ts';
import { BadInput } from '../domain/errors.ts';
import { ownId } from '../domain/own-ids.ts';
import { listDeliveries } from '../forwarding/lists.ts';
import type { QueryResolvers, WebhookDeliveryConnectionResolvers, WebhookDeliveryResolvers } from '../generated/resolvers.ts';
import { pageOf } from './input/page.ts';

export const WebhookDelivery: WebhookDeliveryResolvers = {
  id: ({ id }) => ownId('delivery', id),
  messageId: ({ id }) => id,
  applicationId: ({ source, applicationId }) => globalId(source, 'application', String(applicationId)),
};

export const WebhookDeliveryConnection: WebhookDeliveryConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  totalCount: ({ totalCount }) => totalCount(),
};

export const deliveryQueries: Pick<QueryResolvers, 'webhookDeliveries'> = {
  webhookDeliveries: (_parent, { status, applicationId, ...page }, context) =>
    listDeliveries(context, { status: status ?? null, applicationId: applicationNumberOf(applicationId) }, pageOf(page, 20)),
};

/** @throws BadInput where it is no application's id */
function applicationNumberOf(id: string | null | undefined): number | null {
  if (id === null || id === undefined) return null;
  const { sourceId } = parseIdOf('application', id, ['applicationId']);
  if (!/^[1-9]\d{0,14}$/.test(sourceId)) throw new BadInput(['applicationId'], 'is not the id of an application');
  return Number(sourceId);
}
