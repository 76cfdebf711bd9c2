import { BadInput, readFaults, readInstant, readSwitches } from './control-input.ts';
import type { MovableClock } from './kit/clock.ts';
import { type Exchange, json, parseBody, type Reply } from './kit/exchange.ts';
import { RunningUpstream, type UpstreamDefinition } from './kit/upstream.ts';

/** What the control port steers: any number of upstreams round one clock. */
export interface ControlledSandbox {
  readonly clock: MovableClock;
  readonly upstreams: Readonly<Record<string, RunningUpstream>>;
  /** Forgets logs, faults, switches and the clock's offset. */
  reset(): void;
}

export interface ControlPort {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

type Handler = (exchange: Exchange) => Reply | Promise<Reply>;

/** The handlers of one path by method. */
type Methods = ReadonlyMap<string, Handler>;

/**
 * Starts the port beside the upstreams, on loopback, through which another process watches and disturbs them:
 *
 * - `GET /`: every upstream's base URL, whether it runs, and its switches
 * - `GET` and `DELETE /<upstream>/requests`: the log
 * - `GET`, `POST` (one fault or a list) and `DELETE /<upstream>/faults`
 * - `PATCH /<upstream>/switches`
 * - `POST /<upstream>/stop` and `/<upstream>/start`
 * - `POST /cegid/events`: has the site tell something, `{"event_type": "vacancy_update", "reference": "…", "title": "…", "callbackUrl": "…"}`
 * - `GET` and `POST /clock`: `{"advanceMs": 60000}`, or `{"set": <epoch milliseconds or ISO 8601>}`
 * - `POST /reset`
 *
 * Bodies are JSON. A body that it cannot use is a 400 `{message, field}`. Port 0 takes a free one.
 */
export async function startControl(sandbox: ControlledSandbox, port: number): Promise<ControlPort> {
  const paths = routes(sandbox);
  const definition: UpstreamDefinition = {
    name: 'control',
    basePath: '/',
    switches: {},
    handle(exchange) {
      // Nobody reads the log of this port, and it would only grow.
      server.requests.length = 0;
      return answer(paths.get(exchange.path), exchange);
    },
  };
  const server = new RunningUpstream(definition, sandbox.clock, port);
  await server.start();
  return { baseUrl: server.baseUrl, stop: () => server.stop() };
}

function routes(sandbox: ControlledSandbox): ReadonlyMap<string, Methods> {
  const { clock, upstreams } = sandbox;
  const time = (): Reply => json(200, { now: clock.now(), iso: new Date(clock.now()).toISOString() });
  return new Map<string, Methods>([
    ['/', methods({ GET: () => json(200, index(sandbox)) })],
    [
      '/clock',
      methods({
        GET: time,
        POST(exchange) {
          clock.set(readInstant(parseBody(exchange), clock.now()));
          return time();
        },
      }),
    ],
    ['/reset', methods({ POST: silently(() => sandbox.reset()) })],
    ...Object.entries(upstreams).flatMap(([name, upstream]) => upstreamRoutes(`/${name}`, upstream)),
  ]);
}

function upstreamRoutes(path: string, upstream: RunningUpstream): [string, Methods][] {
  const { definition, faults, requests } = upstream;
  const faultList = (): Reply => json(200, faults.list());
  return [
    [`${path}/requests`, methods({ GET: () => json(200, requests), DELETE: silently(() => requests.splice(0)) })],
    [
      `${path}/faults`,
      methods({
        GET: faultList,
        POST(exchange) {
          faults.add(...readFaults(parseBody(exchange)));
          return faultList();
        },
        DELETE: silently(() => faults.clear()),
      }),
    ],
    [`${path}/switches`, methods({ PATCH: (exchange) => json(200, Object.assign(definition.switches, readSwitches(parseBody(exchange), definition))) })],
    ...Object.entries(definition.actions ?? {}).map(([name, act]): [string, Methods] => [`${path}/${name}`, methods({ POST: async (exchange) => json(200, await act(parseBody(exchange))) })]),
    [`${path}/stop`, methods({ POST: () => upstream.stop().then(() => json(200, summary(upstream))) })],
    [`${path}/start`, methods({ POST: () => upstream.start().then(() => json(200, summary(upstream))) })],
  ];
}

function methods(handlers: Readonly<Record<string, Handler>>): Methods {
  return new Map(Object.entries(handlers));
}

/** Does something and answers without a body. */
function silently(act: () => void): Handler {
  return () => {
    act();
    return { status: 204 };
  };
}

async function answer(methods: Methods | undefined, exchange: Exchange): Promise<Reply> {
  if (methods === undefined) return json(404, { message: `nothing at ${exchange.path}` });
  const handler = methods.get(exchange.method);
  if (handler === undefined) return json(405, { message: `${exchange.path} takes ${[...methods.keys()].join(', ')}` }, { allow: [...methods.keys()].join(', ') });
  try {
    return await handler(exchange);
  } catch (error) {
    if (error instanceof BadInput) return json(400, { message: error.message, field: error.field });
    return json(500, { message: error instanceof Error ? error.message : 'failed' });
  }
}

function index({ upstreams }: ControlledSandbox): object {
  return Object.fromEntries(Object.entries(upstreams).map(([name, upstream]) => [name, summary(upstream)]));
}

function summary({ baseUrl, running, definition }: RunningUpstream): object {
  return { baseUrl, running, switches: definition.switches };
}
