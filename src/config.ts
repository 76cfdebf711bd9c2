import { z } from 'zod';
import { cegidDefaults } from './datasources/cegid/config.ts';
import { csoDefaults } from './datasources/cso/config.ts';
import { ictergezochtDefaults } from './datasources/ictergezocht/config.ts';
import type { UpstreamConfigs } from './datasources/connect.ts';
import { vdabDefaults } from './datasources/vdab/config.ts';

/** The environment does not make a gateway. The message says what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const count = (usual: number, max: number) => z.coerce.number().int().min(1).max(max).default(usual);
const secret = z.string().min(1).optional();
const upstreamUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), 'must be https; http is for loopback only')
  .transform((text) => (text.endsWith('/') ? text : `${text}/`));
const names = z.string().transform((text) => text.split(/[\s,]+/).filter((name) => name !== ''));

/** Every name that is read, with its form and default. A name that is set to nothing counts as not set. */
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CSO_BASE_URL: upstreamUrl.default(csoDefaults.baseUrl),
  CSO_USERNAME: z.string().min(1).optional(),
  CSO_PASSWORD: secret,
  CSO_START_ROW_BASE: z.enum(['0', '1', 'probe']).default('probe'),
  ICTERGEZOCHT_BASE_URL: upstreamUrl.default(ictergezochtDefaults.baseUrl),
  ICTERGEZOCHT_API_KEY: secret,
  ICTERGEZOCHT_PARTNER_KEY: secret,
  VDAB_BASE_URL: upstreamUrl.default(vdabDefaults.baseUrl),
  VDAB_CLIENT_ID: secret,
  VDAB_BEARER_TOKEN: secret,
  VDAB_MULTI_FETCH_PROPERTY: z.string().regex(/^[A-Za-z]{1,64}$/).default(vdabDefaults.multiFetchProperty),
  VDAB_MULTI_VALUE: z.enum(['repeat', 'comma']).default(vdabDefaults.multiValue),
  CEGID_BASE_URL: upstreamUrl.optional(),
  CEGID_CLIENT_ID: z.string().min(1).optional(),
  CEGID_CLIENT_SECRET: secret,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  IDEMPOTENCY_DAYS: z.coerce.number().int().min(7).max(3650).default(7),
  CURSOR_SECRET: z.string().min(16).optional(),
  SOURCE_TIMEOUT_MS: count(8000, 120_000),
  OPERATION_TIMEOUT_MS: count(10_000, 120_000),
  SCAN_PAGES: count(20, 1000),
  FACET_ROWS: count(1000, 100_000),
  CACHE_MAX_ENTRIES: count(10_000, 10_000_000),
  CACHE_MAX_MB: count(128, 65_536),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  CORS_ORIGINS: names.default([]),
  INTROSPECTION: z.enum(['on', 'off']).default('on'),
});
type Environment = z.infer<typeof environment>;

/** The names that the gateway reads: what `.env.example` lists. */
export const environmentNames: readonly string[] = Object.keys(environment.shape);

/** Everything the gateway is told. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly upstreams: UpstreamConfigs;
  readonly redisUrl: string | null;
  /** PostgreSQL; null is SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** How long what became of a mutation is kept for its idempotency key. */
  readonly idempotencyDays: number;
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
}

/**
 * The configuration that an environment states.
 * @throws ConfigError naming every variable that is wrong and what to set
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const stated = Object.fromEntries(Object.entries(variables).filter(([name, value]) => environmentNames.includes(name) && value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(stated);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const env = parsed.data;
  const upstreams = upstreamsOf(env);
  if (Object.values(upstreams).every((upstream) => upstream === undefined)) throw new ConfigError(nothingConfigured);
  // Until callers have keys, whoever reaches the gateway may read everything: nobody else may reach it.
  if (!isLoopback(env.HOST)) throw new ConfigError(`HOST: ${env.HOST} is not loopback. Callers are not told apart yet, so the gateway listens on 127.0.0.1 or ::1 only.`);
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? null,
    upstreams,
    redisUrl: env.REDIS_URL ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    idempotencyDays: env.IDEMPOTENCY_DAYS,
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
  };
}

/** The process's own environment. */
export function readProcessConfig(): Config {
  return readConfig(process.env);
}

const nothingConfigured = `No upstream is configured. Set the credentials of at least one:
  CSO            CSO_USERNAME, CSO_PASSWORD
  ICTerGezocht   ICTERGEZOCHT_API_KEY
  VDAB           VDAB_CLIENT_ID
  Cegid          CEGID_BASE_URL, CEGID_CLIENT_ID, CEGID_CLIENT_SECRET
To try the gateway without any: npm run demo`;

function upstreamsOf(env: Environment): UpstreamConfigs {
  const cso = together(env, ['CSO_USERNAME', 'CSO_PASSWORD']);
  const cegid = together(env, ['CEGID_BASE_URL', 'CEGID_CLIENT_ID', 'CEGID_CLIENT_SECRET']);
  return {
    CSO: cso && { ...csoDefaults, baseUrl: env.CSO_BASE_URL, username: cso.CSO_USERNAME, password: cso.CSO_PASSWORD, startRowBase: startRowBase[env.CSO_START_ROW_BASE] },
    ICTERGEZOCHT:
      env.ICTERGEZOCHT_API_KEY === undefined
        ? undefined
        : { ...ictergezochtDefaults, baseUrl: env.ICTERGEZOCHT_BASE_URL, apiKey: env.ICTERGEZOCHT_API_KEY, partnerKey: env.ICTERGEZOCHT_PARTNER_KEY ?? null },
    VDAB:
      env.VDAB_CLIENT_ID === undefined
        ? undefined
        : {
            ...vdabDefaults,
            baseUrl: env.VDAB_BASE_URL,
            clientId: env.VDAB_CLIENT_ID,
            bearerToken: env.VDAB_BEARER_TOKEN ?? null,
            multiFetchProperty: env.VDAB_MULTI_FETCH_PROPERTY,
            multiValue: env.VDAB_MULTI_VALUE,
          },
    CEGID: cegid && { ...cegidDefaults, baseUrl: cegid.CEGID_BASE_URL, clientId: cegid.CEGID_CLIENT_ID, clientSecret: cegid.CEGID_CLIENT_SECRET },
  };
}

const startRowBase = { '0': 0, '1': 1, probe: 'probe' } as const;

/** The values of names that make sense only together, undefined where none is set. */
function together<Name extends keyof Environment>(env: Environment, group: readonly Name[]): { [N in Name]: NonNullable<Environment[N]> } | undefined {
  const missing = group.filter((name) => env[name] === undefined);
  if (missing.length === group.length) return undefined;
  if (isComplete(env, missing)) return env;
  throw new ConfigError(`${missing.join(', ')}: missing beside ${group.filter((name) => !missing.includes(name)).join(', ')}`);
}

function isComplete<Name extends keyof Environment>(env: Environment, missing: readonly Name[]): env is Environment & { [N in Name]: NonNullable<Environment[N]> } {
  return missing.length === 0 && env !== undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
