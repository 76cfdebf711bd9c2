import { type Kysely, type RawBuilder, sql } from 'kysely';
import { fromJson, toJson } from './json.ts';
import type { OperationRow, Tables } from './tables.ts';

/** One mutation as its caller names it. */
export interface OperationStart {
  readonly client: string;
  /** The caller's idempotency key, or a name that no key can be. */
  readonly key: string;
  readonly operation: string;
  readonly inputHash: string;
  /** Who runs it: a name drawn anew each time, so that what is under another name has been taken over. */
  readonly holder: string;
  /** How long it counts as running without a sign of life, milliseconds. */
  readonly leaseMs: number;
}

/** The operation whose row is a turn: it is held while something is done, and forgotten then. */
export const turnOperation = 'lock';

/** A step as it was last recorded, by its name. */
export type Steps = ReadonlyMap<string, unknown>;

/** What is known of an operation when it is begun. */
export type Begun =
  | { readonly kind: 'new'; readonly id: string }
  /** Done before: this came of it. */
  | { readonly kind: 'replay'; readonly outcome: unknown }
  /** The key belongs to another input. */
  | { readonly kind: 'conflict' }
  /** It runs just now, here or in another process. */
  | { readonly kind: 'running' }
  /** It was begun and not settled, and nobody runs it any more: it is the caller's now, with what it had recorded. */
  | { readonly kind: 'resume'; readonly id: string; readonly steps: Steps };

/** An operation as its holder runs it. */
export interface Hold extends Pick<OperationStart, 'holder' | 'leaseMs'> {
  readonly id: string;
}

export interface Operations {
  begin(start: OperationStart): Promise<Begun>;
  /**
   * Records where a step is, durably before it returns, and renews the lease: from here on nobody takes it over for as long.
   * @throws LeaseLost where somebody else has taken the operation over; nothing is recorded
   */
  recordStep(hold: Hold, step: string, state: unknown): Promise<void>;
  /** Says that it is still run; false where somebody else has taken it over. */
  renewLease(hold: Hold): Promise<boolean>;
  /** Settles it: from now on the outcome is replayed. */
  finish(id: string, holder: string, outcome: unknown): Promise<void>;
  /** Lets go of it unsettled: who begins it next resumes it. */
  release(id: string, holder: string): Promise<void>;
  /** Forgets it, so that its key is free. */
  discard(id: string, holder: string): Promise<void>;
  /** Forgets what is kept long enough, with its steps; nothing that runs. @returns how many */
  purge(bounds: KeptFrom): Promise<number>;
}

/** From when on what has ended is kept, and what has not. */
export interface KeptFrom {
  /** What was settled before. */
  readonly ended: Date;
  /** What was begun before and never settled. */
  readonly open: Date;
}

/** Another process holds the operation: this one must not send anything more of it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor() {
    super('the operation was taken over by another process');
  }
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  /** The clock of leases, milliseconds since the epoch: the same for every process, whatever their own clocks say. */
  readonly clock: RawBuilder<number>;
  readonly makeId: () => string;
}

export function operationsOf({ db, now, clock, makeId }: Parts): Operations {
  const after = (leaseMs: number) => sql<number>`${clock} + ${leaseMs}`;
  async function takeOver({ id, holder: last }: OperationRow, { holder, leaseMs }: OperationStart): Promise<boolean> {
    const taken = await db
      .updateTable('operations')
      .set({ holder, lease_until: after(leaseMs) })
      .where('id', '=', id)
      .where('holder', '=', last)
      .where('lease_until', '<=', clock)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    return taken.numUpdatedRows === 1n;
  }
  async function renew(on: Kysely<Tables>, { id, holder, leaseMs }: Hold): Promise<boolean> {
    const renewed = await on.updateTable('operations').set({ lease_until: after(leaseMs) }).where('id', '=', id).where('holder', '=', holder).where('outcome', 'is', null).executeTakeFirst();
    return renewed.numUpdatedRows === 1n;
  }
  async function stepsOf(id: string): Promise<Steps> {
    const rows = await db.selectFrom('operation_steps').select(['step', 'state']).where('operation_id', '=', id).execute();
    return new Map(rows.map(({ step, state }) => [step, fromJson<unknown>(state)]));
  }

  const operations: Operations = {
    async begin(start) {
      const { client, key, operation, inputHash, holder, leaseMs } = start;
      const id = makeId();
      const row = { id, client, key, operation, input_hash: inputHash, holder, lease_until: after(leaseMs), outcome: null, created_at: now(), settled_at: null };
      const made = await db.insertInto('operations').values(row).onConflict((on) => on.columns(['client', 'key']).doNothing()).returning('id').executeTakeFirst();
      if (made !== undefined) return { kind: 'new', id };
      const known = await db.selectFrom('operations').selectAll().where('client', '=', client).where('key', '=', key).executeTakeFirst();
      // Forgotten between the two queries.
      if (known === undefined) return operations.begin(start);
      if (known.operation !== operation || known.input_hash !== inputHash) return { kind: 'conflict' };
      if (known.outcome !== null) return { kind: 'replay', outcome: fromJson<unknown>(known.outcome) };
      if (!(await takeOver(known, start))) return { kind: 'running' };
      return { kind: 'resume', id: known.id, steps: await stepsOf(known.id) };
    },
    async recordStep(hold, step, state) {
      const change = { state: toJson(state), updated_at: now() };
      // Renewing locks the row until the step is written: a takeover comes before, and is seen, or after, and finds the lease alive.
      await db.transaction().execute(async (transaction) => {
        if (!(await renew(transaction, hold))) throw new LeaseLost();
        await transaction
          .insertInto('operation_steps')
          .values({ operation_id: hold.id, step, ...change })
          .onConflict((on) => on.columns(['operation_id', 'step']).doUpdateSet(change))
          .execute();
      });
    },
    renewLease: (hold) => renew(db, hold),
    async finish(id, holder, outcome) {
      await db.updateTable('operations').set({ outcome: toJson(outcome), lease_until: 0, settled_at: now() }).where('id', '=', id).where('holder', '=', holder).execute();
    },
    async release(id, holder) {
      await db.updateTable('operations').set({ lease_until: 0 }).where('id', '=', id).where('holder', '=', holder).execute();
    },
    async discard(id, holder) {
      await db.deleteFrom('operations').where('id', '=', id).where('holder', '=', holder).execute();
    },
    async purge({ ended, open }) {
      const settled = await db.deleteFrom('operations').where('settled_at', '<', ended.getTime()).executeTakeFirst();
      const dead = db.deleteFrom('operations').where('outcome', 'is', null).where('lease_until', '<=', clock);
      const unsettled = await dead.where('created_at', '<', open.getTime()).executeTakeFirst();
      // A turn that a crash left over says nothing once it has run out.
      const turns = await dead.where('operation', '=', turnOperation).where('created_at', '<', ended.getTime()).executeTakeFirst();
      return Number(settled.numDeletedRows + unsettled.numDeletedRows + turns.numDeletedRows);
    },
  };
  return operations;
}
