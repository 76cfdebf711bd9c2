import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { Client } from 'pg';
import { openStore, type Store } from '../../src/store/index.ts';

export interface RowSize {
  readonly of: string;
  readonly rows: number;
  /** With its part of the indexes, bytes. */
  readonly bytesARow: number;
}

const rows = 2000;
/** A letter of some 100 words. */
const letter = 'Ik heb zes jaar ervaring met netwerken en wil die graag bij u gebruiken. '.repeat(9);

const kinds: readonly (readonly [of: string, tables: readonly string[]])[] = [
  [`an application with a letter of ${letter.length} characters, its CV apart`, ['applications', 'resumes']],
  ['an application’s forwarding, with one attempt', ['deliveries', 'delivery_attempts']],
  ['an event of an upstream', ['webhook_events', 'webhook_calls']],
  ['a line of the log of mutations', ['audit']],
  ['a read of 20 candidates', ['candidate_reads', 'candidate_read_ids']],
];

/** Fills the tables of a schema of its own and asks PostgreSQL what they take. */
export async function storeSizes(databaseUrl: string): Promise<readonly RowSize[]> {
  const schema = `sizes_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA ${schema}`);
    const own = new URL(databaseUrl);
    own.searchParams.set('options', `-c search_path=${schema}`);
    const store = await openStore({ databaseUrl: own.href.replaceAll('+', '%20'), dataDir: tmpdir(), now: Date.now });
    try {
      await fill(store);
    } finally {
      await store.close();
    }
    const sizes: RowSize[] = [];
    for (const [of, tables] of kinds) {
      const { rows: found } = await client.query<{ bytes: string }>(`SELECT sum(pg_total_relation_size(format('%I.%I', $1::text, name)::regclass)) AS bytes FROM unnest($2::text[]) AS name`, [schema, tables]);
      sizes.push({ of, rows, bytesARow: Number(found[0]?.bytes) / rows });
    }
    return sizes;
  } finally {
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await client.end();
  }
}

async function fill({ applications, deliveries, webhookEvents, audit, candidateReads }: Store): Promise<void> {
  const options = { sameWithinMs: 86_400_000, hasOwnAccount: () => true, isForwarded: () => true };
  await many(async (index) => {
    const resume = { sha256: randomBytes(32).toString('hex'), byteLength: 50_000, fileName: 'cv.pdf', contentType: 'application/pdf' };
    const application = { source: 'ICTERGEZOCHT', account: 'portal', referenceNumber: `R-${index % 100}`, name: 'Zoë van ’t Hof', email: `z${index}@example.org`, phone: '+31 6 0000 1234', city: 'Utrecht', motivation: letter, origin: 'google', campaign: 'spring', resume, custom: {} } as const;
    await applications.receive(application, options);
  });
  const holder = randomUUID();
  for (let claimed = await claim(); claimed.length > 0; claimed = await claim()) {
    for (const one of claimed) await deliveries.settle(one, holder, { at: new Date(), durationMs: 20, httpStatus: 200, fault: null }, { status: 'DELIVERED' });
  }
  await many(async (index) => {
    const event = { event: 'vacancy_update', about: 'vacancy', sourceId: `2026-${index}`, change: 'UPDATED', nativeStatus: null, owner: null } as const;
    await webhookEvents.receive({ source: 'CEGID', fingerprint: randomBytes(32).toString('hex'), expiresAt: Date.now() + 86_400_000, events: [event] });
  });
  await many(async (index) => {
    const [id = ''] = await audit.begin([{ client: 'portal', operation: 'publishVacancy', channel: 'CSO', target: `R-${index}`, inputHash: randomBytes(32).toString('hex') }]);
    await audit.settle([{ id, target: `R-${index}`, outcome: 'PUBLISHED', upstreamStatus: 200 }]);
  });
  await many(async () => {
    const candidateIds = Array.from({ length: 20 }, () => `vdab:candidate:${randomUUID()}`);
    await candidateReads.record([{ client: 'portal', rootField: 'candidates', purpose: 'matching', candidateIds }]);
  });

  function claim() {
    return deliveries.claim({ client: 'portal', limit: 50, holder, leaseMs: 60_000 });
  }
}

/** As many rows as are looked at, one by one: where several insert at once PostgreSQL adds pages in advance, which so few rows do not fill. */
async function many(make: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < rows; index += 1) await make(index);
}
