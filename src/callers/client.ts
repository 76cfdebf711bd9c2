import type { Scope } from '../domain/scopes.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Forwarding } from './index.ts';

/** A client as CLIENTS_FILE has it. */
export interface Client {
  readonly id: string;
  readonly name: string;
  /** None for a client that is known by tokens only. */
  readonly keys: readonly ClientKey[];
  readonly scopes: ReadonlySet<Scope>;
  /** Its own credentials of upstreams, by their names in the file. */
  readonly credentials: ReadonlyMap<SourceName, Readonly<Record<string, string>>>;
  /** By which keys inbound deliveries of a source are its own. */
  readonly webhookKeys: ReadonlyMap<SourceName, readonly string[]>;
  readonly applications: Forwarding | null;
}

/** A key by its hash, with when it begins and ends to open, milliseconds since the epoch. */
export interface ClientKey {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Ids that are no client's: who shows nothing, and the gateway itself. */
export const reservedIds: readonly string[] = ['anonymous', 'gateway'];

/** What an id of a client looks like: it stands in logs, in rows of the store and in commands. */
export const clientIdForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Most keys of one client. */
export const maxKeys = 10;
