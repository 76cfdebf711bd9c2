import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { scopes } from '../../src/domain/scopes.ts';
import { type ServerOptions, startServer } from '../../src/server.ts';
import { gatewayEnvironment } from '../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { writeDemoClients } from './clients.ts';
import { engineUnderTest } from './engines.ts';
import { leakWatch } from './leak-watch.ts';

/** A GraphQL answer as a client reads it. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null;
  readonly errors: readonly GraphQLFailure[];
}

export interface GraphQLFailure {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [name: string]: unknown };
}

/** A gateway on its own sandbox, over loopback HTTP on both sides. */
export interface TestGateway {
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly sandbox: Sandbox;
  /** Everything that was logged, JSON lines. */
  readonly logged: readonly string[];
  query<Data>(document: string, variables?: Readonly<Record<string, unknown>>, options?: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal }): Promise<Answer<Data>>;
  /** @throws where an answer of `query` held a secret that the gateway was told, the log holds one or anything of a person, or the engines differed */
  close(): Promise<void>;
}

export interface GatewayOptions {
  /** Variables beside those that point at the sandbox; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly sandbox?: Sandbox;
  /** Who there is beside callers without a key: nobody, or the clients of the demo with their keys. */
  readonly clients?: 'demo' | undefined;
  readonly now?: () => number;
  readonly deadlines?: ServerOptions['deadlines'];
  readonly stallMs?: number;
  readonly loopDelay?: ServerOptions['loopDelay'];
}

/** What a caller without a key may do here, but for administration: most tests are about something else than callers. */
export const everyScope = scopes.filter((scope) => scope !== 'admin').join(' ');

/** A machine that runs tests may be late at any time: who asks then is still answered. Tests of shedding set their own bound and delay. */
export const withoutShedding = { MAX_EVENT_LOOP_DELAY_MS: '0' } as const;

/** Tests ask faster, and for more at once, than anyone is to: those of the limits set their own. */
export const withoutRates = {
  RATE_LIMIT_ADDRESS: '0',
  RATE_LIMIT_CLIENT: '0',
  RATE_LIMIT_ANONYMOUS: '0',
  RATE_LIMIT_CLIENT_COST: '0',
  RATE_LIMIT_ANONYMOUS_COST: '0',
  RATE_LIMIT_FAILED_KEYS: '0',
  MAX_COST: '1000000000',
  MAX_ALIASES: '10000',
  MAX_ROOT_FIELDS: '1000',
  ...withoutShedding,
} as const;

/** The limits as they are where nobody sets them: a name that is set to nothing counts as not set. */
export const usualLimits: Readonly<Record<keyof typeof withoutRates, string>> = {
  RATE_LIMIT_ADDRESS: '',
  RATE_LIMIT_CLIENT: '',
  RATE_LIMIT_ANONYMOUS: '',
  RATE_LIMIT_CLIENT_COST: '',
  RATE_LIMIT_ANONYMOUS_COST: '',
  RATE_LIMIT_FAILED_KEYS: '',
  MAX_COST: '',
  MAX_ALIASES: '',
  MAX_ROOT_FIELDS: '',
  ...withoutShedding,
};

/** Starts a gateway on a free port, on the embedded defaults unless `environment` says otherwise. */
export async function startGateway({ environment = {}, sandbox: lent, clients, now, deadlines, stallMs, loopDelay }: GatewayOptions = {}): Promise<TestGateway> {
  const sandbox = lent ?? (await startSandbox());
  const logged: string[] = [];
  const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-data-'));
  const variables = { ...gatewayEnvironment(sandbox), ...withoutRates, PORT: '0', DATA_DIR: dataDir, ANONYMOUS_SCOPES: everyScope, ...(clients === 'demo' && { CLIENTS_FILE: await writeDemoClients(dataDir) }), ...environment };
  const leaks = await leakWatch({ environment: variables, sandbox });
  const engine = environment['EXECUTION'] === undefined ? engineUnderTest() : null;
  const server = await startServer(readConfig(variables), { ...(now !== undefined && { now }), ...(deadlines !== undefined && { deadlines }), ...(stallMs !== undefined && { stallMs }), ...(engine?.executorOf !== undefined && { executorOf: engine.executorOf }), ...(loopDelay !== undefined && { loopDelay }), logTo: { write: (line) => void logged.push(line) } });
  return {
    url: server.url,
    metricsUrl: server.metricsUrl,
    sandbox,
    logged,
    query(document, given = {}, options = {}) {
      leaks.keep('what a caller showed', options.headers?.['authorization']?.replace(/^bearer /i, '') ?? '');
      return ask(server.url, document, given, options, leaks.answer);
    },
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
      if (lent === undefined) await sandbox.close();
      leaks.check(logged);
      engine?.check();
    },
  };
}

/**
 * Asks any GraphQL server, `url` without its closing slash.
 * @param seen is given the answer's headers and text as they came
 */
export async function ask<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>>, { headers, signal }: { headers?: Readonly<Record<string, string>>; signal?: AbortSignal }, seen?: (text: string) => void): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal !== undefined && { signal }),
  });
  const text = await response.text();
  seen?.([...response.headers].flat().join('\n') + text);
  const body = JSON.parse(text) as { data?: Data; errors?: GraphQLFailure[] };
  return { status: response.status, headers: response.headers, data: body.data ?? null, errors: body.errors ?? [] };
}
