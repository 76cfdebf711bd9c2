import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { ShapeLimits } from '../limits/shape.ts';
import type { RateLimits } from '../limits/rate/rates.ts';
import { group } from './group.ts';
import { count, names, wholeNumber } from './values.ts';

/** What keeps the rest out. */
export interface LimitsConfig {
  /** Largest cost of one operation, by `@cost` and `@listSize`. */
  readonly maxCost: number;
  /** Longest document, tokens. */
  readonly maxTokens: number;
  readonly shape: ShapeLimits;
  /** Upstream calls that one operation may cause. */
  readonly upstreamCalls: number;
  readonly rates: RateLimits;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: readonly string[];
  readonly trustedDocuments: 'only' | 'prefer' | 'off';
  /** The manifest of trusted documents; null where none is used. */
  readonly trustedDocumentsFile: string | null;
  readonly maxConnections: number;
  /** Where metrics are served; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
}

const most = 1_000_000_000;
/** 0 is without limit. */
const aMinute = (usual: number) => wholeNumber(0, most).default(usual);
const networks = names.refine((stated) => stated.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one)), 'must be addresses or networks such as 10.0.0.0/8');

export const limitsGroup = group({
  shape: {
    MAX_COST: count(30_000, most),
    MAX_DEPTH: count(20, 100),
    MAX_ALIASES: count(100, 10_000),
    MAX_ROOT_FIELDS: count(20, 1000),
    MAX_DIRECTIVES: count(50, 1000),
    MAX_TOKENS: count(10_000, 100_000),
    UPSTREAM_CALLS_PER_OPERATION: count(300, 100_000),
    RATE_LIMIT_ADDRESS: aMinute(6000),
    RATE_LIMIT_CLIENT: aMinute(3000),
    RATE_LIMIT_ANONYMOUS: aMinute(600),
    RATE_LIMIT_CLIENT_COST: aMinute(600_000),
    RATE_LIMIT_ANONYMOUS_COST: aMinute(120_000),
    RATE_LIMIT_FAILED_KEYS: aMinute(20),
    TRUST_PROXY: networks.default([]),
    TRUSTED_DOCUMENTS: z.enum(['only', 'prefer', 'off']).default('off'),
    TRUSTED_DOCUMENTS_FILE: z.string().optional(),
    MAX_CONNECTIONS: count(10_000, 1_000_000),
    METRICS_HOST: z.string().default('127.0.0.1'),
    METRICS_PORT: wholeNumber(0, 65_535).optional(),
  },
  configOf: (env): LimitsConfig => ({
    maxCost: env.MAX_COST,
    maxTokens: env.MAX_TOKENS,
    shape: { depth: env.MAX_DEPTH, aliases: env.MAX_ALIASES, rootFields: env.MAX_ROOT_FIELDS, directives: env.MAX_DIRECTIVES },
    upstreamCalls: env.UPSTREAM_CALLS_PER_OPERATION,
    rates: {
      addressRequests: env.RATE_LIMIT_ADDRESS,
      clientRequests: env.RATE_LIMIT_CLIENT,
      anonymousRequests: env.RATE_LIMIT_ANONYMOUS,
      clientCost: env.RATE_LIMIT_CLIENT_COST,
      anonymousCost: env.RATE_LIMIT_ANONYMOUS_COST,
      failedKeys: env.RATE_LIMIT_FAILED_KEYS,
    },
    trustProxy: env.TRUST_PROXY,
    trustedDocuments: env.TRUSTED_DOCUMENTS,
    trustedDocumentsFile: env.TRUSTED_DOCUMENTS_FILE ?? null,
    maxConnections: env.MAX_CONNECTIONS,
    metrics: env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
  }),
});

type Stated = Parameters<typeof limitsGroup.configOf>[0];

/** What is missing beside something else that is stated, or in its way. */
export function limitsProblems(env: Stated & { readonly PORT: number }): readonly string[] {
  const { PORT, METRICS_PORT, TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_FILE } = env;
  const clash = PORT !== 0 && METRICS_PORT === PORT ? [`METRICS_PORT: is ${PORT}, as PORT is; metrics are told on a port of their own`] : [];
  if (TRUSTED_DOCUMENTS === 'off' || TRUSTED_DOCUMENTS_FILE !== undefined) return clash;
  return [...clash, `TRUSTED_DOCUMENTS_FILE: missing beside TRUSTED_DOCUMENTS=${TRUSTED_DOCUMENTS}. Set it to the persisted-documents.json that graphql-codegen's client preset writes.`];
}
