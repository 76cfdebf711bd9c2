import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { comments } from '../../../src/store/bi/columns.ts';
import { dayOf, InsightTruth } from '../../support/insight-truth.ts';
import { type StorePlace, storeEngines } from '../../store/engines.ts';

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const postgres = storeEngines.find(({ engine }) => engine === 'PostgreSQL');
const dayMs = 86_400_000;

/** A command as an operator runs it. */
async function werkgraph(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { code, out, error };
}

test('without a PostgreSQL there is nowhere to keep tables, and it says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-sync-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { code, out, error } = await werkgraph(['sync', 'insights'], { ICTERGEZOCHT_API_KEY: 'key', DATA_DIR: folder });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toContain('DATABASE_URL: ');
});

describe.skipIf(postgres === undefined)(`tables for BI tools${postgres === undefined ? ' (no TEST_DATABASE_URL)' : ''}`, { timeout: 120_000 }, () => {
  let sandbox: Sandbox;
  let place: StorePlace;
  let db: Client;
  let environment: Record<string, string>;
  let schema: string;
  let days: { readonly from: string; readonly to: string };

  beforeAll(async () => {
    if (postgres === undefined) return;
    sandbox = await startSandbox({ scale: 0.1 });
    place = await postgres.place();
    schema = `test_bi_${Math.random().toString(36).slice(2, 10)}`;
    environment = { ...gatewayEnvironment(sandbox), DATABASE_URL: place.databaseUrl ?? '', DATA_DIR: place.dataDir, BI_SCHEMA: schema, ICTERGEZOCHT_END_DATE: 'inclusive', LOG_LEVEL: 'silent' };
    db = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await db.connect();
    const now = sandbox.clock.now();
    days = { from: dayOf(now - 9 * dayMs), to: dayOf(now) };
    // More than a page on each day, by two visitors.
    const { data, recordClick } = sandbox.definitions.ictergezocht;
    const mine = data.vacancies.filter(({ account }) => account === 'A');
    for (let index = 0; index < 700; index += 1) recordClick(mine[index % 7]?.vacancyId ?? 0, now - (index % 10) * dayMs - index * 1000, `10.0.0.${index % 2}`);
  });
  afterAll(async () => {
    await db?.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await db?.end();
    await place?.remove();
    await sandbox?.close();
  });

  const board = () => sandbox.upstreams.ictergezocht;
  const sync = (period = days) => werkgraph(['sync', 'insights', '--from', period.from, '--to', period.to], environment);
  async function one<Row>(query: string): Promise<Row> {
    const { rows } = await db.query(query);
    return rows[0] as Row;
  }

  test('hold every click and the figures of every day', async () => {
    const { code, out, error } = await sync();
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/\n10 days synced, 0 final already, 0 not synced\./);
    const truth = new InsightTruth(sandbox);
    const { clicks, applications, cost } = truth.of(truth.vacancies, days);
    expect(clicks).toBeGreaterThan(0);
    expect(await one(`select sum(clicks)::int as clicks, sum(applications)::int as applications, sum(cost)::float as cost from ${schema}.insight_day`)).toEqual({ clicks, applications, cost });
    expect(await one(`select count(*)::int as clicks, sum(cost_per_click)::float as cost from ${schema}.click`)).toEqual({ clicks, cost });
  });

  test('hold no address of who clicked, and the same visitor within a day only', async () => {
    const { rows } = await db.query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = '${schema}' and table_name = 'click'`);
    expect(rows.map(({ column_name: name }) => name).toSorted()).toEqual(Object.keys(comments['click']?.columns ?? {}).toSorted());
    const { days: onDays } = await one<{ days: number }>(`select max(days)::int as days from (select count(distinct day) as days from ${schema}.click group by visitor) as visitors`);
    expect(onDays).toBe(1);
  });

  test('are read again only where the source may still correct them', async () => {
    board().requests.length = 0;
    const { out } = await sync();
    expect(out).toMatch(/\n4 days synced, 6 final already, 0 not synced\./);
    const asked = new Set(board().requests.map(({ query }) => new URLSearchParams(query).get('startDate')));
    expect(asked.size).toBe(4);
  });

  test('keep what they held of a day that could not be read, and go on with it the next time', async () => {
    const before = await one(`select count(*)::int as clicks from ${schema}.click`);
    board().faults.add({ kind: 'status', status: 500, path: '/click' });
    const failed = await sync();
    expect(failed.code).toBe(1);
    expect(failed.error).toContain('not synced: ');
    expect(await one(`select count(*)::int as clicks from ${schema}.click`)).toEqual(before);
    board().faults.clear();
    expect((await sync()).code).toBe(0);
    expect(await one(`select count(*)::int as clicks from ${schema}.click`)).toEqual(before);
  });

  test('answer the usual questions by views, with rates made from sums', async () => {
    const truth = new InsightTruth(sandbox);
    const { clicks, applications, cost } = truth.of(truth.vacancies, days);
    const sums = 'sum(clicks)::int as clicks, sum(applications)::int as applications, sum(cost)::float as cost';
    for (const view of ['figures_per_day', 'figures_per_month', 'figures_per_campaign', 'figures_per_vacancy', 'last_30_days']) {
      expect(await one(`select ${sums} from ${schema}.${view}`)).toEqual({ clicks, applications, cost });
    }
    const { wrong } = await one<{ wrong: number }>(
      `select count(*)::int as wrong from ${schema}.figures_per_day where cost_per_application is distinct from cost / nullif(applications, 0) or (applications = 0 and cost_per_application is not null)`,
    );
    expect(wrong).toBe(0);
  });

  test('are all that a role for a BI tool gets to read', async () => {
    const role = `${schema}_reader`;
    await db.query(`create role ${role}; grant usage on schema ${schema} to ${role}; grant select on all tables in schema ${schema} to ${role}`);
    try {
      await db.query(`set role ${role}`);
      expect((await one<{ clicks: number }>(`select sum(clicks)::int as clicks from ${schema}.figures_per_day`)).clicks).toBeGreaterThan(0);
      await expect(db.query(`delete from ${schema}.click`)).rejects.toThrow('permission denied');
    } finally {
      await db.query(`reset role; drop owned by ${role}; drop role ${role}`);
    }
  });

  test('say in the database itself what each of their columns means', async () => {
    const { rows } = await db.query<{ name: string; about: string | null; column: string | null; meaning: string | null }>(`
      select c.relname as name, obj_description(c.oid) as about, a.attname as column, col_description(c.oid, a.attnum) as meaning
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and c.relkind = 'r'
      where n.nspname = '${schema}' and c.relkind in ('r', 'v') and c.relname not like 'werkgraph_bi_%'`);
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(Object.keys(comments)));
    expect(rows.filter(({ about, column, meaning }) => about === null || (column !== null && meaning === null))).toEqual([]);
  });
});
