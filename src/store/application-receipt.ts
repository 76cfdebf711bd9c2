import type { Kysely, Transaction } from 'kysely';
import { emailKey } from '../domain/application.ts';
import { addDeliveries } from './deliveries.ts';
import { groupCommit } from './group-commit.ts';
import { toJson } from './json.ts';
import { deliveryHash, type NewApplication } from './new-application.ts';
import type { ApplicationRow, Tables } from './tables.ts';

export interface ReceiveOptions {
  /** For how long the same delivery counts as one, milliseconds. */
  readonly sameWithinMs: number;
  /** Whether a client posts with an account of its own: a number that it used there says nothing of the server's account. */
  readonly hasOwnAccount: (client: string) => boolean;
  /** Whether a client's applications are forwarded to it: then that is kept to be done, with the application or not at all. */
  readonly isForwarded: (client: string) => boolean;
}

export interface Received {
  readonly id: number;
  /** The client whose it is. */
  readonly owner: string | null;
  /** False where it was here before. */
  readonly isNew: boolean;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
  readonly manyWriters: boolean;
}

interface Delivery {
  readonly application: NewApplication;
  readonly options: ReceiveOptions;
  readonly key: string;
}
type Row = Omit<ApplicationRow, 'id'>;
type Kept = Pick<ApplicationRow, 'id' | 'source' | 'dedupe_key' | 'received_at' | 'owner'>;

/** Applications in one transaction at most: a statement has fewer than 32,766 values on every engine. */
const maxItems = 128;

/** Keeps applications, many in one commit, each once. */
export function receiver({ db, now, makeId, manyWriters }: Parts): (application: NewApplication, options: ReceiveOptions) => Promise<Received> {
  const commit = groupCommit<Delivery, Received>({ commit: commitAll, maxItems, maxGroups: manyWriters ? 2 : 1 });

  async function commitAll(deliveries: readonly Delivery[]): Promise<readonly Received[]> {
    const posters = await postersOf(deliveries);
    const at = now();
    // In one order everywhere: two transactions that wait for each other's keys would never end.
    const rows = [...new Map(deliveries.map((delivery) => [delivery.key, rowOf(delivery, ownerOf(delivery, posters), at)])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    const forwarded = new Map(deliveries.map(({ key, options }) => [key, options.isForwarded]));
    const fresh = await db.transaction().execute(async (transaction) => {
      await referTo(transaction, rows, at);
      const made = await transaction.insertInto('applications').values(rows).onConflict((on) => on.column('dedupe_key').doNothing()).returning(['id', 'source', 'dedupe_key', 'received_at', 'owner']).execute();
      await addDeliveries(transaction, { now, makeId }, made.flatMap(({ id, source, owner, dedupe_key: key }) => (owner !== null && key !== null && forwarded.get(key)?.(owner) === true ? [{ client: owner, source, applicationId: id }] : [])));
      return made;
    });
    const known = await knownOf(rows, fresh);
    const unclaimed = new Map(fresh.map((row) => [row.dedupe_key, row]));
    const results: Received[] = [];
    for (const delivery of deliveries) {
      const mine = unclaimed.get(delivery.key);
      unclaimed.delete(delivery.key);
      results.push(mine === undefined ? await again(delivery, known.get(delivery.key), at) : { id: mine.id, owner: mine.owner, isNew: true });
    }
    return results;
  }

  /** The clients that ever posted under the reference numbers that came through the server's account. */
  async function postersOf(deliveries: readonly Delivery[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const wanted = deliveries.flatMap(({ application }) => (application.account === null ? [application] : []));
    if (wanted.length === 0) return new Map();
    const numbers = [...new Set(wanted.map(({ referenceNumber }) => referenceNumber))];
    const sources = [...new Set(wanted.map(({ source }) => source))];
    const posted = await db.selectFrom('posted_ids').select(['reference_number', 'client']).distinct().where('channel', 'in', sources).where('reference_number', 'in', numbers).execute();
    return new Map([...Map.groupBy(posted, (row) => row.reference_number)].map(([number, rows]) => [number, rows.map(({ client }) => client)]));
  }

  /** Rows of this group that were here before, also those of the group itself that came twice. */
  async function knownOf(rows: readonly Row[], fresh: readonly Kept[]): Promise<ReadonlyMap<string | null, Kept>> {
    const made = new Map<string | null, Kept>(fresh.map((row) => [row.dedupe_key, row]));
    const rest = rows.flatMap(({ dedupe_key: key }) => (key === null || made.has(key) ? [] : [key]));
    if (rest.length === 0) return made;
    const found = await db.selectFrom('applications').select(['id', 'source', 'dedupe_key', 'received_at', 'owner']).where('dedupe_key', 'in', rest).execute();
    return new Map([...made, ...found.map((row) => [row.dedupe_key, row] as const)]);
  }

  /** What was delivered before: the same, unless that is too long ago or was forgotten in between. */
  async function again(delivery: Delivery, known: Kept | undefined, at: number): Promise<Received> {
    if (known !== undefined && known.received_at > at - delivery.options.sameWithinMs) return { id: known.id, owner: known.owner, isNew: false };
    if (known !== undefined) await db.updateTable('applications').set({ dedupe_key: null }).where('id', '=', known.id).where('dedupe_key', '=', delivery.key).execute();
    const [received] = await commitAll([delivery]);
    if (received === undefined) throw new Error('an application was neither kept nor known');
    return received;
  }

  return (application, options) => commit({ application, options, key: deliveryHash(application) });
}

/**
 * Whose it is: of the account's client, else of the only client that posted under the number with the server's account. Where several
 * did, it is nobody's in particular. Anybody may use a number on an account of its own: it gives no right to what comes to another.
 */
function ownerOf({ application: { account, referenceNumber }, options }: Delivery, posters: ReadonlyMap<string, readonly string[]>): string | null {
  if (account !== null) return account;
  const [only, ...others] = (posters.get(referenceNumber) ?? []).filter((client) => !options.hasOwnAccount(client));
  return only === undefined || others.length > 0 ? null : only;
}

/** Holds the CVs against their removal until the applications that refer to them are kept. */
async function referTo(transaction: Transaction<Tables>, rows: readonly Row[], at: number): Promise<void> {
  const names = [...new Set(rows.flatMap(({ resume_sha256: sha256 }) => (sha256 === null ? [] : [sha256])))].toSorted();
  if (names.length === 0) return;
  const values = names.map((sha256) => ({ sha256, kept_at: at }));
  await transaction.insertInto('resumes').values(values).onConflict((on) => on.column('sha256').doUpdateSet({ kept_at: at })).execute();
}

function rowOf({ application, key }: Delivery, owner: string | null, at: number): Row {
  const { source, account, referenceNumber, name, email, phone, city, motivation, origin, campaign, custom, resume } = application;
  return {
    source,
    owner,
    account,
    name,
    email,
    phone,
    city,
    motivation,
    origin,
    campaign,
    received_at: at,
    reference_number: referenceNumber,
    email_key: emailKey(email),
    custom: toJson(custom),
    resume_sha256: resume?.sha256 ?? null,
    resume_bytes: resume?.byteLength ?? null,
    resume_name: resume?.fileName ?? null,
    resume_type: resume?.contentType ?? null,
    dedupe_key: key,
  };
}
