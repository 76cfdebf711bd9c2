import { type Kysely, sql } from 'kysely';

/** When an operation was settled, by which it is forgotten. */
export async function addSettledAt(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('operations').addColumn('settled_at', 'bigint').execute();
  await sql`update operations set settled_at = created_at where outcome is not null`.execute(db);
  await db.schema.createIndex('operations_settled_at').on('operations').column('settled_at').execute();
}
