import { createHash } from 'node:crypto';
import type { Lasting } from '../../domain/lasting.ts';
import type { DataSource, RateLimit, SourceProfile } from '../../domain/source.ts';
import type { EventReader } from '../../domain/upstream-event.ts';
import type { SourceName } from '../../domain/source-name.ts';
import type { Crowd } from '../../http/bulkhead.ts';
import type { Cache } from '../../http/cache.ts';
import type { SharedStore } from '../../http/shared.ts';
import type { Sleep } from '../../http/waiting.ts';
import type { Limiters } from './limiters.ts';

/** What the clients of a process share. */
export interface Services {
  readonly cache: Cache;
  readonly shared: SharedStore;
  readonly limiters: Limiters;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How calls wait for their turn; absent, by the machine's own timers. */
  readonly sleep?: Sleep;
  /** How many calls there may be with each credential; absent, as many as usual. */
  readonly crowd?: Crowd;
  /** Told how long a call waited for a slot of its upstream's rate limit, milliseconds. */
  readonly waited?: ((source: SourceName, ms: number) => void) | undefined;
  /** Says something that an operator should know; never a secret, never personal data. */
  warn(message: string): void;
}

/** The frame of one operation: who left, and until when a call may run. */
export interface RequestScope {
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch by which a call that begins now must be over: to be read when it begins. */
  readonly deadline: number;
  /** Counts a call against the operation; false where it has no more of them. Absent: uncounted. */
  readonly spend?: () => boolean;
  /** Who goes first when calls queue for a rate limit; absent, interactive. */
  readonly priority?: 'interactive' | 'bulk';
  /** Told how long a call waited for a slot, milliseconds. */
  readonly onWaited?: (ms: number) => void;
  /** Told until when what is read stays as it is; absent where nobody asks. */
  readonly lasting?: Pick<Lasting, 'until'> | undefined;
}

/** The scope of a call that begins now, and whose answer is kept: how long it lasts is told by who keeps it. */
export function toBeKept(scope: RequestScope): RequestScope {
  return { ...scope, lasting: undefined };
}

/** An upstream with one credential, shared by all operations that use it. */
export interface ConnectedUpstream {
  /** The caller's view for one operation, owning its DataLoaders. */
  open(scope: RequestScope): DataSource;
  healthy(): boolean;
  rateLimit(): RateLimit | null;
  close(): Promise<void>;
  /** Reads what the upstream tells this account by itself; absent where it tells nothing. */
  readonly events?: EventReader | undefined;
  /** How often it is asked for changes while somebody waits for them, milliseconds; absent where it is not. */
  readonly pollMs?: number | undefined;
}

/** What an upstream's folder shows at its door. */
export interface Upstream<Config> {
  readonly profile: SourceProfile;
  connect(config: Config, services: Services): ConnectedUpstream;
  /** What a connection has as `events`, without one: anybody may send a call, and a connection is for who has shown whose it is. */
  readonly events?: (config: Config) => EventReader;
}

/** A name for a credential in cache keys and locks: equal for equal credentials, and nothing can be read from it. */
export function credentialName(...secrets: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(secrets)).digest('base64url').slice(0, 22);
}
