import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Pool, types } from 'pg';
import type { Click, Insight } from '../../domain/insight.ts';
import { knowingOnly } from '../own-tables.ts';
import { biMigrations } from './migrations.ts';
import type { BiTables, ClickRow, InsightDayRow } from './tables.ts';

/** One day's figures of an account, whole. */
export interface BiDay {
  readonly account: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly insights: readonly Insight[];
  /** Page after page, so that a busy day is never in memory at once. */
  readonly clicks: AsyncIterable<readonly BiClick[]>;
  /** The source no longer corrects it. */
  readonly closed: boolean;
  readonly readAt: Date;
}

export interface BiClick extends Omit<Click, 'ip'> {
  readonly visitor: string;
}

/** The tables that BI tools read, in a schema of their own. */
export interface BiStore {
  /** The days of an account that are final. */
  closedDays(account: string): Promise<ReadonlySet<string>>;
  /** Puts a day in place of what was held of it, or changes nothing at all. @throws what the clicks throw */
  putDay(day: BiDay): Promise<void>;
  close(): Promise<void>;
}

/** Rows of an insert: far below the parameters that a statement may have. */
const rowsAtOnce = 500;

/**
 * Opens the tables in a PostgreSQL, and makes or updates them where needed.
 * @param schema of its own, made where it is not there
 * @throws where the database cannot be used
 */
export async function openBiStore({ databaseUrl, schema }: { readonly databaseUrl: string; readonly schema: string }): Promise<BiStore> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 2,
    // A plain date is a text, and stays one.
    types: { getTypeParser: (oid, format) => (oid === types.builtins.DATE ? String : types.getTypeParser(oid, format)) },
  });
  pool.on('error', () => undefined);
  // Sent before whatever the connection is wanted for. Where it fails, so does that.
  pool.on('connect', (client) => void client.on('error', () => undefined).query("select set_config('search_path', $1, false)", [schema]).catch(() => undefined));
  const db = new Kysely<BiTables>({ dialect: knowingOnly(schema, new PostgresDialect({ pool })) });
  try {
    await sql`create schema if not exists ${sql.ref(schema)}`.execute(db);
    const names = { migrationTableName: 'werkgraph_bi_migration', migrationLockTableName: 'werkgraph_bi_migration_lock', migrationTableSchema: schema };
    const { error } = await new Migrator({ db, provider: biMigrations, ...names }).migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('the tables could not be brought up to date', { cause: error });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    async closedDays(account) {
      const rows = await db.selectFrom('synced_day').select('day').where('account', '=', account).where('closed', '=', true).execute();
      return new Set(rows.map(({ day }) => day));
    },
    putDay: (day) => db.connection().execute((connection) => putDay(connection, day)),
    close: () => db.destroy(),
  };
}

/** Clicks of a day that is being read. */
type WithIncoming = BiTables & { incoming_click: ClickRow };

/**
 * Gathers the clicks, which may wait for their source for long, in a table of the connection alone, without a transaction: one that is
 * open hinders the upkeep of the whole database. Then the day is replaced in one short transaction.
 */
async function putDay(connection: Kysely<BiTables>, { clicks, ...day }: BiDay): Promise<void> {
  const db = connection.withTables<Pick<WithIncoming, 'incoming_click'>>();
  await sql`drop table if exists pg_temp.incoming_click`.execute(db);
  await sql`create temporary table incoming_click (like click)`.execute(db);
  for await (const page of clicks) {
    for (const rows of inParts(page.map((click) => clickRow(day.account, day.day, click)))) await db.insertInto('incoming_click').values(rows).execute();
  }
  await db.transaction().execute((transaction) => replace(transaction, day));
  await sql`drop table incoming_click`.execute(db);
}

async function replace(db: Transaction<WithIncoming>, { account, day, insights, closed, readAt }: Omit<BiDay, 'clicks'>): Promise<void> {
  // Two runs at once put the same day one after the other.
  await sql`select pg_advisory_xact_lock(hashtext(${`${account} ${day}`}))`.execute(db);
  for (const table of ['insight_day', 'click', 'synced_day'] as const) await db.deleteFrom(table).where('account', '=', account).where('day', '=', day).execute();
  for (const rows of inParts(insights.map((insight) => insightRow(account, day, insight)))) await db.insertInto('insight_day').values(rows).execute();
  await sql`insert into click select * from incoming_click`.execute(db);
  await db.insertInto('synced_day').values({ account, day, closed, synced_at: readAt }).execute();
}

function insightRow(account: string, day: string, insight: Insight): InsightDayRow {
  const { source, sourceId, referenceNumber, title, city, campaign, functionGroup, status, publishedOn, clicks, cost, applications, currency } = insight;
  const named = { vacancy_id: sourceId, reference_number: referenceNumber, function_group: functionGroup, published_on: publishedOn };
  return { account, day, source, ...named, title, city, campaign, status, clicks, cost, applications, currency };
}

function clickRow(account: string, day: string, { source, sourceId, referenceNumber, clickedAt, costPerClick, currency, visitor }: BiClick): ClickRow {
  return { account, day, clicked_at: clickedAt, source, vacancy_id: sourceId, reference_number: referenceNumber, cost_per_click: costPerClick, currency, visitor };
}

function inParts<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) => rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));
}
