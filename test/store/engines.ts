import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A place for a store that nothing else uses. */
export interface StorePlace {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  remove(): Promise<void>;
}

export interface StoreEngine {
  readonly engine: string;
  place(): Promise<StorePlace>;
}

export const sqlite: StoreEngine = {
  engine: 'SQLite',
  async place() {
    const dataDir = mkdtempSync(join(tmpdir(), 'werkgraph-store-'));
    return { databaseUrl: null, dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
  },
};

/** A schema of its own in the database at this URL. */
function postgres(url: string): StoreEngine {
  async function run(statement: string): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
  return {
    engine: 'PostgreSQL',
    async place() {
      const schema = `test_${randomBytes(6).toString('hex')}`;
      await run(`CREATE SCHEMA ${schema}`);
      const own = new URL(url);
      own.searchParams.set('options', `-c search_path=${schema}`);
      return { databaseUrl: own.href.replaceAll('+', '%20'), dataDir: tmpdir(), remove: () => run(`DROP SCHEMA ${schema} CASCADE`) };
    },
  };
}

const databaseUrl = process.env['TEST_DATABASE_URL'];

/** SQLite always; PostgreSQL too where TEST_DATABASE_URL names one. */
export const storeEngines: readonly StoreEngine[] = databaseUrl === undefined || databaseUrl === '' ? [sqlite] : [sqlite, postgres(databaseUrl)];
