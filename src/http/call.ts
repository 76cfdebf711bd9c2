/** One request to an upstream. Everything the wrappers decide by is stated here, never guessed from the method. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the base URL, percent-encoded, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Safe to send twice: the upstream's state is the same after one and after two. */
  readonly repeatable: boolean;
  /** Epoch milliseconds after which no attempt may run. */
  readonly deadline?: number;
  /** What makes two calls equal, the credential included. Absent: never shared with another caller. */
  readonly key?: string;
  /** Absent: neither read from the cache nor kept in it. */
  readonly cache?: CachePolicy;
  /** Called when a connection takes the request: from here on the upstream is what is waited for. */
  readonly onSent?: () => void;
  /** Called when an attempt begins, with what breaks it off: it then fails as if its caller had left. */
  readonly onBegun?: (breakOff: () => void) => void;
  /** Counts a call against its operation; false where it has no more of them. Absent: uncounted. */
  readonly spend?: () => boolean;
  /** Who goes first when calls queue for a rate limit. Default: interactive. */
  readonly priority?: 'interactive' | 'bulk';
  /** Called with how long it waited for a slot of a rate limit, milliseconds. */
  readonly onWaited?: (ms: number) => void;
  /** Told until when what is read is fresh. What reaches the upstream with it was not read through the cache. */
  readonly lasting?: Lasting | undefined;
}

/** What gathers how long something that is made of several reads stays as it is. */
export interface Lasting {
  /** @param end epoch milliseconds; 0 for what nobody can tell of */
  until(end: number): void;
}

/** How long an answer lives. The key holds the credential it was fetched with. */
export interface CachePolicy {
  readonly key: string;
  /** Milliseconds during which the answer is served without asking again. */
  readonly freshMs: number;
  /** Milliseconds after freshness during which it may be served while it is refreshed, or while the upstream fails. */
  readonly staleMs: number;
}

/** What came back. It may be shared by several callers: treat the body as read-only. */
export interface Answer<Body> {
  readonly status: number;
  /** Names in lower case; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** Epoch milliseconds at which the answer was read from the upstream. */
  readonly fetchedAt: number;
  /** Served past its freshness because the upstream failed. */
  readonly stale: boolean;
}

/** Sends a request; rejects with an `HttpError` for everything that the network or the upstream does. */
export type Call<Body> = (request: HttpRequest) => Promise<Answer<Body>>;

/** Adds one concern to a call. */
export type Wrap = <Body>(next: Call<Body>) => Call<Body>;

/** One wrapper of several; the first is the outermost, so that a client reads in the order a request passes. */
export function compose(...wraps: Wrap[]): Wrap {
  return (next) => wraps.reduceRight((inner, wrap) => wrap(inner), next);
}
