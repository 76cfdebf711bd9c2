import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { changeKinds } from '../domain/change.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { keepable } from '../domain/texts.ts';
import type { UpstreamEvent } from '../domain/upstream-event.ts';
import { type WebhookEvent, type WebhookEventStatus, webhookEventStatuses } from '../domain/webhook-event.ts';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import type { Tables, WebhookEventRow } from './tables.ts';

/** A call as it is kept. */
export interface ReceivedCall {
  readonly source: SourceName;
  /** The same for the same call, so that it is taken once. */
  readonly fingerprint: string;
  /** Until when it could be sent again, milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly events: readonly (UpstreamEvent & { readonly owner: string | null })[];
}

/** Who works on events, and for how long it counts as doing so without a sign of life, milliseconds. */
export interface EventHold {
  readonly holder: string;
  readonly leaseMs: number;
}

export interface EventFailure {
  readonly code: string;
  readonly message: string;
  /** When to try again, milliseconds since the epoch; null is never. */
  readonly nextAt: number | null;
}

export interface WebhookEvents {
  /**
   * Keeps a call's events, all or none, durably before it returns; of texts, what no store could give back becomes U+FFFD.
   * @returns false where the call was taken before
   */
  receive(call: ReceivedCall): Promise<boolean>;
  /** Events whose time has come, the oldest first, at most one of an object: nobody else is given them while the lease holds. */
  claim(hold: EventHold, most: number): Promise<readonly WebhookEvent[]>;
  /** A sign of life for all that a holder works on. */
  renew(hold: EventHold): Promise<void>;
  done(ids: readonly string[], holder: string): Promise<void>;
  failed(id: string, holder: string, failure: EventFailure): Promise<void>;
  /** Lets go of what a holder claimed and will not work on; the attempt does not count. */
  release(holder: string): Promise<void>;
  byId(id: string): Promise<WebhookEvent | null>;
  /** Has one that has ended worked on again. @returns false where there is none, or it is still worked on */
  replay(id: string): Promise<boolean>;
  /** The same for all that are dead. @returns how many */
  replayDead(): Promise<number>;
  /** The newest first; null is every status. */
  page(request: { readonly status: WebhookEventStatus | null; readonly first: number; readonly after: Position | null }): Promise<StorePage<WebhookEvent>>;
  count(status: WebhookEventStatus | null): Promise<number>;
  /** Forgets what ended before, and calls that nobody can send again. @returns how many events */
  purge(endedBefore: Date): Promise<number>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly engine: 'sqlite' | 'postgres';
  readonly now: () => number;
  readonly clock: RawBuilder<number>;
  readonly makeId: () => string;
}

export function webhookEventsOf({ db, engine, now, clock, makeId }: Parts): WebhookEvents {
  const after = (leaseMs: number) => sql<number>`${clock} + ${leaseMs}`;
  // Of rows that another claim looks at, the others are taken; SQLite has one writer at a time.
  const skipLocked = engine === 'postgres' ? sql`for update skip locked` : sql``;
  const again = () => ({ status: 'PENDING', attempts: 0, next_at: now(), holder: null, lease_until: 0, ended_at: null });
  const ended = ['DONE', 'DEAD'];

  return {
    async receive({ source, fingerprint, expiresAt, events }) {
      const receivedAt = now();
      const rows = events.map(({ about, change, owner, ...told }, place) => {
        const id = makeId();
        const event = keepable(told.event);
        const sourceId = orNull(told.sourceId);
        const nativeStatus = orNull(told.nativeStatus);
        const lane = about === null || sourceId === null ? id : JSON.stringify([source, about, owner, sourceId]);
        const kept = { id, source, event, about, source_id: sourceId, owner, change, native_status: nativeStatus, lane, received_at: receivedAt, place };
        return { ...kept, status: 'PENDING', attempts: 0, next_at: receivedAt, holder: null, lease_until: 0, error_code: null, error_message: null, ended_at: null };
      });
      return db.transaction().execute(async (transaction) => {
        const taken = await transaction.insertInto('webhook_calls').values({ fingerprint, expires_at: expiresAt }).onConflict((on) => on.column('fingerprint').doNothing()).returning('fingerprint').executeTakeFirst();
        if (taken === undefined) return false;
        if (rows.length > 0) await transaction.insertInto('webhook_events').values(rows).execute();
        return true;
      });
    },
    async claim({ holder, leaseMs }, most) {
      // One that stands before another of its object holds it up until it has ended: what is told of an object is told in order.
      const { rows } = await sql<WebhookEventRow>`
        update webhook_events set status = 'RUNNING', attempts = attempts + 1, holder = ${holder}, lease_until = ${after(leaseMs)}
        where id in (
          select one.id from webhook_events as one
          where ((one.status = 'PENDING' and one.next_at <= ${now()}) or (one.status = 'RUNNING' and one.lease_until <= ${clock}))
            and not exists (
              select 1 from webhook_events as earlier
              where earlier.lane = one.lane and earlier.status in ('PENDING', 'RUNNING')
                and (earlier.received_at, earlier.place, earlier.id) < (one.received_at, one.place, one.id)
            )
          order by one.received_at, one.place, one.id limit ${most} ${skipLocked}
        )
        returning *`.execute(db);
      return rows.toSorted((a, b) => a.received_at - b.received_at || a.place - b.place).map(eventOf);
    },
    async renew({ holder, leaseMs }) {
      await db.updateTable('webhook_events').set({ lease_until: after(leaseMs) }).where('holder', '=', holder).where('status', '=', 'RUNNING').execute();
    },
    async done(ids, holder) {
      if (ids.length === 0) return;
      const over = { status: 'DONE', holder: null, lease_until: 0, error_code: null, error_message: null, ended_at: now() };
      await db.updateTable('webhook_events').set(over).where('id', 'in', [...ids]).where('holder', '=', holder).where('status', '=', 'RUNNING').execute();
    },
    async failed(id, holder, { code, message, nextAt }) {
      const outcome = nextAt === null ? { status: 'DEAD', ended_at: now() } : { status: 'PENDING', next_at: nextAt };
      await db.updateTable('webhook_events').set({ ...outcome, holder: null, lease_until: 0, error_code: code, error_message: message }).where('id', '=', id).where('holder', '=', holder).where('status', '=', 'RUNNING').execute();
    },
    async release(holder) {
      await db.updateTable('webhook_events').set((row) => ({ status: 'PENDING', attempts: row('attempts', '-', 1), holder: null, lease_until: 0 })).where('holder', '=', holder).where('status', '=', 'RUNNING').execute();
    },
    async byId(id) {
      const row = await db.selectFrom('webhook_events').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : eventOf(row);
    },
    async replay(id) {
      const { numUpdatedRows } = await db.updateTable('webhook_events').set(again()).where('id', '=', id).where('status', 'in', ended).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async replayDead() {
      const { numUpdatedRows } = await db.updateTable('webhook_events').set(again()).where('status', '=', 'DEAD').executeTakeFirst();
      return Number(numUpdatedRows);
    },
    async page({ status, first, after }) {
      const from = listed(db.selectFrom('webhook_events').selectAll(), status);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('received_at', 'id'), '<', row.tuple(after.at, after.id)));
      const { rows, more } = pageOfRows(await rest.orderBy('received_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute(), first);
      return { rows: rows.map(eventOf), more };
    },
    async count(status) {
      const { total } = await listed(db.selectFrom('webhook_events').select((row) => row.fn.countAll().as('total')), status).executeTakeFirstOrThrow();
      return Number(total);
    },
    async purge(endedBefore) {
      await db.deleteFrom('webhook_calls').where('expires_at', '<', now()).execute();
      const { numDeletedRows } = await db.deleteFrom('webhook_events').where('status', 'in', ended).where('ended_at', '<', endedBefore.getTime()).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function orNull(text: string | null): string | null {
  return text === null ? null : keepable(text);
}

function listed<Output>(query: SelectQueryBuilder<Tables, 'webhook_events', Output>, status: WebhookEventStatus | null) {
  return status === null ? query : query.where('status', '=', status);
}

function eventOf(row: WebhookEventRow): WebhookEvent {
  const source = sourceNames.find((name) => name === row.source);
  const status = webhookEventStatuses.find((name) => name === row.status);
  if (source === undefined || status === undefined) throw new Error(`a webhook event holds the unknown source or status "${row.source}", "${row.status}"`);
  const { id, event, source_id: sourceId, owner, native_status: nativeStatus, attempts, error_code: code, error_message: message } = row;
  return {
    id,
    source,
    event,
    about: row.about === 'vacancy' || row.about === 'candidate' ? row.about : null,
    sourceId,
    owner,
    change: changeKinds.find((kind) => kind === row.change) ?? 'UNKNOWN',
    nativeStatus,
    status,
    attempts,
    receivedAt: new Date(row.received_at),
    nextAt: status === 'PENDING' ? new Date(row.next_at) : null,
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
    error: code === null || message === null ? null : { code, message },
  };
}
