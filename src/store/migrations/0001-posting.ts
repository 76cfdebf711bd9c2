import type { Kysely } from 'kysely';

/** Mutations that are kept: operations, postings, the log and webhook subscriptions. */
export async function createPosting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('operations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('input_hash', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('operations_client_key', ['client', 'key'])
    .execute();
  await db.schema.createIndex('operations_created_at').on('operations').column('created_at').execute();
  await db.schema
    .createTable('operation_steps')
    .addColumn('operation_id', 'text', (column) => column.notNull().references('operations.id').onDelete('cascade'))
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('operation_steps_key', ['operation_id', 'step'])
    .execute();
  await db.schema
    .createTable('postings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('reference_number', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('postings_client_reference', ['client', 'reference_number'])
    .execute();
  await db.schema.createIndex('postings_client_created').on('postings').columns(['client', 'created_at', 'id']).execute();
  await db.schema
    .createTable('posting_channels')
    .addColumn('posting_id', 'text', (column) => column.notNull().references('postings.id').onDelete('cascade'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('upstream_id', 'text')
    .addColumn('url', 'text')
    .addColumn('draft', 'text')
    .addColumn('user_errors', 'text', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('posting_channels_key', ['posting_id', 'channel'])
    .execute();
  await db.schema.createIndex('posting_channels_upstream').on('posting_channels').columns(['channel', 'upstream_id']).execute();
  await db.schema
    .createTable('posted_ids')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('upstream_id', 'text', (column) => column.notNull())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('reference_number', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('posted_ids_key', ['channel', 'upstream_id', 'client'])
    .execute();
  await db.schema.createIndex('posted_ids_reference').on('posted_ids').columns(['client', 'reference_number']).execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('target', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('upstream_status', 'integer')
    .addColumn('input_hash', 'text')
    .execute();
  await db.schema.createIndex('audit_at').on('audit').columns(['at', 'id']).execute();
  await db.schema.createIndex('audit_client_at').on('audit').columns(['client', 'at', 'id']).execute();
  await db.schema
    .createTable('webhook_subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('callback_url', 'text', (column) => column.notNull())
    .addColumn('ping_url', 'text')
    .addColumn('hook_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('webhook_subscriptions_client').on('webhook_subscriptions').columns(['client', 'source']).execute();
}
