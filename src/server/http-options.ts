import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyServerOptions } from 'fastify';
import { malformedMessage, refuseMalformed } from './refusals.ts';
import { streamPathOf } from './streams/asked-at-graph.ts';

/** Largest GraphQL request, bytes. */
const maxBodyBytes = 1024 * 1024;
/** All headers of a request together, its address included, bytes. */
const maxHeaderBytes = 16 * 1024;
/** After so many a connection is made anew, so that a balancer can spread clients over new replicas. */
const maxRequestsPerConnection = 10_000;

/** How long a caller may take, milliseconds. An answer may take longer: it has the operation's own budget. */
export interface HttpDeadlines {
  readonly headersMs: number;
  /** Headers and body together. */
  readonly requestMs: number;
  /** Between two requests of one connection. Longer than a usual balancer's minute, so that it is the balancer that closes. */
  readonly idleMs: number;
  /** How often the others are looked at. */
  readonly checkEveryMs: number;
}

export const usualDeadlines: HttpDeadlines = { headersMs: 10_000, requestMs: 30_000, idleMs: 65_000, checkEveryMs: 2000 };

/** What bounds a request before any route sees it. */
export function httpOptions({ headersMs, requestMs, idleMs, checkEveryMs }: HttpDeadlines, trustProxy: readonly string[]) {
  return {
    bodyLimit: maxBodyBytes,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    maxRequestsPerSocket: maxRequestsPerConnection,
    logger: false,
    // What comes on a connection that was open already while the server drains is answered, and the connection then ends.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseMalformed,
    rewriteUrl: streamPathOf,
    clientErrorHandler: refuseUnreadable,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkEveryMs, maxHeaderSize: maxHeaderBytes, insecureHTTPParser: false },
  } satisfies FastifyHttpOptions<Server>;
}

const unreadable: Readonly<Record<string, readonly [status: number, reason: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers are larger than the gateway takes.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request did not arrive in time.'],
};

/** Answers what is no HTTP, or never came to an end, in the form of every other error; the connection ends with it. */
const refuseUnreadable: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, reason, message] = unreadable[error.code ?? ''] ?? [400, 'Bad Request', malformedMessage];
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  const head = [`HTTP/1.1 ${status} ${reason}`, 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'x-content-type-options: nosniff', 'cache-control: no-store', 'connection: close'];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy(error);
};
