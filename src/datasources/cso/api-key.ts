import type { HttpRequest } from '../../http/call.ts';
import { StatusError, TimeoutError } from '../../http/errors.ts';
import { object } from '../../http/parse.ts';
import { type SharedToken, sharedToken, type SharedTokenOptions } from '../../http/token.ts';

/** CSO document, 5.1. */
const lifetimeMs = 20 * 60_000;
const earlyMs = 60_000;
/** How long refused credentials are not tried again: only an operator can change what is wrong with them. */
const refusalMs = 30_000;

export interface ApiKeyOptions extends Pick<SharedTokenOptions, 'name' | 'shared'> {
  now(): number;
  getApiKey(signal: AbortSignal, deadline: number | undefined): Promise<string>;
  isValidApiKey(apiKey: string, deadline: number | undefined): Promise<boolean>;
}

/**
 * The account's key, shared by all callers and replicas. A new key ends the old one (5.1: one at a time), so that in its last
 * minute callers wait for its successor rather than send it while that is being asked for.
 */
export function apiKey({ name, shared, now, getApiKey, isValidApiKey }: ApiKeyOptions): Pick<SharedToken, 'get' | 'renew'> {
  let refusal: { readonly error: StatusError; readonly until: number } | undefined;

  const token = sharedToken({
    name,
    shared,
    now,
    earlyMs: 0,
    async load(signal, deadline) {
      if (refusal !== undefined && now() < refusal.until) throw refusal.error;
      const askedAt = now();
      try {
        return { value: await getApiKey(signal, deadline), expiresAt: askedAt + lifetimeMs - earlyMs };
      } catch (error) {
        if (error instanceof StatusError && error.status === 403) refusal = { error, until: now() + refusalMs };
        throw error;
      }
    },
  });

  return {
    get: (user) => token.get(user),

    /** A 403 may also mean that the account has no right to the function (3.1): a key that is still good is then kept. */
    async renew(refused, user) {
      const current = await token.get(user);
      if (current !== refused) return current;
      const good = await isValidApiKey(refused, user?.deadline).catch((error: unknown) => {
        // No word on it, and a new key would end one that is good.
        if (error instanceof TimeoutError) throw error;
        return false;
      });
      return good ? refused : token.renew(refused, user);
    },
  };
}

/** CSO takes the key as one more argument in the body (3.4). */
export function withApiKey(request: HttpRequest, key: string): HttpRequest {
  return { ...request, body: JSON.stringify({ apiKey: key, ...object(JSON.parse(request.body ?? '{}'), '') }) };
}

export function isForbidden(error: unknown): boolean {
  return error instanceof StatusError && error.status === 403;
}
