import type { Caller, SourceHandle, Viewer } from '../context.ts';
import { type Scope, scopes } from '../domain/scopes.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Callers } from './index.ts';

export interface CallersOptions {
  /** What a caller without a key may do. */
  readonly anonymousScopes: ReadonlySet<Scope>;
  /** The upstreams with the server's own credentials. */
  readonly upstreams: ReadonlyMap<SourceName, SourceHandle>;
}

/** Callers as they are configured. */
export async function openCallers({ anonymousScopes, upstreams }: CallersOptions): Promise<Callers> {
  const none: ReadonlySet<SourceName> = new Set();
  const asCaller = (viewer: Viewer): Caller => ({ viewer, upstreams, ownCredentials: none });
  const anonymous = asCaller({ id: 'anonymous', name: 'Anonymous', authenticated: false, scopes: anonymousScopes });
  const gateway = asCaller({ id: 'gateway', name: 'The gateway', authenticated: true, scopes: new Set(scopes) });
  return { callerOf: async () => anonymous, clientById: async () => null, gateway, clients: () => [], forwardingOf: () => null, webhookKeys: () => [], close: async () => {} };
}
