import type { Kysely } from 'kysely';

/** Figures of single days, once they are no longer corrected. */
export async function createInsightDays(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('insight_days')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('rows', 'text', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addColumn('doubted', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('doubts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('insight_days_key', ['account', 'day'])
    .execute();
}
