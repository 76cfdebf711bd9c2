import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { type Relay, relayTo } from '../../support/relay.ts';
import { type GatewayProcess, startProcess } from '../inbound/gateway-process.ts';

/** Where replicas meet; without it none of this is tested. */
export const redisUrl = process.env['TEST_REDIS_URL'];

/** Two gateways on one sandbox that meet in a room of Redis of their own; gone when the test is over. */
export interface Replicas {
  readonly sandbox: Sandbox;
  readonly one: TestGateway;
  readonly two: TestGateway;
  /** Between both and Redis: it can be cut. */
  readonly relay: Relay;
  /** Another replica that is a process of its own, so that it can be killed. */
  process(): Promise<GatewayProcess>;
  /** Forgets what the upstreams were asked. */
  forgetLogs(): void;
}

export async function startReplicas(environment: Readonly<Record<string, string>> = {}): Promise<Replicas> {
  const sandbox = await startSandbox({ scale: 0.1 });
  const { hostname, port } = new URL(redisUrl ?? '');
  const relay = await relayTo({ hostname, port: Number(port === '' ? 6379 : port) });
  const shared = { CSO_START_ROW_BASE: '0', ICTERGEZOCHT_END_DATE: 'inclusive', REDIS_URL: `redis://127.0.0.1:${relay.port}`, REDIS_PREFIX: `test:${randomUUID()}:`, ...environment };
  const start = () => startGateway({ sandbox, now: () => sandbox.clock.now(), environment: shared });
  const [one, two] = await Promise.all([start(), start()]);
  const dataDir = mkdtempSync(join(tmpdir(), 'werkgraph-replica-'));
  const processes: GatewayProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(processes.map((process) => process.kill()));
    await Promise.all([one.close(), two.close()]);
    await sandbox.close();
    await relay.hangUp();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    sandbox,
    one,
    two,
    relay,
    async process() {
      const started = await startProcess(sandbox, { databaseUrl: null, dataDir }, { environment: shared });
      processes.push(started);
      return started;
    },
    forgetLogs() {
      for (const upstream of Object.values(sandbox.upstreams)) upstream.reset();
    },
  };
}

export interface Page {
  readonly vacancies: { readonly nodes: readonly ({ readonly id: string; readonly title: string } | null)[]; readonly sources: readonly { readonly source: string; readonly status: string; readonly stale: boolean }[] };
}

/** A page of sources, for keywords that make its upstream calls nobody else's. All sources have to answer. */
export async function page(gateway: Pick<TestGateway, 'query'>, sources: readonly string[], first = 3): Promise<Page['vacancies']> {
  const { data, errors } = await gateway.query<Page>('query ($sources: [Source!], $first: Int) { vacancies(first: $first, sources: $sources) { nodes { id title } sources { source status stale } } }', { sources, first });
  expect(errors).toEqual([]);
  expect(data?.vacancies.sources.map(({ source, status }) => [source, status])).toEqual(sources.map((source) => [source, 'OK']));
  return data?.vacancies ?? { nodes: [], sources: [] };
}
