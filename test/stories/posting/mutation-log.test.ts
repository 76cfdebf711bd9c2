import { describe, expect, test } from 'vitest';
import { scopes } from '../../../src/domain/scopes.ts';
import { storeEngines } from '../../store/engines.ts';
import { publish, publishInput, type PostingStory, resolve, startStory } from './story.ts';

interface Row {
  readonly operation: string;
  readonly target: string;
  readonly outcome: string;
}

/** The log is an administrator's. */
const withAdmin = { ANONYMOUS_SCOPES: scopes.join(' ') };

async function logOf({ gateway }: PostingStory): Promise<readonly Row[]> {
  const { data, errors } = await gateway.query<{ mutationLog: { nodes: readonly Row[] } }>('{ mutationLog { nodes { operation target outcome } } }');
  expect(errors).toEqual([]);
  return data?.mutationLog.nodes ?? [];
}
const report = `mutation {
  reportIndexing(input: { reportType: VACANCIES, items: [{ id: "REF-1", date: "2026-11-01T08:00:00Z", lastUpdateDate: "2026-11-02T08:00:00Z", status: SUCCESS }] }) { acceptedItems userErrors { code } }
}`;

describe.each(storeEngines)('the log of mutations on $engine', (engine) => {
  test('names a resolvePosting of a posting that is not there', async () => {
    await using story = await startStory(engine, withAdmin);
    await resolve(story, { id: 'nothing', channel: 'CSO', published: true });
    expect(await logOf(story)).toEqual([{ operation: 'resolvePosting', target: 'nothing', outcome: 'INVALID' }]);
  });

  test('names a report that no source takes', async () => {
    await using story = await startStory(engine, { ...withAdmin, CEGID_BASE_URL: '', CEGID_CLIENT_ID: '', CEGID_CLIENT_SECRET: '' });
    expect((await story.gateway.query(report)).data).toMatchObject({ reportIndexing: { userErrors: [{ code: 'SOURCE_NOT_CONFIGURED' }] } });
    expect(await logOf(story)).toEqual([{ operation: 'reportIndexing', target: 'VACANCIES', outcome: 'INVALID' }]);
  });

  test('names a mutation that is answered by an error', async () => {
    await using story = await startStory(engine, withAdmin);
    const { errors } = await story.gateway.query('mutation { subscribeWebhook(input: { source: VDAB, event: "x", callbackUrl: "https://a.example/x", pingUrl: "https://a.example/y" }) { userErrors { code } } }');
    expect(errors).toHaveLength(1);
    expect(await logOf(story)).toEqual([{ operation: 'subscribeWebhook', target: 'VDAB:x', outcome: 'FAILED' }]);
  });

  test('holds no text that a caller wrote in place of a code', async () => {
    await using story = await startStory(engine, withAdmin);
    const written = 'jan.de.vries@example.org';
    await story.gateway.query('mutation ($code: String!) { removeJob(jobCode: $code) { removed } }', { code: written });
    await publish(story, publishInput(`${written} 0612345678`), 'key-1');
    const rows = await logOf(story);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ operation }) => operation === 'removeJob')?.target).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain('jan.de');
  });
});
