import type { OperationScope, SourceHandle } from '../context.ts';
import type { EventReader } from '../domain/upstream-event.ts';

/** An upstream that is connected with a client's own credential. */
export interface OwnConnection extends SourceHandle {
  close(): Promise<void>;
}

/** How to connect, and what names the credential: equal for equal configurations, and nothing can be read from it. */
export interface OwnUpstream {
  readonly key: string;
  /** Reads what the upstream tells the account by itself, connected or not; absent where it tells nothing. */
  readonly events?: EventReader | undefined;
  connect(): OwnConnection;
}

/** Connections with clients' own credentials: one a credential, however many clients have it. */
export interface Connections {
  /** What reaches the upstream; it is connected when it is first used. */
  handleOf(upstream: OwnUpstream): SourceHandle;
  /** Lets go of all others, each when the last operation that uses it is over. */
  keepOnly(keys: ReadonlySet<string>): void;
  close(): Promise<void>;
}

/** @param failed told of a connection that would not close */
export function openConnections(failed: (error: unknown) => void): Connections {
  const known = new Map<string, Shared>();
  const closing = new Set<Promise<void>>();

  function end(connection: OwnConnection): void {
    const ended = connection.close().catch(failed);
    closing.add(ended);
    void ended.then(() => closing.delete(ended));
  }

  return {
    handleOf(upstream) {
      const shared = known.get(upstream.key) ?? new Shared(upstream, end);
      known.set(upstream.key, shared);
      return shared;
    },
    keepOnly(keys) {
      for (const [key, shared] of known) {
        if (keys.has(key)) continue;
        known.delete(key);
        shared.retire();
      }
    },
    async close() {
      for (const shared of known.values()) shared.end();
      known.clear();
      await Promise.all(closing);
    },
  };
}

/** A connection with who uses it. One that nobody wants any more is closed behind its last operation, and opened again for one that comes late. */
class Shared implements SourceHandle {
  readonly #upstream: OwnUpstream;
  readonly #close: (connection: OwnConnection) => void;
  #connection: OwnConnection | null = null;
  #operations = 0;
  #retired = false;

  constructor(upstream: OwnUpstream, close: (connection: OwnConnection) => void) {
    this.#upstream = upstream;
    this.#close = close;
  }

  open(scope: OperationScope) {
    const source = this.#connected().open(scope);
    if (!scope.signal.aborted) {
      this.#operations += 1;
      scope.signal.addEventListener('abort', this.#left, { once: true });
    }
    return source;
  }

  healthy(): boolean {
    return this.#connection?.healthy() ?? true;
  }

  rateLimit() {
    return this.#connected().rateLimit();
  }

  get events() {
    return this.#upstream.events;
  }

  get pollMs() {
    return this.#connected().pollMs;
  }

  retire(): void {
    this.#retired = true;
    if (this.#operations === 0) this.end();
  }

  end(): void {
    if (this.#connection !== null) this.#close(this.#connection);
    this.#connection = null;
  }

  readonly #left = (): void => {
    this.#operations -= 1;
    if (this.#retired && this.#operations === 0) this.end();
  };

  #connected(): OwnConnection {
    this.#connection ??= this.#upstream.connect();
    return this.#connection;
  }
}
