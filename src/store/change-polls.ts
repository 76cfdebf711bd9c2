import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Who would poll, and what. */
export interface PollTurn {
  /** What is polled. */
  readonly name: string;
  readonly holder: string;
  /** How often it is polled while somebody wants it, milliseconds. */
  readonly everyMs: number;
  /** How long a poll counts as under way, milliseconds. */
  readonly leaseMs: number;
}

/** How far something was polled for changes, for all replicas: one of them polls at a time. */
export interface ChangePolls {
  /**
   * Says that somebody wants it, and takes the turn where it is due and nobody else has it. What nobody wanted for a while begins at the present.
   * @returns from when on changes are still to be told, milliseconds since the epoch; null where it is not this one's turn
   */
  take(turn: PollTurn): Promise<number | null>;
  /**
   * Says that the poll is still under way. @param until up to when changes have been told by now; null where no more than before
   * @returns false where somebody else has the turn by now
   */
  renew(turn: PollTurn, until: number | null): Promise<boolean>;
  /** Ends the turn. @param until up to when changes were told; null where they were not */
  settle(turn: PollTurn, until: number | null): Promise<void>;
  /** Forgets what nobody wanted since. */
  purge(wantedBefore: Date): Promise<void>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly clock: RawBuilder<number>;
}

/** So many polls that did not come about, and nobody wants it any more. */
const missedPolls = 3;

export function changePollsOf({ db, now, clock }: Parts): ChangePolls {
  return {
    async take({ name, holder, everyMs, leaseMs }) {
      const present = now();
      const begun = { position: present, next_at: present + everyMs, wanted_at: present };
      const made = await db.insertInto('change_polls').values({ name, ...begun, holder: null, lease_until: 0 }).onConflict((on) => on.column('name').doNothing()).returning('name').executeTakeFirst();
      if (made !== undefined) return null;
      const left = await db.updateTable('change_polls').set(begun).where('name', '=', name).where('wanted_at', '<', present - missedPolls * everyMs).returning('name').executeTakeFirst();
      if (left !== undefined) return null;
      await db.updateTable('change_polls').set({ wanted_at: present }).where('name', '=', name).where('wanted_at', '<', present).execute();
      const taken = await db
        .updateTable('change_polls')
        .set({ holder, lease_until: sql<number>`${clock} + ${leaseMs}` })
        .where('name', '=', name)
        .where('next_at', '<=', present)
        .where('lease_until', '<=', clock)
        .returning('position')
        .executeTakeFirst();
      return taken?.position ?? null;
    },
    async renew({ name, holder, leaseMs }, until) {
      const renewed = await db
        .updateTable('change_polls')
        .set({ lease_until: sql<number>`${clock} + ${leaseMs}`, ...(until !== null && { position: until }) })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .returning('name')
        .executeTakeFirst();
      return renewed !== undefined;
    },
    async settle({ name, holder, everyMs }, until) {
      const next = { next_at: now() + everyMs, holder: null, lease_until: 0 };
      await db.updateTable('change_polls').set(until === null ? next : { ...next, position: until }).where('name', '=', name).where('holder', '=', holder).execute();
    },
    async purge(wantedBefore) {
      await db.deleteFrom('change_polls').where('wanted_at', '<', wantedBefore.getTime()).execute();
    },
  };
}
