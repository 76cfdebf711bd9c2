import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Delivery, DeliveryAttempt, DeliveryStatus } from '../domain/delivery.ts';
import { deliveryOf } from './delivery-rows.ts';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import type { DeliveryRow, Tables } from './tables.ts';

/** What is forwarded: an application, to the client whose it is. */
export interface NewDelivery {
  readonly client: string;
  /** Where the application came from. */
  readonly source: string;
  readonly applicationId: number;
}

/** A delivery that is this process's to try now, until its lease runs out. */
export interface ClaimedDelivery extends NewDelivery {
  readonly id: string;
  /** Attempts that came to nothing since it was first tried, or asked for again. */
  readonly failures: number;
  /** When that was; null before the first attempt. */
  readonly firstTriedAt: Date | null;
}

export interface Claim {
  readonly client: string;
  readonly limit: number;
  /** Who claims: a name that no other process has. */
  readonly holder: string;
  /** How long nobody else may take them, milliseconds. */
  readonly leaseMs: number;
}

/** What an attempt comes to: the delivery's end, or when it is tried again. */
export type AttemptEnd = { readonly status: 'DELIVERED' | 'FAILED' } | { readonly status: 'PENDING'; readonly nextAttemptAt: Date };

export interface DeliveryPageRequest {
  /** Null: every client's. */
  readonly client: string | null;
  readonly status: DeliveryStatus | null;
  readonly applicationId: number | null;
  readonly first: number;
  readonly after: Position | null;
}
export type DeliveryFilter = Pick<DeliveryPageRequest, 'client' | 'status' | 'applicationId'>;

export interface Deliveries {
  /** Clients of whom something is to be tried now. */
  due(): Promise<readonly string[]>;
  /** The longest due first. What another process holds is passed over. */
  claim(claim: Claim): Promise<readonly ClaimedDelivery[]>;
  /** Keeps how an attempt went. That it was delivered counts whoever holds it by now; anything else only under the lease. */
  settle(claimed: Pick<ClaimedDelivery, 'id'>, holder: string, attempt: DeliveryAttempt, end: AttemptEnd): Promise<void>;
  /** Ends one whose application is no more. Nothing was tried. */
  cancel(id: string): Promise<void>;
  /** Gives up a claim without an attempt: it is due as before. */
  release(ids: readonly string[], holder: string): Promise<void>;
  /** Makes one due anew, with all its tries, whatever became of it. @returns false where there is none */
  replay(id: string): Promise<boolean>;
  /** The same for those that failed; null is every client's. @returns how many */
  replayFailed(client: string | null): Promise<number>;
  byId(id: string): Promise<Delivery | null>;
  /** The newest first, each with its attempts. */
  page(request: DeliveryPageRequest): Promise<StorePage<Delivery>>;
  count(filter: DeliveryFilter): Promise<number>;
  /** Forgets those that came to their end before. @returns how many */
  purge(endedBefore: Date): Promise<number>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly clock: RawBuilder<number>;
  readonly makeId: () => string;
  /** Whether the engine's readers can pass over rows that others are writing. */
  readonly skipsLocked: boolean;
}

/** Adds deliveries within the transaction that stores their applications: there is none without the other. */
export async function addDeliveries(transaction: Kysely<Tables>, { now, makeId }: Pick<Parts, 'now' | 'makeId'>, wanted: readonly NewDelivery[]): Promise<void> {
  if (wanted.length === 0) return;
  const at = now();
  const rows = wanted.map(({ client, source, applicationId }): DeliveryRow => ({
    id: makeId(), client, source, application_id: applicationId, status: 'PENDING', failures: 0, first_tried_at: null, next_at: at, holder: null, lease_until: 0, created_at: at, settled_at: null,
  }));
  await transaction.insertInto('deliveries').values(rows).execute();
}

/** Removes everything of applications that are erased, within the transaction that does so. @returns how many were still pending */
export async function removeDeliveriesOf(transaction: Kysely<Tables>, applicationIds: readonly number[]): Promise<number> {
  if (applicationIds.length === 0) return 0;
  const removed = await transaction.deleteFrom('deliveries').where('application_id', 'in', applicationIds).returning('status').execute();
  return removed.filter(({ status }) => status === 'PENDING').length;
}

export function deliveriesOf({ db, now, clock, makeId, skipsLocked }: Parts): Deliveries {
  function listed({ client, status, applicationId }: DeliveryFilter) {
    let rows = db.selectFrom('deliveries');
    if (client !== null) rows = rows.where('client', '=', client);
    if (status !== null) rows = rows.where('status', '=', status);
    return applicationId === null ? rows : rows.where('application_id', '=', applicationId);
  }
  async function withAttempts(rows: readonly DeliveryRow[]): Promise<readonly Delivery[]> {
    if (rows.length === 0) return [];
    const attempts = await db.selectFrom('delivery_attempts').selectAll().where('delivery_id', 'in', rows.map(({ id }) => id)).orderBy('at').orderBy('id').execute();
    const byDelivery = Map.groupBy(attempts, ({ delivery_id: id }) => id);
    return rows.map((row) => deliveryOf(row, byDelivery.get(row.id) ?? []));
  }
  const anew = () => ({ status: 'PENDING', failures: 0, first_tried_at: null, next_at: now(), holder: null, lease_until: 0, settled_at: null }) as const;

  return {
    async due() {
      const waiting = db.selectFrom('deliveries').select('client').where('status', '=', 'PENDING').where('next_at', '<=', now()).where('lease_until', '<=', clock);
      return (await waiting.groupBy('client').execute()).map(({ client }) => client);
    },
    async claim({ client, limit, holder, leaseMs }) {
      const waiting = db.selectFrom('deliveries').select('id').where('status', '=', 'PENDING').where('client', '=', client).where('next_at', '<=', now());
      const free = waiting.where('lease_until', '<=', clock).orderBy('next_at').orderBy('id').limit(limit);
      const rows = await db
        .updateTable('deliveries')
        .set({ holder, lease_until: sql<number>`${clock} + ${leaseMs}` })
        .where('id', 'in', skipsLocked ? free.forUpdate().skipLocked() : free)
        .returning(['id', 'client', 'source', 'application_id', 'failures', 'first_tried_at'])
        .execute();
      return rows.map(({ id, client, source, application_id: applicationId, failures, first_tried_at: tried }) => ({ id, client, source, applicationId, failures, firstTriedAt: tried === null ? null : new Date(tried) }));
    },
    async settle({ id }, holder, { at, durationMs, httpStatus, fault }, end) {
      const ended = end.status === 'PENDING' ? { next_at: end.nextAttemptAt.getTime() } : { next_at: null, settled_at: now() };
      await db.transaction().execute(async (transaction) => {
        const row = transaction.updateTable('deliveries').where('id', '=', id);
        const held = end.status === 'DELIVERED' ? row : row.where('holder', '=', holder);
        await held
          .set((column) => ({
            status: end.status,
            failures: end.status === 'DELIVERED' ? column.ref('failures') : column('failures', '+', 1),
            first_tried_at: column.fn.coalesce('first_tried_at', column.val(at.getTime())),
            holder: null,
            lease_until: 0,
            ...ended,
          }))
          .execute();
        // Its delivery may have been removed with its application in the meantime.
        const still = await transaction.selectFrom('deliveries').select('id').where('id', '=', id).executeTakeFirst();
        if (still === undefined) return;
        await transaction.insertInto('delivery_attempts').values({ id: makeId(), delivery_id: id, at: at.getTime(), duration_ms: durationMs, http_status: httpStatus, fault }).execute();
      });
    },
    async cancel(id) {
      await db.updateTable('deliveries').set({ status: 'CANCELLED', next_at: null, holder: null, lease_until: 0, settled_at: now() }).where('id', '=', id).where('status', '=', 'PENDING').execute();
    },
    async release(ids, holder) {
      if (ids.length === 0) return;
      await db.updateTable('deliveries').set({ holder: null, lease_until: 0 }).where('id', 'in', ids).where('holder', '=', holder).execute();
    },
    async replay(id) {
      const { numUpdatedRows } = await db.updateTable('deliveries').set(anew()).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async replayFailed(client) {
      const failed = db.updateTable('deliveries').set(anew()).where('status', '=', 'FAILED');
      const { numUpdatedRows } = await (client === null ? failed : failed.where('client', '=', client)).executeTakeFirst();
      return Number(numUpdatedRows);
    },
    async byId(id) {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      const [delivery = null] = await withAttempts(row === undefined ? [] : [row]);
      return delivery;
    },
    async page({ first, after, ...filter }) {
      const from = listed(filter);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(after.at, after.id)));
      const rows = await rest.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
      const { rows: wanted, more } = pageOfRows(rows, first);
      return { rows: await withAttempts(wanted), more };
    },
    async count(filter) {
      const { total } = await listed(filter).select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow();
      return Number(total);
    },
    async purge(endedBefore) {
      const { numDeletedRows } = await db.deleteFrom('deliveries').where('settled_at', '<', endedBefore.getTime()).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
