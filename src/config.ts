import { z } from 'zod';
import { type AuthorisationConfig, authorisationGroup } from './config/authorisation.ts';
import { type BiConfig, biGroup } from './config/bi.ts';
import { callerProblems, type CallersConfig, callersGroup } from './config/callers.ts';
import { type EnduranceConfig, enduranceGroup } from './config/endurance.ts';
import { type EventsConfig, eventsGroup } from './config/events.ts';
import { executionGroup } from './config/execution.ts';
import { type ExportsConfig, exportsGroup } from './config/exports.ts';
import { type LimitsConfig, limitsGroup, limitsProblems } from './config/limits.ts';
import { type InboundConfig, inboundGroup, inboundProblems } from './config/inbound.ts';
import { type KeepingConfig, keepingGroup } from './config/keeping.ts';
import { neededVariables, readOwnUpstream, readUpstreams, upstreamVariables } from './config/read-upstreams.ts';
import { problemsOf, type Stated } from './config/section.ts';
import { count, names, wholeNumber } from './config/values.ts';
import type { UpstreamConfigs } from './datasources/connect.ts';
import type { SourceName } from './domain/source-name.ts';
import type { Execution } from './execution/index.ts';

/** The environment does not make a gateway. The message says what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Every name that is read beside the upstreams' own, with its form and default. A name that is set to nothing counts as not set. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be the address that the world reaches the gateway at, such as https://gateway.example.org' }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be an address such as redis://host:6379 or rediss://host:6379' }).optional(),
  REDIS_PREFIX: z.string().min(1).max(100).default('werkgraph:'),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/, error: 'must be an address of PostgreSQL, such as postgres://user:password@host:5432/name' }).optional(),
  DATA_DIR: z.string().default('./data'),
  IDEMPOTENCY_DAYS: wholeNumber(7, 3650).default(7),
  UNSETTLED_DAYS: wholeNumber(7, 3650).default(90),
  CURSOR_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
  SOURCE_TIMEOUT_MS: count(8000, 120_000),
  OPERATION_TIMEOUT_MS: count(10_000, 120_000),
  SCAN_PAGES: count(20, 1000),
  FACET_ROWS: count(1000, 100_000),
  CACHE_MAX_ENTRIES: count(10_000, 10_000_000),
  CACHE_MAX_MB: count(128, 65_536),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent').default('info'),
  CORS_ORIGINS: names.default([]),
  INTROSPECTION: z.enum(['on', 'off']).default('on'),
  ...authorisationGroup.shape,
  ...biGroup.shape,
  ...callersGroup.shape,
  ...enduranceGroup.shape,
  ...eventsGroup.shape,
  ...executionGroup.shape,
  ...inboundGroup.shape,
  ...keepingGroup.shape,
  ...limitsGroup.shape,
  ...exportsGroup.shape,
});
type Environment = z.infer<typeof environment>;

/** The names that the gateway reads: what `.env.example` lists. */
export const environmentNames: readonly string[] = [...Object.keys(environment.shape), ...upstreamVariables];

/** Everything the gateway is told. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly upstreams: UpstreamConfigs;
  readonly redisUrl: string | null;
  /** Put before every name in Redis, so that installations can share one. */
  readonly redisPrefix: string;
  /** PostgreSQL; null is SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** How long what became of a mutation is kept for its idempotency key. */
  readonly idempotencyDays: number;
  /** How long calls without an outcome, and drafts of uncertain postings, are kept. */
  readonly unsettledDays: number;
  readonly cursorSecret: string | null;
  /** Budget of one source each time that an operation asks it, and of the operation, milliseconds. */
  readonly sourceTimeoutMs: number;
  readonly operationTimeoutMs: number;
  readonly scanPages: number;
  readonly facetRows: number;
  /** Bounds of the cache in this process's memory; Redis has its own. */
  readonly cacheMaxEntries: number;
  readonly cacheMaxBytes: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly corsOrigins: readonly string[];
  readonly introspection: boolean;
  readonly authorisation: AuthorisationConfig;
  readonly bi: BiConfig;
  readonly callers: CallersConfig;
  readonly endurance: EnduranceConfig;
  readonly events: EventsConfig;
  readonly execution: Execution;
  readonly inbound: InboundConfig;
  readonly keeping: KeepingConfig;
  readonly limits: LimitsConfig;
  readonly exports: ExportsConfig;
  /** What a value of CLIENTS_FILE stands for that names a variable; undefined where that is not set. */
  readonly variable: (name: string) => string | undefined;
  /** An upstream with a client's own credentials, by the names that they have in CLIENTS_FILE; where they are wrong, in which way. */
  readonly ownUpstream: (name: SourceName, credentials: Stated) => { readonly configs: UpstreamConfigs; readonly problems: readonly string[] };
}

/**
 * The configuration that an environment states.
 * @throws ConfigError naming every variable that is wrong and what to set
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const stated = statedOf(variables);
  const parsed = environment.safeParse(stated);
  const { configs, problems } = readUpstreams(stated);
  if (!parsed.success || problems.length > 0) throw new ConfigError([...problemsOf(parsed.error), ...problems].join('\n'));
  const env = parsed.data;
  const unsafe = variables['NODE_TLS_REJECT_UNAUTHORIZED'] === '0' ? [unchecked] : [];
  const without = Object.values(configs).every((config) => config === undefined) ? withoutUpstreams(env) : [];
  const wrong = [...unsafe, ...limitsProblems(env), ...callerProblems(env), ...inboundProblems(env), ...without];
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? null,
    upstreams: configs,
    redisUrl: env.REDIS_URL ?? null,
    redisPrefix: env.REDIS_PREFIX,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    idempotencyDays: env.IDEMPOTENCY_DAYS,
    unsettledDays: env.UNSETTLED_DAYS,
    cursorSecret: env.CURSOR_SECRET ?? null,
    sourceTimeoutMs: env.SOURCE_TIMEOUT_MS,
    operationTimeoutMs: env.OPERATION_TIMEOUT_MS,
    scanPages: env.SCAN_PAGES,
    facetRows: env.FACET_ROWS,
    cacheMaxEntries: env.CACHE_MAX_ENTRIES,
    cacheMaxBytes: env.CACHE_MAX_MB * 1024 * 1024,
    logLevel: env.LOG_LEVEL,
    corsOrigins: env.CORS_ORIGINS,
    introspection: env.INTROSPECTION === 'on',
    authorisation: authorisationGroup.configOf(env),
    bi: biGroup.configOf(env),
    callers: callersGroup.configOf(env),
    endurance: enduranceGroup.configOf(env),
    events: eventsGroup.configOf(env),
    execution: executionGroup.configOf(env),
    inbound: inboundGroup.configOf(env),
    keeping: keepingGroup.configOf(env),
    limits: limitsGroup.configOf(env),
    exports: exportsGroup.configOf(env),
    variable: (name) => variables[name],
    ownUpstream: (name, credentials) => readOwnUpstream(name, credentials, stated),
  };
}

/**
 * Where the process's environment has the store.
 * @throws ConfigError naming what is wrong with that, whatever the rest is
 */
export function readProcessStore(): Pick<Config, 'databaseUrl' | 'dataDir'> {
  const parsed = environment.pick({ DATABASE_URL: true, DATA_DIR: true }).safeParse(statedOf(process.env));
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error).join('\n'));
  return { databaseUrl: parsed.data.DATABASE_URL ?? null, dataDir: parsed.data.DATA_DIR };
}

/** The process's own environment. */
export function readProcessConfig(): Config {
  return readConfig(process.env);
}

/** A server without an upstream of its own is one for clients that bring theirs; cursors then have nothing to be sealed with. */
function withoutUpstreams({ CLIENTS_FILE, CURSOR_SECRET }: Pick<Environment, 'CLIENTS_FILE' | 'CURSOR_SECRET'>): readonly string[] {
  if (CLIENTS_FILE === undefined) return [nothingConfigured()];
  return CURSOR_SECRET === undefined ? [nothingConfigured(), 'CURSOR_SECRET: needed where only clients have credentials of upstreams; any text of 16 characters or more, the same at every replica'] : [];
}

/** Where the clients stand, for the commands that change it; null where CLIENTS_FILE is not set. */
export function clientsFileOf(variables: Readonly<Record<string, string | undefined>> = process.env): string | null {
  return statedOf(variables)['CLIENTS_FILE'] ?? null;
}

const unchecked =
  'NODE_TLS_REJECT_UNAUTHORIZED: must not be 0. It would let anyone between here and an upstream read its credentials. For an authority of your own, set NODE_EXTRA_CA_CERTS to its certificate.';

function nothingConfigured(): string {
  return `No upstream is configured. Set the credentials of at least one:\n${neededVariables()}\nTo try the gateway without any: npm run demo`;
}

/** The names that are read and set to something. */
function statedOf(variables: Readonly<Record<string, string | undefined>>): Stated {
  return Object.fromEntries(environmentNames.flatMap((name) => (variables[name] === undefined || variables[name].trim() === '' ? [] : [[name, variables[name]]])));
}
