import type { Context } from '../context.ts';
import { type KeptPage, keptPage } from '../federate/kept-page.ts';
import type { PageRequest } from '../federate/page.ts';
import type { WebhookEvent, WebhookEventStatus } from '../domain/webhook-event.ts';

export type WebhookEventPage = KeptPage<WebhookEvent>;
export type WebhookEventEdge = WebhookEventPage['edges'][number];

/** What upstreams told, the newest first; null is every status. */
export async function listWebhookEvents({ store, cursors }: Pick<Context, 'store' | 'cursors'>, status: WebhookEventStatus | null, page: PageRequest): Promise<WebhookEventPage> {
  const { webhookEvents } = store;
  return keptPage(
    cursors,
    {
      purpose: `webhook events ${status ?? ''}`,
      read: (first, after) => webhookEvents.page({ status, first, after }),
      positionOf: ({ receivedAt, id }) => ({ at: receivedAt.getTime(), id }),
      count: () => webhookEvents.count(status),
    },
    page,
  );
}
