import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parquetReadObjects } from 'hyparquet';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const day = '2016-02-01';
const clicks = 900;
let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.1 });
  folder = await mkdtemp(join(tmpdir(), 'werkgraph-export-'));
  const { data, recordClick } = sandbox.definitions.ictergezocht;
  for (let index = 0; index < clicks; index += 1) recordClick(data.vacancies[index % 20]?.vacancyId ?? 0, Date.parse(`${day}T08:00:00Z`) + index * 1000, `10.0.0.${index % 200}`);
});
afterAll(async () => {
  await sandbox?.close();
  await rm(folder, { recursive: true, force: true });
});

function run(...parameters: readonly string[]): ChildProcess {
  const variables = { PATH: process.env['PATH'], ...gatewayEnvironment(sandbox), ICTERGEZOCHT_END_DATE: 'inclusive', DATA_DIR: join(folder, 'data') };
  return spawn(process.execPath, [cli, 'export', ...parameters], { env: variables, stdio: ['ignore', 'ignore', 'pipe'] });
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  if (child.stderr === null) throw new Error('no standard error');
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, said };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const at = (name: string): string => join(folder, name);
const ofTheDay = ['--from', day, '--to', day] as const;

describe('a file that is made by the command', () => {
  beforeAll(async () => {
    const { code, said } = await ended(run('clicks', ...ofTheDay, '--out', at('whole.csv')));
    if (code !== 0) throw new Error(said);
  }, 60_000);

  test.each(['SIGKILL', 'SIGINT'] as const)('and interrupted by %s is gone on with, and equal to one that was not', async (signal) => {
    sandbox.definitions.ictergezocht.clearLimits();
    const broken = at(`broken-${signal}.csv`);
    sandbox.upstreams.ictergezocht.reset();
    const child = run('clicks', ...ofTheDay, '--out', broken);
    const interrupted = ended(child);
    await until(() => existsSync(`${broken}.part.json`));
    child.kill(signal);
    expect((await interrupted).code).toBe(signal === 'SIGINT' ? 130 : null);
    expect(existsSync(broken)).toBe(false);

    const asked = sandbox.upstreams.ictergezocht.count('GET', /click$/);
    const resumed = await ended(run('clicks', ...ofTheDay, '--out', broken));
    expect(resumed).toMatchObject({ code: 0, said: expect.stringContaining('Going on behind') });
    // What was on the disk was not asked for again.
    expect(sandbox.upstreams.ictergezocht.count('GET', /click$/) - asked).toBeLessThan(clicks / 50);
    expect((await readFile(broken)).equals(await readFile(at('whole.csv')))).toBe(true);
    expect((await readdir(folder)).filter((name) => name.startsWith(`broken-${signal}`))).toEqual([`broken-${signal}.csv`]);
  }, 60_000);

  test('in Parquet holds what the one in NDJSON holds', async () => {
    sandbox.definitions.ictergezocht.clearLimits();
    const period = ['--from', '2020-01-01', '--to', '2026-01-01'] as const;
    const files = await Promise.all([ended(run('insights', ...period, '--out', at('i.parquet'))), ended(run('insights', ...period, '--out', at('i.ndjson')))]);
    expect(files.map(({ code }) => code)).toEqual([0, 0]);
    const parquet = await parquetReadObjects({ file: new Uint8Array(await readFile(at('i.parquet'))).buffer });
    const lines = (await readFile(at('i.ndjson'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parquet.map(({ vacancyId, clicks: count }) => [vacancyId, Number(count)])).toEqual(lines.map(({ vacancyId, clicks: count }) => [vacancyId, count]));
    // Personal data is for who asks for it.
    expect(lines.every(({ contactEmail }) => contactEmail === null)).toBe(true);
  });

  test('does not go on with what was read for another question', async () => {
    sandbox.definitions.ictergezocht.clearLimits();
    const child = run('clicks', ...ofTheDay, '--out', at('other.csv'));
    const interrupted = ended(child);
    await until(() => existsSync(at('other.csv.part.json')));
    child.kill('SIGKILL');
    await interrupted;
    const other = await ended(run('clicks', '--from', '2015-01-01', '--to', '2015-01-01', '--out', at('other.csv')));
    expect(other).toMatchObject({ code: 0, said: expect.stringContaining('0 rows') });
    expect((await readFile(at('other.csv'), 'utf8')).split('\r\n')).toHaveLength(2);
  });
});

test('a mistake in the command is told before one in the environment', async () => {
  const child = spawn(process.execPath, [cli, 'export', 'clicks', ...ofTheDay, '--out', '/no/such/folder/a.csv'], { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'ignore', 'pipe'] });
  expect(await ended(child)).toEqual({ code: 1, said: '--out: there is no folder /no/such/folder. Make it first, or name another.\n' });
});

test('the last line tells of a source that cannot apply a criterion', async () => {
  const { code, said } = await ended(run('vacancies', '--from', '2026-01-01', '--out', at('vacancies.csv')));
  expect([code, said.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/: \d+ rows\. Without CEGID, which cannot apply a criterion\.$/)]);
});

test.each([
  [['insights', '--out', 'a.csv'], '"from" is to be stated'],
  [['insights', ...ofTheDay, '--out', 'a.xlsx'], 'a file ends in .csv'],
  [['salaries', ...ofTheDay, '--out', 'a.csv'], 'There is insights, clicks, vacancies'],
  [['vacancies', '--filter', '{"nuts":["XX"]}', '--out', 'a.csv'], '"filter.nuts.0" is not a NUTS code'],
  [['clicks', ...ofTheDay, '--with', 'colour=red', '--out', 'a.csv'], '"colour" is no parameter of this file'],
  [['clicks', ...ofTheDay, '--out', '/no/such/folder/a.csv'], '--out: there is no folder /no/such/folder. Make it first'],
  [['clicks', ...ofTheDay, '--client', 'nobody', '--out', 'a.csv'], 'CLIENTS_FILE has no client nobody'],
])('a wrong command says what is wrong, and makes no file: %j', async (parameters, message) => {
  const { code, said } = await ended(run(...parameters));
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(message) });
  expect(existsSync('a.csv')).toBe(false);
});
