import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Applications, applicationsOf } from './applications.ts';
import { type Audit, auditOf } from './audit.ts';
import { type Deliveries, deliveriesOf } from './deliveries.ts';
import { type ChangePolls, changePollsOf } from './change-polls.ts';
import { type CandidateReads, candidateReadsOf } from './candidate-reads.ts';
import { type Engine, openEngine } from './engine.ts';
import { type InsightDays, insightDaysOf } from './insight-days.ts';
import { migrationProvider } from './migrations/index.ts';
import { type Operations, operationsOf } from './operations.ts';
import { type Postings, postingsOf } from './postings.ts';
import type { Tables } from './tables.ts';
import { uuidMaker } from './uuid.ts';
import { type WebhookEvents, webhookEventsOf } from './webhook-events.ts';
import { type WebhookSubscriptions, webhookSubscriptionsOf } from './webhook-subscriptions.ts';

/** What must last: on SQLite in a folder, or on PostgreSQL. What a call has written is on the disk when it returns. */
export interface Store {
  readonly operations: Operations;
  readonly postings: Postings;
  readonly audit: Audit;
  readonly candidateReads: CandidateReads;
  readonly webhookSubscriptions: WebhookSubscriptions;
  readonly insightDays: InsightDays;
  readonly webhookEvents: WebhookEvents;
  readonly changePolls: ChangePolls;
  readonly applications: Applications;
  readonly deliveries: Deliveries;
  /** @throws where the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** PostgreSQL; null is SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Stamps rows. Leases go by a clock of the store's own. */
  readonly now: () => number;
  readonly random?: (size: number) => Uint8Array;
}

/**
 * Opens the store and brings its tables up to date; several processes may do so at once.
 * @throws where the database cannot be opened or brought up to date
 */
export async function openStore({ databaseUrl, dataDir, now, random }: StoreOptions): Promise<Store> {
  const engine = await openEngine({ databaseUrl, dataDir });
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const parts = { db, now, clock: engine.clock, makeId: uuidMaker(now, random) };
  return {
    operations: operationsOf(parts),
    postings: postingsOf(parts),
    audit: auditOf(parts),
    candidateReads: candidateReadsOf(parts),
    webhookSubscriptions: webhookSubscriptionsOf(parts),
    insightDays: insightDaysOf(parts),
    webhookEvents: webhookEventsOf({ ...parts, engine: engine.name }),
    changePolls: changePollsOf(parts),
    applications: applicationsOf({ ...parts, manyWriters: engine.name === 'postgres' }),
    deliveries: deliveriesOf({ ...parts, skipsLocked: engine.name === 'postgres' }),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const names = { migrationTableName: 'werkgraph_migration', migrationLockTableName: 'werkgraph_migration_lock' };
  const migrator = new Migrator({ db, provider: migrationProvider, ...names, ...(engine.schema !== null && { migrationTableSchema: engine.schema }) });
  await engine.exclusively(async () => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('the tables could not be brought up to date', { cause: error });
  });
}
