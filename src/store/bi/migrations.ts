import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { comments } from './columns.ts';
import { views } from './views.ts';

const migrations: Readonly<Record<string, Migration>> = { '0001-figures': { up: createFigures }, '0002-campaigns': { up: tellCampaignsApart } };

export const biMigrations: MigrationProvider = { getMigrations: async () => ({ ...migrations }) };

async function createFigures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('insight_day')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('vacancy_id', 'text', (column) => column.notNull())
    .addColumn('reference_number', 'text')
    .addColumn('title', 'text')
    .addColumn('city', 'text')
    .addColumn('campaign', 'text')
    .addColumn('function_group', 'text')
    .addColumn('status', 'integer')
    .addColumn('published_on', 'date')
    .addColumn('clicks', 'integer')
    // Decimals, so that sums are exact.
    .addColumn('cost', 'numeric(14, 4)')
    .addColumn('applications', 'integer')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('insight_day_key', ['account', 'day', 'source', 'vacancy_id', 'currency'])
    .execute();
  await db.schema
    .createTable('click')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('clicked_at', 'timestamptz', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('vacancy_id', 'text', (column) => column.notNull())
    .addColumn('reference_number', 'text')
    .addColumn('cost_per_click', 'numeric(14, 4)')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('visitor', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('click_day').on('click').columns(['account', 'day']).execute();
  await db.schema.createIndex('click_vacancy').on('click').columns(['vacancy_id', 'clicked_at']).execute();
  await db.schema
    .createTable('synced_day')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('closed', 'boolean', (column) => column.notNull())
    .addColumn('synced_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('synced_day_key', ['account', 'day'])
    .execute();
  for (const [name, query] of Object.entries(views)) await sql`create view ${sql.ref(name)} as ${sql.raw(query)}`.execute(db);
  for (const [name, { about, columns }] of Object.entries(comments)) {
    await sql`comment on ${sql.raw(name in views ? 'view' : 'table')} ${sql.ref(name)} is ${sql.lit(about)}`.execute(db);
    for (const [column, meaning] of Object.entries(columns)) await sql`comment on column ${sql.ref(`${name}.${column}`)} is ${sql.lit(meaning)}`.execute(db);
  }
}

/** The board may tell of a vacancy once in each of its campaigns. */
async function tellCampaignsApart(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('insight_day').dropConstraint('insight_day_key').execute();
  await sql`create unique index insight_day_key on insight_day (account, day, source, vacancy_id, coalesce(campaign, ''), currency)`.execute(db);
  await sql`comment on table insight_day is ${sql.lit(comments['insight_day']?.about ?? '')}`.execute(db);
}
