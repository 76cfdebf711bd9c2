import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { type Application, type ApplicationFilter, type Audience, emailKey } from '../domain/application.ts';
import { applicationOf } from './application-rows.ts';
import { type Received, receiver, type ReceiveOptions } from './application-receipt.ts';
import { removeDeliveriesOf } from './deliveries.ts';
import { mentionsOf } from './mentions.ts';
import type { NewApplication } from './new-application.ts';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import type { Tables } from './tables.ts';

export interface ApplicationPageRequest {
  readonly audience: Audience;
  readonly filter: ApplicationFilter;
  readonly first: number;
  readonly after: Position | null;
}

/** What was removed. */
export interface Removed {
  readonly applications: number;
  /** CVs that they referred to, by SHA-256: others may refer to them still. */
  readonly resumes: readonly string[];
  /** Forwardings that were still to be done. */
  readonly pendingDeliveries: number;
}

export interface Applications {
  /**
   * Keeps an application, durably before it returns; what is delivered again within a time is kept once. Those that come at the same
   * time share a commit. A CV is to be kept before.
   */
  receive(application: NewApplication, options: ReceiveOptions): Promise<Received>;
  /** Null where there is none that the audience may see; without an audience, for the gateway's own work. */
  byId(id: number, audience: Audience | null): Promise<Application | null>;
  /** The newest first. */
  page(request: ApplicationPageRequest): Promise<StorePage<Application>>;
  count(request: Pick<ApplicationPageRequest, 'audience' | 'filter'>): Promise<number>;
  anyReceivedBefore(before: Date): Promise<boolean>;
  /** Forgets those received before, with what is still to be forwarded of them. */
  removeReceivedBefore(before: Date): Promise<Removed>;
  /** Forgets every application of an e-mail address, whatever its case. */
  removeOf(email: string): Promise<Removed>;
  /** Those of other addresses whose letter or own fields hold the text, whatever its case: for a person to look at. */
  mentioning(text: string): Promise<readonly number[]>;
  /** Those of these CVs that no application refers to just now. */
  unusedOf(sha256s: readonly string[]): Promise<readonly string[]>;
  /**
   * Removes a CV that no application refers to, while nobody can begin to.
   * @param remove takes its bytes away
   * @returns whether it was removed
   */
  forgetResume(sha256: string, remove: () => Promise<void>): Promise<boolean>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
  /** Whether the engine commits several transactions at once. */
  readonly manyWriters: boolean;
}

/** Rows that are removed in one transaction. */
const removedAtOnce = 500;

export function applicationsOf({ db, now, makeId, manyWriters }: Parts): Applications {
  const receive = receiver({ db, now, makeId, manyWriters });

  function seenBy({ client, unowned, serverAccount }: Audience) {
    const all = db.selectFrom('applications');
    return all.where((row) => {
      const own = row('owner', '=', client);
      if (serverAccount) return row.or([own, row('account', 'is', null)]);
      return unowned ? row.or([own, row.and([row('account', 'is', null), row('owner', 'is', null)])]) : own;
    });
  }
  function listed({ audience, filter }: Pick<ApplicationPageRequest, 'audience' | 'filter'>) {
    const { referenceNumbers, receivedFrom, receivedTo, email } = filter;
    let rows = seenBy(audience);
    if (referenceNumbers !== null) rows = rows.where('reference_number', 'in', [...referenceNumbers]);
    if (receivedFrom !== null) rows = rows.where('received_at', '>=', receivedFrom.getTime());
    if (receivedTo !== null) rows = rows.where('received_at', '<=', receivedTo.getTime());
    return email === null ? rows : rows.where('email_key', '=', emailKey(email));
  }
  /** Chunk by chunk, so that no transaction holds the others up for long. */
  async function removeWhere(condition: () => Expression<SqlBool>): Promise<Removed> {
    let applications = 0;
    let pendingDeliveries = 0;
    const resumes = new Set<string>();
    for (;;) {
      const removed = await db.transaction().execute(async (transaction) => {
        const some = transaction.selectFrom('applications').select('id').where(condition()).orderBy('id').limit(removedAtOnce);
        const rows = await transaction.deleteFrom('applications').where('id', 'in', some).returning(['id', 'resume_sha256']).execute();
        pendingDeliveries += await removeDeliveriesOf(transaction, rows.map(({ id }) => id));
        return rows;
      });
      applications += removed.length;
      for (const { resume_sha256: sha256 } of removed) if (sha256 !== null) resumes.add(sha256);
      if (removed.length < removedAtOnce) return { applications, resumes: [...resumes], pendingDeliveries };
    }
  }

  return {
    receive,
    async byId(id, audience) {
      const rows = audience === null ? db.selectFrom('applications') : seenBy(audience);
      const row = await rows.selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : applicationOf(row);
    },
    async page({ first, after, ...wanted }) {
      const from = listed(wanted);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('received_at', 'id'), '<', row.tuple(after.at, Number(after.id))));
      const found = pageOfRows(await rest.selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute(), first);
      return { rows: found.rows.map(applicationOf), more: found.more };
    },
    async count(wanted) {
      const { total } = await listed(wanted).select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow();
      return Number(total);
    },
    anyReceivedBefore: async (before) => (await db.selectFrom('applications').select('id').where('received_at', '<', before.getTime()).limit(1).executeTakeFirst()) !== undefined,
    removeReceivedBefore: (before) => removeWhere(() => sql<SqlBool>`received_at < ${before.getTime()}`),
    removeOf: (email) => removeWhere(() => sql<SqlBool>`email_key = ${emailKey(email)}`),
    mentioning: (text) => mentionsOf(db, text),
    async unusedOf(sha256s) {
      if (sha256s.length === 0) return [];
      const used = await db.selectFrom('applications').select('resume_sha256').distinct().where('resume_sha256', 'in', [...sha256s]).execute();
      return sha256s.filter((sha256) => used.every((row) => row.resume_sha256 !== sha256));
    },
    forgetResume: (sha256, remove) =>
      db.transaction().execute(async (transaction) => {
        // Locks the CV first: whoever is about to refer to it has done so when this goes on, or finds its bytes gone and keeps them again.
        const lock = { sha256, kept_at: now() };
        await transaction.insertInto('resumes').values(lock).onConflict((on) => on.column('sha256').doUpdateSet({ kept_at: lock.kept_at })).execute();
        const used = await transaction.selectFrom('applications').select('id').where('resume_sha256', '=', sha256).limit(1).executeTakeFirst();
        if (used !== undefined) return false;
        await remove();
        await transaction.deleteFrom('resumes').where('sha256', '=', sha256).execute();
        return true;
      }),
  };
}
