import type { IncomingHttpHeaders } from 'node:http';

/** One request as an upstream's handler sees it. */
export interface Exchange {
  readonly method: string;
  /** The path without its query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it came, without the question mark. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What the request log keeps of one request. */
export interface LoggedRequest {
  /** Sandbox time, milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The status that was answered; null while under way, or where the connection was cut or hung. */
  status: number | null;
}

/** A JSON answer; `headers` are added to its Content-Type. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The body as JSON, or undefined where it is none. */
export function parseBody(exchange: Exchange): unknown {
  try {
    const value: unknown = JSON.parse(exchange.body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
