import type { Kysely } from 'kysely';

/** The order of calls on a channel, and what stood before one. */
export async function addTurns(db: Kysely<unknown>): Promise<void> {
  // One column a statement: SQLite adds no more at once.
  await db.schema.alterTable('posting_channels').addColumn('stood', 'text').execute();
  await db.schema.alterTable('posting_channels').addColumn('turn', 'bigint', (column) => column.notNull().defaultTo(0)).execute();
  await db.schema.alterTable('posting_channels').addColumn('settled_turn', 'bigint', (column) => column.notNull().defaultTo(0)).execute();
}
