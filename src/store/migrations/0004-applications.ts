import { type Kysely, SqliteAdapter } from 'kysely';

/** Applications that were received, and the CVs that they refer to. */
export async function createApplications(db: Kysely<unknown>): Promise<void> {
  // A number that is never used again, also where its row is gone.
  const counts = db.getExecutor().adapter instanceof SqliteAdapter;
  await db.schema
    .createTable('applications')
    .addColumn('id', counts ? 'integer' : 'bigint', (column) => (counts ? column.primaryKey().autoIncrement() : column.generatedAlwaysAsIdentity().primaryKey()))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('account', 'text')
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('reference_number', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('email_key', 'text', (column) => column.notNull())
    .addColumn('phone', 'text')
    .addColumn('city', 'text')
    .addColumn('motivation', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('custom', 'text', (column) => column.notNull())
    .addColumn('resume_sha256', 'text')
    .addColumn('resume_bytes', 'integer')
    .addColumn('resume_name', 'text')
    .addColumn('resume_type', 'text')
    .addColumn('dedupe_key', 'text', (column) => column.unique())
    .execute();
  await db.schema.createIndex('applications_received').on('applications').columns(['received_at', 'id']).execute();
  await db.schema.createIndex('applications_owner').on('applications').columns(['owner', 'received_at', 'id']).execute();
  await db.schema.createIndex('applications_reference').on('applications').columns(['reference_number', 'received_at', 'id']).execute();
  await db.schema.createIndex('applications_email').on('applications').column('email_key').execute();
  await db.schema.createIndex('applications_resume').on('applications').column('resume_sha256').execute();
  // Locked by whoever refers to a CV or removes it, so that neither overlooks the other.
  await db.schema
    .createTable('resumes')
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
  // Whose vacancy an application is to is asked by the reference number alone.
  await db.schema.createIndex('posted_ids_channel_reference').on('posted_ids').columns(['channel', 'reference_number']).execute();
}
