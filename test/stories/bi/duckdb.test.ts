import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../support/insight-truth.ts';
import { useStory } from '../../support/story.ts';

/** How DuckDB reads each form; the files are fetched over HTTP first, since its own HTTP reader is an extension that is not everywhere. */
const readers = {
  csv: (path: string) => `read_csv('${path}', header = true)`,
  ndjson: (path: string) => `read_json('${path}', format = 'newline_delimited')`,
  parquet: (path: string) => `read_parquet('${path}')`,
} as const;
type Form = keyof typeof readers;
const dayMs = 86_400_000;
const forms: readonly Form[] = ['csv', 'ndjson', 'parquet'];

function seconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}

describe('DuckDB', () => {
  const story = useStory({ environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });
  const period = { from: '2020-01-01', to: '2029-12-31' };
  let folder: string;
  let duck: DuckDBInstance;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'werkgraph-duckdb-'));
    duck = await DuckDBInstance.create(':memory:');
  });
  afterAll(async () => {
    duck.closeSync();
    await rm(folder, { recursive: true, force: true });
  });

  async function fileOf(what: string, form: Form, { from, to } = period): Promise<string> {
    const response = await fetch(`${story.gateway.url}/export/${what}.${form}?from=${from}&to=${to}`);
    expect(response.status).toBe(200);
    const path = join(folder, `${what}.${form}`);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    return readers[form](path);
  }

  async function row(query: string): Promise<Record<string, unknown>> {
    const connection = await duck.connect();
    const result = await connection.runAndReadAll(query);
    const [first = {}] = result.getRowObjectsJson();
    connection.closeSync();
    return first;
  }

  test.each(forms)('sums the insights of a %s to the same totals as insightSummary', async (form) => {
    const { insightSummary } = await story.data<{ insightSummary: { complete: boolean; total: { vacancies: number; clicks: number; applications: number; cost: number } } }>(
      'query ($period: PeriodInput!) { insightSummary(period: $period) { complete total { vacancies clicks applications cost } } }',
      { period },
    );
    const { vacancies, clicks, applications, cost } = insightSummary.total;
    expect(insightSummary.complete).toBe(true);
    const found = await row(`select count(*)::int as vacancies, sum(clicks)::int as clicks, sum(applications)::int as applications, round(sum(cost), 2)::double as cost from ${await fileOf('insights', form)}`);
    expect(found).toEqual({ vacancies, clicks, applications, cost });
  });

  test.each(forms)('counts every click of a %s, and dates them', async (form) => {
    const [from, to] = [dayOf(story.sandbox.clock.now() - 150 * dayMs), dayOf(story.sandbox.clock.now())];
    const instants = story.sandbox.definitions.ictergezocht.data.clicks.A.map(([, at]) => at).filter((at) => dayOf(at) >= from && dayOf(at) <= to);
    const source = await fileOf('clicks', form, { from, to });
    expect(instants.length).toBeGreaterThan(50);
    expect(await row(`select count(*)::int as clicks, epoch(min("clickedAt"::timestamptz))::int as first, epoch(max("clickedAt"::timestamptz))::int as last from ${source}`)).toEqual({
      clicks: instants.length,
      first: seconds(Math.min(...instants)),
      last: seconds(Math.max(...instants)),
    });
  });

  test.each(forms)('reads the vacancies of a %s', async (form) => {
    const response = await fetch(`${story.gateway.url}/export/vacancies.${form}?sources=CSO`);
    expect(response.status).toBe(200);
    const path = join(folder, `vacancies.${form}`);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    const { vacancyCount } = await story.data<{ vacancyCount: { total: number } }>('{ vacancyCount(sources: [CSO]) { total } }');
    expect(await row(`select count(*)::int as vacancies, count(distinct id)::int as ids from ${readers[form](path)}`)).toEqual({ vacancies: vacancyCount.total, ids: vacancyCount.total });
  });
});
