import { type DatabaseIntrospector, type Dialect, type Kysely, sql } from 'kysely';

/**
 * A dialect of PostgreSQL that, asked which tables there are, looks at a single schema. The usual answer is of every schema of the
 * database, which fails where somebody drops any of them meanwhile; migrations need to know of their own alone.
 */
export function knowingOnly(schema: string, dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => introspector(schema, db),
  };
}

function introspector<Tables>(schema: string, db: Kysely<Tables>): DatabaseIntrospector {
  return {
    async getSchemas() {
      const { rows } = await sql<{ name: string }>`select nspname as name from pg_catalog.pg_namespace where nspname = ${schema}`.execute(db);
      return rows.map(({ name }) => ({ name }));
    },
    /** Without their columns, which nobody asks for. */
    async getTables() {
      const { rows } = await sql<{ name: string }>`select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(db);
      return rows.map(({ name }) => ({ name, schema, isView: false, isForeign: false, columns: [] }));
    },
  };
}
