import { Pool } from 'undici';
import { BodyBuffer } from './body.ts';
import { ByteStream } from './byte-stream.ts';
import type { Answer, Call, HttpRequest } from './call.ts';
import { AbortedError, BodyError } from './errors.ts';
import { Exchange, type Receiver } from './exchange.ts';
import { joinPath, parseBaseUrl } from './path.ts';

export interface TransportOptions {
  /** With or without its closing slash; every request stays under it. */
  readonly baseUrl: string;
  readonly userAgent: string;
  /** Sockets at once; further calls wait for one. */
  readonly connections?: number;
  /** Bound of a JSON body. */
  readonly maxBodyBytes?: number;
  /** Bound of a streamed body, which is never held whole. */
  readonly maxStreamBytes?: number;
  readonly connectTimeoutMs?: number;
  /** Longest silence of an upstream that has a request, in its headers or between two pieces of a body. */
  readonly idleTimeoutMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

export interface Transport {
  /** The whole body as JSON; null when it is empty. */
  readonly json: Call<unknown>;
  /** The body as it comes. It must be read to its end, left, or aborted: it holds a connection. */
  readonly stream: Call<AsyncIterable<Uint8Array>>;
  /** Breaks off what still runs. */
  close(): Promise<void>;
}

/**
 * The innermost call: one exchange on a pool of kept-alive connections. Follows no redirect, asks for no compression, sends
 * nothing outside the base URL. Rejects with an `HttpError`; with a TypeError for a request that must not be sent at all.
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, basePath } = parseBaseUrl(options.baseUrl);
  const { userAgent, connections = 32, maxBodyBytes = 64 * 1024 * 1024, maxStreamBytes = 1024 * 1024 * 1024 } = options;
  const { connectTimeoutMs = 3000, idleTimeoutMs = 60_000, now = Date.now } = options;
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    allowH2: false,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    // Stated, so that no default of the process can switch it off.
    connect: { timeout: connectTimeoutMs, minVersion: 'TLSv1.2', rejectUnauthorized: true },
  });

  function send(request: HttpRequest, receiver: Receiver): Exchange {
    request.lasting?.until(0);
    const path = joinPath(basePath, request.path);
    const exchange = new Exchange(request, receiver, { idleTimeoutMs, now });
    pool.dispatch({ method: request.method, path, headers: headersOf(request, userAgent), body: request.body ?? null }, exchange);
    return exchange;
  }

  return {
    async json(request) {
      refuseIfLeft(request);
      return new Promise<Answer<unknown>>((resolve, reject) => {
        const buffer = new BodyBuffer(maxBodyBytes);
        let head = { status: 0, headers: {} };
        send(request, {
          start: (status, headers) => {
            head = { status, headers };
          },
          data: (chunk) => (buffer.add(chunk) ? 'more' : new BodyError(request, 'too-large')),
          end: () => {
            try {
              resolve({ status: head.status, headers: head.headers, body: buffer.json(request), fetchedAt: now(), stale: false });
            } catch (error) {
              reject(error);
            }
          },
          fail: reject,
        });
      });
    },

    async stream(request) {
      refuseIfLeft(request);
      return new Promise<Answer<AsyncIterable<Uint8Array>>>((resolve, reject) => {
        let bytes = 0;
        const body = new ByteStream({ onDrained: () => exchange.resume(), onLeft: () => exchange.leave() });
        const exchange = send(request, {
          start: (status, headers) => resolve({ status, headers, body, fetchedAt: now(), stale: false }),
          data: (chunk) => {
            bytes += chunk.byteLength;
            if (bytes > maxStreamBytes) return new BodyError(request, 'too-large');
            return body.push(chunk) ? 'more' : 'pause';
          },
          end: () => body.end(),
          fail: (error) => {
            body.fail(error);
            reject(error);
          },
        });
      });
    },

    close: () => pool.destroy(),
  };
}

function refuseIfLeft(request: HttpRequest): void {
  if (request.signal?.aborted === true) throw new AbortedError(request, { sent: false, cause: request.signal.reason });
}

/** Names in lower case, so that a request's own header replaces ours of the same name. */
function headersOf({ headers = {}, body }: HttpRequest, userAgent: string): Record<string, string> {
  const all: Record<string, string> = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': userAgent };
  if (body !== undefined) all['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(headers)) all[name.toLowerCase()] = value;
  return all;
}
