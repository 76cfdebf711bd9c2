import type { Context } from '../context.ts';
import type { Delivery, DeliveryStatus } from '../domain/delivery.ts';
import { type KeptPage, keptPage } from '../federate/kept-page.ts';
import type { PageRequest } from '../federate/page.ts';

export type DeliveryPage = KeptPage<Delivery>;
export type DeliveryEdge = DeliveryPage['edges'][number];

export interface DeliveryWish {
  readonly status: DeliveryStatus | null;
  readonly applicationId: number | null;
}

/** The caller's own deliveries, the newest first; everybody's for an administrator. */
export async function listDeliveries({ viewer, store, cursors }: Context, { status, applicationId }: DeliveryWish, page: PageRequest): Promise<DeliveryPage> {
  const { deliveries } = store;
  const filter = { client: viewer.scopes.has('admin') ? null : viewer.id, status, applicationId };
  return keptPage(
    cursors,
    {
      purpose: `deliveries ${filter.client ?? ''} ${status ?? ''} ${applicationId ?? ''}`,
      read: (first, after) => deliveries.page({ ...filter, first, after }),
      positionOf: ({ createdAt, id }) => ({ at: createdAt.getTime(), id }),
      count: () => deliveries.count(filter),
    },
    page,
  );
}
