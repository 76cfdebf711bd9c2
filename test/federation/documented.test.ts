import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../house/rules/repository.ts';
import { as } from '../support/clients.ts';
import { ask, startGateway, type TestGateway } from '../support/gateway.ts';
import { hiveIsInstalled, startHiveRouter } from './hive-router.ts';
import { type SecondSubgraph, startSecondSubgraph } from './second-subgraph.ts';
import { composeRunning } from './supergraph.ts';

/** The example of a language in `docs/scale.md` that holds a text. */
function example(language: string, text: string): string {
  const examples = readFileSync(`${root}docs/scale.md`, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  const [, , code] = [...examples].find(([, written, code]) => written === language && code?.includes(text) === true) ?? [];
  if (code === undefined) throw new Error(`docs/scale.md has no ${language} with "${text}"`);
  return code;
}

async function startSubgraphs(environment: Readonly<Record<string, string>> = {}): Promise<{ readonly gateway: TestGateway; readonly second: SecondSubgraph; readonly supergraph: string }> {
  const [gateway, second] = await Promise.all([startGateway({ clients: 'demo', environment }), startSecondSubgraph()]);
  onTestFinished(async () => {
    await Promise.all([gateway.close(), second.close()]);
  });
  return { gateway, second, supergraph: await composeRunning([{ name: 'werkgraph', url: gateway.url }, { name: 'kept', url: second.url }]) };
}

test('running subgraphs compose by the program of the document', async () => {
  const { gateway, second, supergraph } = await startSubgraphs({ INTROSPECTION: 'off' });
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-compose-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const written = join(folder, 'supergraph.graphql');
  const replaced = [['https://graph.example.org', gateway.url], ['https://kept.example.org', second.url], ["'supergraph.graphql'", JSON.stringify(written)]] as const;
  const program = replaced.reduce((text, [from, to]) => text.replace(from, to), example('js', 'composeServices'));
  // From here, where what it imports is installed.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: root });
  expect(await readFile(written, 'utf8')).toBe(supergraph);
});

describe.runIf(hiveIsInstalled)('behind Hive Gateway with the configuration of the document', { timeout: 90_000 }, () => {
  test('callers are who they are, say what they read candidates for, and have limits of their own address', async () => {
    const { supergraph } = await startSubgraphs({ ANONYMOUS_SCOPES: 'vacancies:read', TRUST_PROXY: '127.0.0.1', RATE_LIMIT_ANONYMOUS: '2' });
    const router = await startHiveRouter(supergraph, example('ts', 'propagateHeaders'));
    onTestFinished(() => router.close());
    const whoAsks = (headers: Readonly<Record<string, string>>) => ask<{ viewer: { id: string } | null }>(router.url, '{ viewer { id } }', {}, { headers });

    expect((await whoAsks(as('recruiter').headers)).data?.viewer?.id).toBe('recruiter');

    await ask(router.url, '{ candidates(first: 1) { nodes { id } } }', {}, { headers: { ...as('recruiter').headers, 'x-purpose': 'matching' } });
    const { data } = await ask<{ candidateReads: { nodes: { client: string; purpose: string }[] } }>(router.url, '{ candidateReads { nodes { client purpose } } }', {}, as('admin'));
    expect(data?.candidateReads.nodes).toEqual([{ client: 'recruiter', purpose: 'matching' }]);

    const from = async (address: string) => (await whoAsks({ 'x-forwarded-for': address })).errors.map(({ extensions }) => extensions.code);
    expect([await from('203.0.113.1'), await from('203.0.113.1')]).toEqual([[], []]);
    expect(await from('203.0.113.1')).toEqual(['RATE_LIMITED']);
    expect(await from('203.0.113.2')).toEqual([]);
  });
});
