import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { knowingOnly } from '../../src/store/own-tables.ts';

const databaseUrl = process.env['TEST_DATABASE_URL'];

describe.skipIf(databaseUrl === undefined)('what migrations are told of a database', () => {
  test('is of their own schema, whatever becomes of another', async () => {
    const [own, other] = ['own', 'other'].map((name) => `test_${name}_${Math.random().toString(36).slice(2, 10)}`) as [string, string];
    const statements: string[] = [];
    const db = new Kysely<unknown>({ dialect: knowingOnly(own, new PostgresDialect({ pool: new Pool({ connectionString: String(databaseUrl) }) })), log: ({ query }) => void statements.push(query.sql) });
    onTestFinished(async () => {
      for (const schema of [own, other]) await sql`drop schema if exists ${sql.ref(schema)} cascade`.execute(db);
      await db.destroy();
    });
    expect(await db.introspection.getSchemas()).toEqual([]);
    for (const schema of [own, other]) {
      await sql`create schema ${sql.ref(schema)}`.execute(db);
      await sql`create table ${sql.ref(`${schema}.things`)} (id serial)`.execute(db);
    }
    expect(await db.introspection.getSchemas()).toEqual([{ name: own }]);
    expect((await db.introspection.getTables()).map(({ name, schema }) => [schema, name])).toEqual([[own, 'things']]);
    // It looks a schema up by its name, which fails where that was dropped since the statement began.
    expect(statements.join('\n')).not.toContain('pg_get_serial_sequence');
  });
});
