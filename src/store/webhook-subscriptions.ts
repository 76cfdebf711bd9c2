import type { Kysely } from 'kysely';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { Tables, WebhookSubscriptionRow } from './tables.ts';

/** A webhook that a caller had an upstream set up. */
export interface WebhookSubscription {
  readonly id: string;
  readonly client: string;
  readonly source: SourceName;
  readonly event: string;
  readonly callbackUrl: string;
  readonly pingUrl: string | null;
  /** The upstream's own id of it; null where its answer was not seen, so that it may or may not be there. */
  readonly hookId: string | null;
  readonly createdAt: Date;
}

export interface WebhookSubscriptions {
  add(subscription: Omit<WebhookSubscription, 'id' | 'createdAt'>): Promise<WebhookSubscription>;
  /** Keeps the upstream's id of one. */
  confirm(id: string, hookId: string): Promise<void>;
  byId(id: string): Promise<WebhookSubscription | null>;
  /** A caller's, the oldest first; null is every source. */
  list(client: string, source: SourceName | null): Promise<readonly WebhookSubscription[]>;
  /** Everybody's of a source, the oldest first. */
  all(source: SourceName): Promise<readonly WebhookSubscription[]>;
  remove(id: string): Promise<void>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
}

export function webhookSubscriptionsOf({ db, now, makeId }: Parts): WebhookSubscriptions {
  return {
    async add({ client, source, event, callbackUrl, pingUrl, hookId }) {
      const row = { id: makeId(), client, source, event, callback_url: callbackUrl, ping_url: pingUrl, hook_id: hookId, created_at: now() };
      await db.insertInto('webhook_subscriptions').values(row).execute();
      return subscriptionOf(row);
    },
    async confirm(id, hookId) {
      await db.updateTable('webhook_subscriptions').set({ hook_id: hookId }).where('id', '=', id).execute();
    },
    async byId(id) {
      const row = await db.selectFrom('webhook_subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : subscriptionOf(row);
    },
    async list(client, source) {
      const own = db.selectFrom('webhook_subscriptions').selectAll().where('client', '=', client);
      const wanted = source === null ? own : own.where('source', '=', source);
      return (await wanted.orderBy('created_at').orderBy('id').execute()).map(subscriptionOf);
    },
    async all(source) {
      return (await db.selectFrom('webhook_subscriptions').selectAll().where('source', '=', source).orderBy('created_at').orderBy('id').execute()).map(subscriptionOf);
    },
    async remove(id) {
      await db.deleteFrom('webhook_subscriptions').where('id', '=', id).execute();
    },
  };
}

function subscriptionOf(row: WebhookSubscriptionRow): WebhookSubscription {
  const source = sourceNames.find((name) => name === row.source);
  if (source === undefined) throw new Error(`a webhook subscription holds the unknown source "${row.source}"`);
  const { id, client, event, callback_url: callbackUrl, ping_url: pingUrl, hook_id: hookId } = row;
  return { id, client, source, event, callbackUrl, pingUrl, hookId, createdAt: new Date(row.created_at) };
}
