import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../context.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Teller } from './directory.ts';
import type { KeyIndex } from './key-index.ts';

/** Who there is, and who a request is of. */
export interface Callers {
  /**
   * Whose request it is.
   * @throws Unauthenticated for a key or token that is none: a wrong one is never taken for none at all
   * @throws IssuerUnavailable for a token while its issuer's keys cannot be had
   */
  callerOf(headers: Pick<IncomingHttpHeaders, 'authorization'>): Promise<Caller>;
  /** A client by its id, null where there is none (any more). For work that goes on after its request. */
  clientById(id: string): Promise<Caller | null>;
  /** The gateway itself, with the server's credentials: for work that no caller asked for. */
  readonly gateway: Caller;
  /** The clients of CLIENTS_FILE, as it says now. */
  clients(): readonly ClientInfo[];
  /** Where applications for a client are forwarded to; null where they are not, or there is no such client. */
  forwardingOf(clientId: string): Forwarding | null;
  /** Whether a client's calls go to a source with credentials of its own; who is in no file has the server's. */
  hasOwnCredentials(clientId: string, source: SourceName): boolean;
  /** By which keys a delivery of a source is known to be a client's, by its id, as the file says now; undefined where no client has one. */
  webhookKeys(source: SourceName): KeyIndex<string> | undefined;
  /** The clients that a source tells of changes of their own accounts, by what the source calls the account. None of them is connected for it. */
  tellers(source: SourceName): ReadonlyMap<string, readonly Teller[]>;
  /** Reads CLIENTS_FILE again. Where it is wrong, what stood stays, and the log says why. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface ClientInfo {
  readonly id: string;
  readonly name: string;
}

/** `applications` of a client. */
export interface Forwarding {
  readonly url: string;
  /** Standard Webhooks secrets, `whsec_…`: the first signs; with two, both do while one is being replaced. */
  readonly secrets: readonly [string, ...string[]];
  /** Whether the URL may lead to an address that is not of the public internet. */
  readonly allowPrivate: boolean;
}
