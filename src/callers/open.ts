import type { Caller, SourceHandle, Viewer } from '../context.ts';
import { Unauthenticated } from '../domain/errors.ts';
import { type Scope, scopes } from '../domain/scopes.ts';
import type { SourceName } from '../domain/source-name.ts';
import { bearerOf } from './bearer.ts';
import { openConnections, type OwnUpstream } from './connections.ts';
import { ClientsFileError, readClientsFile } from './clients-file.ts';
import { type Directory, directoryOf, sealedFor, together } from './directory.ts';
import type { Callers } from './index.ts';
import { issuerKeys } from './jwks.ts';
import type { CredentialRules } from './read-credentials.ts';
import { acceptTokens, looksLikeToken, type TokenHolder } from './tokens.ts';
import { watchFile } from './watch-file.ts';

export interface CallersOptions extends CredentialRules {
  /** What a caller without a key may do. */
  readonly anonymousScopes: ReadonlySet<Scope>;
  /** Where the clients stand; null where there are none. */
  readonly clientsFile: string | null;
  /** Whose tokens are accepted; null where nobody's. */
  readonly tokens: { readonly issuer: string; readonly audiences: readonly [string, ...string[]]; readonly jwksUrl: string } | null;
  /** The upstreams with the server's own credentials. */
  readonly upstreams: ReadonlyMap<SourceName, SourceHandle>;
  readonly ownUpstream: (source: SourceName, credentials: Readonly<Record<string, string>>) => OwnUpstream;
  readonly variable: (name: string) => string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Says something that an operator should know; never a secret. */
  readonly tell: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/**
 * Callers as they are configured.
 * @throws ClientsFileError where the clients cannot be read
 */
export async function openCallers(options: CallersOptions): Promise<Callers> {
  const { anonymousScopes, clientsFile, upstreams, now, tell } = options;
  const connections = openConnections(() => tell('warn', "A connection with a client's own credentials did not close."));
  const read = async () => directoryOf(clientsFile === null ? [] : await readClientsFile(clientsFile, options), { ...options, connections });
  let directory: Directory = await read();
  let reading: Promise<void> = Promise.resolve();

  /** What was right stays where what is there now is wrong. */
  async function readAgain(): Promise<void> {
    try {
      directory = await read();
      tell('info', `CLIENTS_FILE was read; clients: ${directory.clients.size}`);
    } catch (error) {
      const why = error instanceof ClientsFileError ? error.message : error instanceof Error ? error.name : 'unknown';
      tell('error', `CLIENTS_FILE is wrong, and the clients stay as they were: ${why}`);
    }
  }

  /** One at a time, so that the last that is read is the newest. */
  function reload(): Promise<void> {
    const before = reading;
    reading = (async () => {
      await before;
      await readAgain();
    })();
    return reading;
  }

  const watcher = clientsFile === null ? null : watchFile(clientsFile, () => void reload(), ({ name }) => tell('error', `CLIENTS_FILE is not watched any more (${name}); send SIGHUP after a change.`));
  const tokens = tokensOf(options);
  const withServers = (viewer: Viewer): Caller => ({ viewer, upstreams, ownCredentials: new Set(), sealedFor: sealedFor(viewer.id) });
  const anonymous = withServers({ id: 'anonymous', name: 'Anonymous', authenticated: false, scopes: anonymousScopes });

  /** A client of the file has its credentials and name; what it may do is what the token says. */
  function callerWith({ id, isClient, scopes: granted }: TokenHolder): Caller {
    // A subject of the same name would have the client's credentials, and what it posted.
    if (!isClient && directory.clients.has(id)) throw new Unauthenticated();
    const known = directory.clients.get(id)?.caller;
    const viewer: Viewer = { id, name: known?.viewer.name ?? id, authenticated: true, scopes: together(granted, anonymousScopes) };
    return known === undefined ? withServers(viewer) : { ...known, viewer };
  }

  return {
    async callerOf({ authorization }) {
      const shown = bearerOf(authorization);
      if (shown === undefined) return anonymous;
      const known = directory.clientOf(shown, now());
      if (known !== undefined) return known.caller;
      if (tokens !== null && looksLikeToken(shown)) return callerWith(await tokens.holderOf(shown));
      throw new Unauthenticated();
    },
    clientById: async (id) => directory.clients.get(id)?.caller ?? null,
    gateway: withServers({ id: 'gateway', name: 'The gateway', authenticated: true, scopes: new Set(scopes) }),
    clients: () => Array.from(directory.clients.values(), ({ client: { id, name } }) => ({ id, name })),
    forwardingOf: (id) => directory.clients.get(id)?.client.applications ?? null,
    hasOwnCredentials: (id, source) => directory.clients.get(id)?.caller.ownCredentials.has(source) === true,
    webhookKeys: (source) => directory.webhookKeys.get(source),
    tellers: (source) => directory.tellers.get(source) ?? new Map(),
    reload,
    async close() {
      watcher?.stop();
      await reading;
      await connections.close();
    },
  };
}

function tokensOf({ tokens, now, tell }: CallersOptions) {
  if (tokens === null) return null;
  const { issuer, audiences, jwksUrl } = tokens;
  const keys = issuerKeys({
    url: jwksUrl,
    now,
    tell: (what, why) => tell(what === 'fails' ? 'warn' : 'info', what === 'fails' ? `The keys of JWT_ISSUER cannot be had (${why}).` : 'The keys of JWT_ISSUER can be had again.'),
  });
  return acceptTokens({ issuer, audiences, keys, now });
}
