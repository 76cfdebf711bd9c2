import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import type { HttpRequest } from '../../src/http/call.ts';
import { createTransport, type Transport, type TransportOptions } from '../../src/http/transport.ts';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Respond = (response: ServerResponse, seen: Seen, count: number) => void | Promise<void>;

export interface Upstream extends AsyncDisposable {
  readonly url: string;
  /** Every request that arrived, oldest first. */
  readonly seen: readonly Seen[];
  /** Sockets that are open now. */
  readonly sockets: ReadonlySet<Socket>;
  /** Connections ever made. */
  accepted(): number;
  transport(options?: Partial<TransportOptions>): Transport;
}

/** An upstream on loopback that answers as told; gone, with its transports, at the end of the test's scope. */
export async function upstream(respond: Respond): Promise<Upstream> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const transports: Transport[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request).catch(() => '');
      const entry = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      seen.push(entry);
      await respond(response, entry, seen.length);
    })();
  });
  let accepted = 0;
  server.on('connection', (socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return {
    url,
    seen,
    sockets,
    accepted: () => accepted,
    transport(options = {}) {
      const transport = createTransport({ baseUrl: url, userAgent: 'test', ...options });
      transports.push(transport);
      return transport;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(transports.map((transport) => transport.close()));
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A TCP peer that says what it is told and no more. */
export async function tcpPeer(onSocket: (socket: Socket) => void): Promise<AsyncDisposable & { readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  const port = await listen(server);
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  await using peer = await tcpPeer(() => undefined);
  return peer.port;
}

function listen(server: ReturnType<typeof createTcpServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function json(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function get(path: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', path, repeatable: true, ...more };
}

export function post(path: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', path, body: '{}', repeatable: false, ...more };
}

/** The error of a call that must fail. */
export async function failure(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('the call succeeded');
}

/** A signal, and how many listen to it. */
export function watchedSignal(): { readonly signal: AbortSignal; listeners(): number } {
  const { signal } = new AbortController();
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    count += 1;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    count -= 1;
    remove(...args);
  };
  return { signal, listeners: () => count };
}

/** How many timers keep the process awake. */
export function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

/** Resolves once the condition holds; the loop turns on I/O, not on a guessed time. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
