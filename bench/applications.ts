import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { DeliveryOrder, DeliveryResult } from './application-load.ts';
import { Children, originIn } from './child.ts';
import { Scratch } from './scratch.ts';
import { upstreamsOf } from './upstreams.ts';

export interface ApplicationBench {
  /** Of each row of the table. */
  readonly seconds: number;
  readonly say: (line: string) => void;
}

interface Place {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly env: Readonly<Record<string, string>>;
  /** Half of what is promised, a second. */
  readonly halfOfGoal: number;
  /** One insert a commit, one after the other: what the disk gives without company. A second. */
  bareInserts(seconds: number): Promise<number>;
  remove(): Promise<unknown>;
}

const key = 'bench-webhook-key-0123456789';
const connections = 64;

/** How many applications a second are durably accepted, how long one waits, and what large ones take of the memory. @returns Markdown */
export async function measureApplications({ seconds, say }: ApplicationBench): Promise<string> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const rows: string[] = [];
  for (const place of await placesIn(scratch)) {
    const env = { ...upstreams.env, ...place.env, ICTERGEZOCHT_WEBHOOK_KEY: key, PORT: '0', LOG_LEVEL: 'warn' };
    const gateway = await children.start({ entry: 'src/main.ts', env });
    const order = { origin: originIn(gateway.greeting), key, connections, perSecond: null, cvBytes: 0, seconds };
    const bare = await place.bareInserts(Math.min(seconds, 3));
    const tell = (what: string, { acknowledged, seconds: took, p50Ms, p99Ms, failure }: DeliveryResult, ratio = true) => {
      if (failure !== null) throw new Error(`${place.name}, ${what}: ${failure}`);
      const perSecond = acknowledged / took;
      rows.push(`| ${place.name} | ${what} | ${perSecond.toFixed(0)} | ${ratio ? (perSecond / bare).toFixed(2) : ''} | ${p50Ms.toFixed(1)} | ${p99Ms.toFixed(1)} |`);
      say(rows.at(-1) ?? '');
    };
    await deliver({ ...order, seconds: 1 });
    tell('small, as fast as they go', await deliver(order));
    tell(`small, ${place.halfOfGoal} a second`, await deliver({ ...order, perSecond: place.halfOfGoal }), false);
    tell('with a CV of 50 KB, as fast as they go', await deliver({ ...order, cvBytes: 50_000 }));
    const large = await children.start({ entry: 'src/main.ts', env });
    const result = await deliver({ ...order, origin: originIn(large.greeting), connections: 50, perSecond: 50, seconds: 0.98, cvBytes: 20 * 1000 * 1000 });
    tell(`${result.acknowledged} of 20 MB at once (largest RSS ${Math.round((await large.usage()).peakRssBytes / 1e6)} MB)`, result, false);
    await Promise.all([gateway.stop(), large.stop()]);
    await place.remove();
    rows.push(`| ${place.name} | one insert a commit, one after the other | ${bare.toFixed(0)} | 1.00 | | |`);
  }
  return ['| store | applications | acknowledged/s | × bare insert | p50 ms | p99 ms |', '| --- | --- | --: | --: | --: | --: |', ...rows].join('\n');
}

async function deliver(order: DeliveryOrder): Promise<DeliveryResult> {
  const child = fork(fileURLToPath(new URL('application-load.ts', import.meta.url)), { stdio: 'inherit' });
  child.send(order);
  const [result] = await once(child, 'message');
  child.kill();
  return result as DeliveryResult;
}

/** SQLite always; PostgreSQL too where TEST_DATABASE_URL names one: in a schema of its own, gone with the run. */
async function placesIn(scratch: Scratch): Promise<readonly Place[]> {
  const sqlite = scratch.env('sqlite');
  const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';
  const lite: Place = { name: 'SQLite', env: sqlite, halfOfGoal: 250, bareInserts: async (seconds) => insertsIntoSqlite(sqlite['DATA_DIR'] ?? '', seconds), remove: async () => undefined };
  if (databaseUrl === '') return [lite];
  const schema = `bench_${randomBytes(6).toString('hex')}`;
  await withClient(databaseUrl, (client) => client.query(`CREATE SCHEMA ${schema}`));
  const own = new URL(databaseUrl);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const url = own.href.replaceAll('+', '%20');
  const env = { ...scratch.env('postgres'), DATABASE_URL: url };
  return [lite, { name: 'PostgreSQL', env, halfOfGoal: 500, bareInserts: (seconds) => withClient(url, (client) => insertsIntoPostgres(client, seconds)), remove: () => withClient(databaseUrl, (client) => client.query(`DROP SCHEMA ${schema} CASCADE`)) }];
}

const row = ['R-1', 'Zoë van ’t Hof', 'zoe@example.org', 'x'.repeat(400)];

function insertsIntoSqlite(directory: string, seconds: number): number {
  mkdirSync(directory, { recursive: true });
  using database = new DatabaseSync(join(directory, 'bare.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (id integer primary key, a text, b text, c text, d text)');
  const insert = database.prepare('INSERT INTO bare (a, b, c, d) VALUES (?, ?, ?, ?)');
  const end = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < end; done += 1) insert.run(...row);
  return done / seconds;
}

async function insertsIntoPostgres(client: Client, seconds: number): Promise<number> {
  await client.query('CREATE TABLE bare (id bigserial primary key, a text, b text, c text, d text)');
  const end = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < end; done += 1) await client.query('INSERT INTO bare (a, b, c, d) VALUES ($1, $2, $3, $4)', row);
  return done / seconds;
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
