import { z } from 'zod';
import { isScope, type Scope } from '../domain/scopes.ts';
import { group } from './group.ts';
import { isLoopback, names, secureUrl } from './values.ts';

/** Who the callers are. */
export interface CallersConfig {
  /** What a caller without a key may do. */
  readonly anonymousScopes: ReadonlySet<Scope>;
  /** Where the clients stand; null where there are none. */
  readonly clientsFile: string | null;
  /** Whose access tokens are accepted; null where nobody's. */
  readonly tokens: TokensConfig | null;
}

export interface TokensConfig {
  readonly issuer: string;
  /** A token has to be meant for one of these. */
  readonly audiences: readonly [string, ...string[]];
  readonly jwksUrl: string;
}

/** What may be had by whoever reaches the gateway from elsewhere: what the sources publish themselves. */
const publicScopes: readonly Scope[] = ['vacancies:read', 'organisations:read', 'enumerations:read'];

/** Scopes that are more than that. */
export function beyondPublic(scopes: ReadonlySet<Scope>): readonly Scope[] {
  return [...scopes].filter((scope) => !publicScopes.includes(scope));
}

const scopeNames = names.transform((stated, context) => {
  const unknown = stated.filter((name) => !isScope(name));
  if (unknown.length > 0) context.addIssue({ code: 'custom', message: `${unknown.join(', ')}: no such scope` });
  return new Set(stated.filter(isScope));
});

const audiences = names.transform(([first, ...rest], context): readonly [string, ...string[]] => {
  if (first !== undefined) return [first, ...rest];
  context.addIssue({ code: 'custom', message: 'names no audience' });
  return z.NEVER;
});

export const callersGroup = group({
  shape: {
    CLIENTS_FILE: z.string().optional(),
    ANONYMOUS_SCOPES: scopeNames.default(new Set<Scope>(publicScopes)),
    JWT_ISSUER: z.string().min(1).optional(),
    JWT_AUDIENCE: audiences.optional(),
    JWT_JWKS_URL: secureUrl.optional(),
  },
  configOf: (env): CallersConfig => ({ anonymousScopes: env.ANONYMOUS_SCOPES, clientsFile: env.CLIENTS_FILE ?? null, tokens: tokensOf(env) }),
});

type Stated = Parameters<typeof callersGroup.configOf>[0];

function tokensOf({ JWT_ISSUER: issuer, JWT_AUDIENCE: stated, JWT_JWKS_URL: jwksUrl }: Pick<Stated, 'JWT_ISSUER' | 'JWT_AUDIENCE' | 'JWT_JWKS_URL'>): TokensConfig | null {
  return issuer === undefined || stated === undefined || jwksUrl === undefined ? null : { issuer, audiences: stated, jwksUrl };
}

/** What is wrong with how callers are told apart, and with letting them reach the gateway where it listens. */
export function callerProblems(env: Stated & { readonly HOST: string }): readonly string[] {
  const tokenNames = ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_JWKS_URL'] as const;
  const missing = tokenNames.filter((name) => env[name] === undefined);
  const half = missing.length > 0 && missing.length < tokenNames.length ? [`${missing.join(', ')}: missing beside ${tokenNames.filter((name) => !missing.includes(name)).join(', ')}`] : [];
  return [...half, ...(isLoopback(env.HOST) ? [] : reachProblems(env, missing.length === 0))];
}

/** Beyond loopback, callers have to be told apart, and who shows nothing may have no more than what the sources publish themselves. */
function reachProblems({ HOST, CLIENTS_FILE, ANONYMOUS_SCOPES }: Pick<Stated, 'CLIENTS_FILE' | 'ANONYMOUS_SCOPES'> & { readonly HOST: string }, hasTokens: boolean): readonly string[] {
  const beyond = beyondPublic(ANONYMOUS_SCOPES);
  return [
    ...(CLIENTS_FILE === undefined && !hasTokens
      ? [`HOST: ${HOST} is not loopback, and nothing tells callers apart. Set CLIENTS_FILE (npx werkgraph client add makes one) or JWT_ISSUER, JWT_AUDIENCE and JWT_JWKS_URL; or listen on 127.0.0.1.`]
      : []),
    ...(beyond.length > 0 ? [`ANONYMOUS_SCOPES: ${beyond.join(', ')} may not be everybody's where others reach the gateway (HOST is ${HOST}). Give them to clients with a key.`] : []),
  ];
}
