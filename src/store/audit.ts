import type { Kysely } from 'kysely';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import type { AuditRow, Tables } from './tables.ts';

/** One mutation, or its part on one channel. Holds no secrets and no personal data. */
export interface AuditEntry {
  readonly client: string;
  readonly operation: string;
  readonly channel: string | null;
  /** What it was about: a reference number or a global id. */
  readonly target: string | null;
  readonly outcome: string;
  readonly upstreamStatus: number | null;
  readonly inputHash: string | null;
}

export interface Audited extends AuditEntry {
  readonly id: string;
  readonly at: Date;
}

export interface Audit {
  write(entries: readonly AuditEntry[]): Promise<void>;
  /** The newest first; null is every client. */
  page(request: { readonly client: string | null; readonly first: number; readonly after: Position | null }): Promise<StorePage<Audited>>;
  count(client: string | null): Promise<number>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
}

export function auditOf({ db, now, makeId }: Parts): Audit {
  function listed(client: string | null) {
    const all = db.selectFrom('audit');
    return client === null ? all : all.where('client', '=', client);
  }
  return {
    async write(entries) {
      if (entries.length === 0) return;
      const rows = entries.map(({ upstreamStatus, inputHash, ...entry }) => ({ id: makeId(), at: now(), ...entry, upstream_status: upstreamStatus, input_hash: inputHash }));
      await db.insertInto('audit').values(rows).execute();
    },
    async page({ client, first, after }) {
      const from = listed(client);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after.at, after.id)));
      const rows = await rest.selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
      const { rows: wanted, more } = pageOfRows(rows, first);
      return { rows: wanted.map(auditedOf), more };
    },
    async count(client) {
      const { total } = await listed(client).select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow();
      return Number(total);
    },
  };
}

function auditedOf({ at, upstream_status: upstreamStatus, input_hash: inputHash, ...row }: AuditRow): Audited {
  return { ...row, at: new Date(at), upstreamStatus, inputHash };
}
