import type { Kysely } from 'kysely';

/** Who read which candidates. The ids stand beside the list too, one a row, so that a person's readers are found by an index. */
export async function createCandidateReads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('candidate_reads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('root_field', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text')
    .addColumn('candidate_ids', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('candidate_reads_at').on('candidate_reads').columns(['at', 'id']).execute();
  await db.schema
    .createTable('candidate_read_ids')
    .addColumn('candidate_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('read_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('candidate_read_ids_key', ['candidate_id', 'at', 'read_id'])
    .execute();
  await db.schema.createIndex('candidate_read_ids_at').on('candidate_read_ids').column('at').execute();
}
