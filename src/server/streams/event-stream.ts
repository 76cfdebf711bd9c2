import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { createHandler } from 'graphql-sse';
import { isRecord } from '../../domain/is-record.ts';
import type { CallerGate } from '../caller-of.ts';
import type { Plant } from '../plant.ts';
import { refuse } from '../refusals.ts';
import { whenLeft } from '../when-left.ts';
import { onlyAnswer } from './answers.ts';
import { Flow, write } from './flow.ts';
import { listenerOf } from './listeners.ts';
import type { Subscriptions } from './subscriptions.ts';

interface Parts {
  readonly plant: Plant;
  readonly gate: CallerGate;
  readonly subscriptions: Subscriptions;
  /** How long a client may take nothing of what it is sent, milliseconds. */
  readonly stallMs: number;
}

interface Connection {
  readonly reply: FastifyReply;
  readonly flow: Flow;
  readonly signal: AbortSignal;
}

const eventStream = 'text/event-stream';
/** A stream ends its connection, which would hold a draining gateway open. Proxies hold an answer back until it ends, unless they are told not to. */
const streamHeaders = { 'content-type': `${eventStream}; charset=utf-8`, 'cache-control': 'no-store', connection: 'close', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Subscriptions over Server-Sent Events by the protocol of graphql-sse, each with a connection of its own (its "distinct connections mode"). */
export function eventStreamHandler({ plant, gate, subscriptions, stallMs }: Parts): RouteHandlerMethod {
  const handler = createHandler<FastifyRequest, Connection>({
    // No single connection mode: a token in an address would be all that it takes to read what another is told.
    authenticate: () => null,
    async onSubscribe({ raw, context: { flow, signal } }, params) {
      const caller = gate.callerOf(raw);
      const opened = await subscriptions.open(params, listenerOf(raw, caller, raw.headers, signal, plant));
      return flow.through('errors' in opened ? onlyAnswer(opened) : opened);
    },
  });

  return async function stream(request, reply) {
    if (request.headers.accept?.includes(eventStream) !== true) return refuse(reply, 406, `Subscriptions are sent as events: ask with "Accept: ${eventStream}", or open a WebSocket here.`);
    const leaving = new AbortController();
    const flow = new Flow();
    whenLeft(reply, () => {
      leaving.abort();
      flow.release();
    });
    const [body, { status, headers }] = await handler({
      method: request.method,
      url: request.url,
      headers: { get: (name) => (name === 'accept' ? eventStream : textOf(request.headers[name])) },
      body: () => (isRecord(request.body) ? { ...request.body } : null),
      raw: request,
      context: { reply, flow, signal: leaving.signal },
    });
    if (body === null || typeof body === 'string') {
      if (headers?.allow !== undefined) void reply.header('allow', headers.allow);
      return refuse(reply, status, 'The request is to hold a subscription: "query", and "variables" and "operationName" where it has them.');
    }
    reply.hijack();
    reply.raw.writeHead(200, { ...headersOf(reply), ...streamHeaders });
    whenLeft(reply, () => void body.return(undefined));
    for await (const part of body) {
      await write(reply.raw, part, stallMs);
      if (part.startsWith('event: next')) flow.sent();
      if (reply.raw.destroyed) break;
    }
    reply.raw.end();
    return reply;
  };
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(', ');
}

/** What was set before the answer was taken over, such as for pages of other origins. */
function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
