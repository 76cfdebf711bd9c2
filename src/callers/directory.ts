import { hash } from 'node:crypto';
import type { Caller, SourceHandle } from '../context.ts';
import { type Scope, scopes as publicList } from '../domain/scopes.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { EventReader } from '../domain/upstream-event.ts';
import type { Client } from './client.ts';
import type { Connections, OwnUpstream } from './connections.ts';
import { type KeyIndex, keyIndex } from './key-index.ts';

/** The clients as a file had them once, ready to be looked up. */
export interface Directory {
  readonly clients: ReadonlyMap<string, KnownClient>;
  /** Whose key it is at a time, milliseconds since the epoch; undefined where it opens nothing then. */
  clientOf(key: string, at: number): KnownClient | undefined;
  /** Ids of clients by the keys that inbound deliveries of a source are theirs by; without sources that there is none for. */
  readonly webhookKeys: ReadonlyMap<SourceName, KeyIndex<string>>;
  /** The clients that a source tells of changes of their own accounts, by what the source calls the account. */
  readonly tellers: ReadonlyMap<SourceName, ReadonlyMap<string, readonly Teller[]>>;
}

/** A client with its own account at a source that tells of changes. */
export interface Teller {
  readonly clientId: string;
  readonly reader: EventReader;
}

export interface KnownClient {
  readonly client: Client;
  readonly caller: Caller;
}

export interface DirectoryParts {
  readonly anonymousScopes: ReadonlySet<Scope>;
  readonly upstreams: ReadonlyMap<SourceName, SourceHandle>;
  readonly connections: Connections;
  /** @throws for credentials of which `readClients` would have said that they are wrong */
  readonly ownUpstream: (source: SourceName, credentials: Readonly<Record<string, string>>) => OwnUpstream;
}

/** The directory of some clients. Connections of credentials that none of them has are let go. */
export function directoryOf(stated: readonly Client[], { anonymousScopes, upstreams, connections, ownUpstream }: DirectoryParts): Directory {
  const wanted = new Set<string>();
  const tellers = new Map<SourceName, Map<string, readonly Teller[]>>();

  function callerOf({ id, name, scopes, credentials }: Client): Caller {
    const own = new Map([...credentials].map(([source, values]) => [source, ownUpstream(source, values)] as const));
    for (const [source, { key, events: reader }] of own) {
      wanted.add(key);
      if (reader === undefined) continue;
      const accounts = tellers.get(source) ?? new Map<string, readonly Teller[]>();
      tellers.set(source, accounts.set(reader.account, [...(accounts.get(reader.account) ?? []), { clientId: id, reader }]));
    }
    const reached = sourceNames.flatMap((source): [SourceName, SourceHandle][] => {
      const mine = own.get(source);
      const handle = mine === undefined ? upstreams.get(source) : connections.handleOf(mine);
      return handle === undefined ? [] : [[source, handle]];
    });
    return {
      viewer: { id, name, authenticated: true, scopes: together(scopes, anonymousScopes) },
      upstreams: new Map(reached),
      ownCredentials: new Set(own.keys()),
      sealedFor: sealedFor(id, [...own.values()].map(({ key }) => key)),
    };
  }

  const clients = new Map(stated.map((client) => [client.id, { client, caller: callerOf(client) }] as const));
  const keys = keyIndex([...clients.values()].flatMap((known) => known.client.keys.map((key) => [key.sha256, { known, key }] as const)));
  connections.keepOnly(wanted);
  return {
    clients,
    tellers,
    webhookKeys: webhookKeysOf(stated),
    clientOf(key, at) {
      const found = keys.find(key);
      return found !== undefined && found.key.notBefore <= at && at < found.key.notAfter ? found.known : undefined;
    },
  };
}

function webhookKeysOf(clients: readonly Client[]): ReadonlyMap<SourceName, KeyIndex<string>> {
  const indexes = sourceNames.flatMap((source): [SourceName, KeyIndex<string>][] => {
    const keys = clients.flatMap(({ id, webhookKeys }) => (webhookKeys.get(source) ?? []).map((key) => [hash('sha256', key, 'hex'), id] as const));
    return keys.length === 0 ? [] : [[source, keyIndex(keys)]];
  });
  return new Map(indexes);
}

/** The scopes of either, in the order of the public list. */
export function together(own: ReadonlySet<Scope>, everybodys: ReadonlySet<Scope>): ReadonlySet<Scope> {
  return new Set(publicList.filter((scope) => own.has(scope) || everybodys.has(scope)));
}

/** Names a caller with the credentials that its calls go out with. */
export function sealedFor(id: string, ownKeys: readonly string[] = []): string {
  return JSON.stringify([id, ...ownKeys]);
}
