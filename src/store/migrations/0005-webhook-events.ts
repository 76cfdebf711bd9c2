import type { Kysely } from 'kysely';

/** What upstreams told by webhook and what became of it, which calls were taken already, and how far sources were polled for changes. */
export async function createWebhookEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('about', 'text')
    .addColumn('source_id', 'text')
    .addColumn('owner', 'text')
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('native_status', 'text')
    // What is worked on in the order of its arrival: the same object of the same owner.
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('error_code', 'text')
    .addColumn('error_message', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema.createIndex('webhook_events_status').on('webhook_events').columns(['status', 'next_at']).execute();
  await db.schema.createIndex('webhook_events_lane').on('webhook_events').columns(['lane', 'status']).execute();
  await db.schema.createIndex('webhook_events_received').on('webhook_events').columns(['received_at', 'id']).execute();
  await db.schema
    .createTable('webhook_calls')
    .addColumn('fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('webhook_calls_expires').on('webhook_calls').column('expires_at').execute();
  await db.schema
    .createTable('change_polls')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('wanted_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .execute();
}
