import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/**
 * A pool whose connections are thrown away once a query on them was given up (`query_timeout`): the server, or what lies between, may
 * have gone silent, and the next query would wait behind the one that nobody answers.
 */
export function impatientPool(pool: PostgresPool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => new Borrowed(await pool.connect()),
  };
}

class Borrowed implements PostgresPoolClient {
  readonly #client: PostgresPoolClient;
  #silent = false;

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    return typeof asked === 'string' ? this.#ask<R>(asked, parameters) : this.#client.query(asked);
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#silent);
  }

  async #ask<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // What follows on a silent connection, such as the end of its transaction, is not waited for once more.
    if (this.#silent) throw new Error('the database does not answer on this connection any more');
    try {
      return await this.#client.query<R>(sql, parameters);
    } catch (error) {
      if (error instanceof Error && error.message === givenUp) this.#silent = true;
      throw error;
    }
  }
}

/** What `pg` says where its `query_timeout` is over. */
const givenUp = 'Query read timeout';
