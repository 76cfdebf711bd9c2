import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { Pool, types } from 'pg';
import { makeFolder, syncName } from './folders.ts';
import { impatientPool } from './impatient-postgres.ts';
import { knowingOnly } from './own-tables.ts';
import { PatientSqliteDialect, untilNotBusy } from './patient-sqlite.ts';
import { sqliteDatabase } from './sqlite-database.ts';

/** Where the store is and what differs between its engines: the only file that knows which one it is. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: Dialect;
  /** The schema that tables are made in, where the engine has such; a table of the same name in another is not ours. */
  readonly schema: string | null;
  /** The time of the one clock that every process on this store goes by, whole milliseconds since the epoch. */
  readonly clock: RawBuilder<number>;
  /** Runs work that creates tables while no other process does. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

const maxConnections = 10;
/** How long a query waits for a connection, and PostgreSQL for a statement, milliseconds. */
const connectMs = 5000;
const statementMs = 10_000;
/** How long this process waits for the answer to a statement, milliseconds: a server that hangs, or is cut off, ends nothing itself. */
const answerMs = statementMs + 2000;

/**
 * PostgreSQL at a URL, or SQLite in a file of a folder that only this user may enter.
 * @throws where neither can be opened
 */
export async function openEngine({ databaseUrl, dataDir }: { readonly databaseUrl: string | null; readonly dataDir: string }): Promise<Engine> {
  return databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl);
}

async function openSqlite(dataDir: string): Promise<Engine> {
  for (const folder of await makeFolder(dataDir)) await syncName(folder);
  const path = join(dataDir, 'werkgraph.sqlite');
  const database = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
  chmodSync(path, 0o600);
  await untilNotBusy(() => database.exec('PRAGMA journal_mode = WAL'));
  // An answer that a caller has seen is on the disk.
  database.exec('PRAGMA synchronous = FULL');
  return {
    name: 'sqlite',
    dialect: new PatientSqliteDialect({ database: sqliteDatabase(database) }),
    schema: null,
    // That of the machine, which the file does not leave.
    clock: sql<number>`cast(round(unixepoch('subsec') * 1000) as integer)`,
    async exclusively(work) {
      await untilNotBusy(() => database.exec('BEGIN IMMEDIATE'));
      try {
        const result = await work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

async function openPostgres(databaseUrl: string): Promise<Engine> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: answerMs,
    // Instants are bigint columns; milliseconds since the epoch are safe integers.
    types: { getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // A connection that breaks is replaced when one is next needed, and fails its own queries; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const schema = await currentSchema(pool);
  return {
    name: 'postgres',
    dialect: knowingOnly(schema, new PostgresDialect({ pool: impatientPool(pool) })),
    schema,
    // The server's, as it stands when the row is looked at: a statement may have waited for a lock.
    clock: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    async exclusively(work) {
      const client = await pool.connect();
      try {
        await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
        return await work();
      } finally {
        await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
        client.release();
      }
    },
  };
}

/** @throws where the database cannot be reached, or its search path names no schema that there is */
async function currentSchema(pool: Pool): Promise<string> {
  try {
    const { rows } = await pool.query<{ name: string | null }>('SELECT current_schema() AS name');
    const [{ name } = { name: null }] = rows;
    if (name === null) throw new Error('the search path names no schema that there is');
    return name;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Any number that no other use of the database locks. */
const migrationLock = 7_310_045_119;
