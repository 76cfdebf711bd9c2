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

/** What a mutation that stands as begun came to. */
export interface AuditEnd extends Pick<AuditEntry, 'target' | 'outcome' | 'upstreamStatus'> {
  readonly id: string;
}

export interface Audit {
  /** Leaves rows with the outcome `BEGUN`, durably before it returns. @returns their ids, in that order */
  begin(entries: readonly Omit<AuditEntry, 'outcome' | 'upstreamStatus'>[]): Promise<readonly string[]>;
  settle(ends: readonly AuditEnd[]): Promise<void>;
  /** Says of what stands as begun of a mutation that the process that did it has died. One that lives still writes its end over it. */
  interrupt(mutation: Pick<AuditEntry, 'client' | 'operation' | 'inputHash'>): Promise<void>;
  /** The newest first; null is every client. */
  page(request: { readonly client: string | null; readonly first: number; readonly after: Position | null }): Promise<StorePage<Audited>>;
  count(client: string | null): Promise<number>;
  /** Forgets what was begun before. @returns how many rows */
  purge(before: Date): Promise<number>;
}

const begun = 'BEGUN';
const interrupted = 'INTERRUPTED';
/** No mutation takes longer, milliseconds: twice its time budget at most, and its waits for others. One that stands as begun for longer was cut off. */
const longestMs = 5 * 60_000;

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
    async begin(entries) {
      if (entries.length === 0) return [];
      const rows = entries.map(({ client, operation, channel, target, inputHash }) => ({ id: makeId(), at: now(), client, operation, channel, target, outcome: begun, upstream_status: null, input_hash: inputHash }));
      await db.insertInto('audit').values(rows).execute();
      return rows.map(({ id }) => id);
    },
    async settle(ends) {
      for (const { id, target, outcome, upstreamStatus } of ends) {
        await db.updateTable('audit').set({ target, outcome, upstream_status: upstreamStatus }).where('id', '=', id).execute();
      }
    },
    async interrupt({ client, operation, inputHash }) {
      const left = db.updateTable('audit').set({ outcome: interrupted }).where('outcome', '=', begun).where('client', '=', client).where('operation', '=', operation);
      await left.where('input_hash', '=', inputHash).execute();
    },
    async page({ client, first, after }) {
      const from = listed(client);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after.at, after.id)));
      const rows = await rest.selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
      const { rows: wanted, more } = pageOfRows(rows, first);
      return { rows: wanted.map((row) => auditedOf(row, now())), more };
    },
    async count(client) {
      const { total } = await listed(client).select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow();
      return Number(total);
    },
    async purge(before) {
      const { numDeletedRows } = await db.deleteFrom('audit').where('at', '<', before.getTime()).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function auditedOf({ at, outcome, upstream_status: upstreamStatus, input_hash: inputHash, ...row }: AuditRow, now: number): Audited {
  const cutOff = outcome === begun && at + longestMs < now;
  return { ...row, at: new Date(at), outcome: cutOff ? interrupted : outcome, upstreamStatus, inputHash };
}
