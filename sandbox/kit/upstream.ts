import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MovableClock } from './clock.ts';
import type { Exchange, LoggedRequest, Reply } from './exchange.ts';
import { type Fault, Faults } from './faults.ts';

/** The log forgets the oldest, so that a sandbox may run for days. */
const keptRequests = 20_000;

export type Switches = Record<string, string | number | boolean>;

/** What one upstream's file makes: its name, its behaviour, and a switch for each reading that its document leaves open. */
export interface UpstreamDefinition {
  readonly name: string;
  /** The path that a client's base URL ends in, e.g. `/v1/JobAPI/`. */
  readonly basePath: string;
  /** Changed in place by tests and by the control port; read at every request. */
  readonly switches: Switches;
  /** The values of switches that know only a few; the control port refuses others. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  handle(exchange: Exchange): Reply | Promise<Reply>;
  /** What the control port has it do beside answering, by name: `POST /<upstream>/<name>`. */
  readonly actions?: Readonly<Record<string, (body: unknown) => Promise<unknown>>>;
  /** The variables that point a gateway at it, with credentials that it accepts. */
  environment?(baseUrl: string): Readonly<Record<string, string>>;
}

export interface SandboxOptions {
  readonly clock: MovableClock;
  readonly seed: number;
  /** 1 is the default amount of data, 10 ten times as much. */
  readonly scale: number;
}

/** An upstream on a loopback port, with what a test needs to watch and disturb it. */
export class RunningUpstream {
  readonly faults = new Faults();
  readonly requests: LoggedRequest[] = [];
  readonly definition: UpstreamDefinition;
  readonly #clock: MovableClock;
  readonly #defaults: Switches;
  #server: Server | undefined;
  #port: number;

  constructor(definition: UpstreamDefinition, clock: MovableClock, port = 0) {
    this.definition = definition;
    this.#clock = clock;
    this.#port = port;
    this.#defaults = { ...definition.switches };
  }

  get name(): string {
    return this.definition.name;
  }

  /** The base URL that a client is configured with. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}${this.definition.basePath}`;
  }

  get running(): boolean {
    return this.#server !== undefined;
  }

  /** Listens, on the same port as before where it was stopped. */
  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((request, response) => void this.#serve(request, response));
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Closes the port and every connection: from now on a client is refused. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** Forgets faults, the log and changed switches; data stay. */
  reset(): void {
    this.faults.clear();
    this.requests.length = 0;
    Object.assign(this.definition.switches, this.#defaults);
  }

  /** Requests of the log whose method and path match, e.g. `count('POST', /vacatures$/)`. */
  count(method: string, path: RegExp): number {
    return this.requests.filter((request) => request.method === method && path.test(request.path)).length;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const exchange = await readExchange(request);
      const logged: LoggedRequest = {
        at: this.#clock.now(),
        method: exchange.method,
        path: exchange.path,
        query: exchange.rawQuery,
        headers: exchange.headers,
        body: exchange.body.toString('utf8'),
        status: null,
      };
      this.requests.push(logged);
      if (this.requests.length > keptRequests) this.requests.splice(0, this.requests.length - keptRequests);
      const fault = this.faults.take(exchange.method, exchange.path);
      if (fault?.kind === 'latency') await sleep(fault.ms ?? 1000);
      // A fault that only spoils the answer still lets the upstream do its work.
      const works = fault === undefined || fault.when === 'after' || fault.kind === 'latency' || fault.kind === 'truncate';
      const reply = works ? await this.definition.handle(exchange) : { status: 200 };
      answer(response, fault === undefined || fault.kind === 'latency' ? reply : spoil(fault, reply, response), logged);
    } catch {
      response.destroy();
    }
  }
}

async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const rawQuery = mark < 0 ? '' : target.slice(mark + 1);
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(rawQuery),
    rawQuery,
    headers: request.headers,
    body: await buffer(request),
    remoteAddress: request.socket.remoteAddress ?? '',
  };
}

function answer(response: ServerResponse, reply: Reply | null, logged: LoggedRequest): void {
  if (reply === null || response.destroyed) return;
  logged.status = reply.status;
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body, 'utf8') : (reply.body ?? Buffer.alloc(0));
  const length = reply.status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(reply.status, { ...length, ...reply.headers });
  response.end(body);
}

/** Null: nothing more is to be sent. */
function spoil(fault: Fault, reply: Reply, response: ServerResponse): Reply | null {
  switch (fault.kind) {
    case 'latency':
      return reply;
    case 'hang':
      return null;
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'truncate': {
      const body = Buffer.from(reply.body ?? '{"half":');
      response.writeHead(reply.status, { 'content-length': String(body.length), ...reply.headers });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return null;
    }
    case 'wrong-json':
      return { status: fault.status ?? 200, headers: { 'content-type': 'application/json' }, body: fault.body ?? '{"unexpected":[1,2,3]}' };
    case 'html':
      return {
        status: fault.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8', ...fault.headers },
        body: fault.body ?? '<!doctype html><html><body><h1>Bad gateway</h1></body></html>',
      };
    case 'empty':
      return { status: fault.status ?? 200, headers: { ...fault.headers } };
    case 'status':
      return { status: fault.status ?? 500, headers: { 'content-type': 'application/json', ...fault.headers }, body: fault.body ?? '{"message":"fault"}' };
  }
}
