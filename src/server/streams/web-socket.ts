import type { WebSocket, WebsocketHandler } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Caller } from '../../context.ts';
import { Unauthenticated } from '../../domain/errors.ts';
import type { CallerGate } from '../caller-of.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';
import type { Answers } from './answers.ts';
import { LimitRefusal } from '../limits/limit-refusal.ts';
import { listenerOf } from './listeners.ts';
import { createPlaces } from './places.ts';
import type { Subscriptions } from './subscriptions.ts';

interface Parts {
  readonly plant: Plant;
  readonly gate: CallerGate;
  readonly subscriptions: Subscriptions;
  readonly schema: GraphQLSchema;
}

/** What a connection was acknowledged with. */
interface Acknowledged {
  readonly caller: Caller;
  readonly shown: { readonly authorization?: string | undefined };
  readonly signal: AbortSignal;
}

/** How long a client may take to say who it is, milliseconds. */
const initMs = 5000;
/** How often a client is asked whether it is there; one that does not answer until the next, such as one that reads nothing, is cut off. Milliseconds. */
const keepAliveMs = 12_000;
/** Close codes: the protocol's own for a caller that is none, one for a caller that has too many sockets, and "try again later". */
const unauthorized = [4401, 'Unauthorized'] as const;
const tooMany = [4429, 'Too many sockets'] as const;
const tryAgain = [1013, 'Try again later'] as const;
const internalError = [4500, 'Internal server error'] as const;
/** What the library is told to execute: the operation itself has begun by then. */
const begun = parse('subscription { __typename }');

/**
 * Subscriptions over a WebSocket by the protocol of graphql-ws. A client says who it is as it connects: in the header of the request, or as
 * `authorization` of its connection parameters, since a page cannot set a header.
 */
export function webSocketHandler({ plant, gate, subscriptions, schema }: Parts): WebsocketHandler {
  const acknowledged = new WeakMap<FastifyRequest, Acknowledged>();
  const opened = new WeakMap<ExecutionArgs, Answers>();
  /** A socket without a subscription is of no use: with twice as many as it may have of those, one for each and its successor, a client has enough, and leaves others theirs. */
  const places = createPlaces(2 * plant.config.events.subscriptionsPerClient, 'sockets');

  /** @throws Unauthenticated, IssuerUnavailable */
  async function callerOf(request: FastifyRequest, stated: unknown): Promise<Omit<Acknowledged, 'signal'>> {
    if (stated === undefined || stated === null) return { caller: gate.callerOf(request), shown: request.headers };
    const address = plant.addressName(request.ip);
    if (typeof stated !== 'string' || (await plant.rates.mayTryKey(address))?.allowed === false) throw new Unauthenticated();
    try {
      const shown = { authorization: stated };
      return { caller: await plant.callers.callerOf(shown), shown };
    } catch (error) {
      if (error instanceof Unauthenticated) await plant.rates.keyFailed(address);
      throw error;
    }
  }

  const server = makeServer<Record<string, unknown>, { readonly request: FastifyRequest; readonly socket: WebSocket }>({
    connectionInitWaitTimeout: initMs,
    async onConnect({ connectionParams, extra: { request, socket } }) {
      const leaving = new AbortController();
      socket.once('close', () => leaving.abort());
      try {
        const known = { ...(await callerOf(request, connectionParams?.['authorization'] ?? connectionParams?.['Authorization'])), signal: leaving.signal };
        const giveBack = places.take(listenerOf(request, known.caller, known.shown, known.signal, plant).payer);
        if (leaving.signal.aborted) giveBack();
        else socket.once('close', giveBack);
        acknowledged.set(request, known);
        return true;
      } catch (error) {
        const isExpected = error instanceof Unauthenticated || error instanceof LimitRefusal;
        if (!isExpected) logUnexpected(plant.log, error, { part: 'WebSocket' });
        const [code, reason] = error instanceof Unauthenticated ? unauthorized : error instanceof LimitRefusal ? tooMany : tryAgain;
        socket.close(code, reason);
        return false;
      }
    },
    async onSubscribe({ extra: { request } }, _id, asked) {
      const known = acknowledged.get(request);
      if (known === undefined) return [new GraphQLError('The connection is not acknowledged.')];
      const answers = await subscriptions.open(asked, listenerOf(request, known.caller, known.shown, known.signal, plant));
      if ('errors' in answers) return answers.errors;
      const args: ExecutionArgs = { schema, document: begun };
      opened.set(args, answers);
      return args;
    },
    // The library may put something beside what it was given, in the same object.
    subscribe: (args) => opened.get(args) ?? { errors: [new GraphQLError('The subscription did not begin.')] },
  });

  // The library's own adapter tells standard error of every client that breaks the protocol.
  return (socket, request) => {
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (heard) =>
          socket.on('message', (message) => {
            heard(String(message)).catch((error: unknown) => {
              logUnexpected(plant.log, error, { part: 'WebSocket' });
              socket.close(...internalError);
            });
          }),
      },
      { request, socket },
    );
    keepAlive(socket);
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  };
}

/** Resolves when the system has taken the text: what comes next waits for it. */
function sent(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve) => {
    // A connection that breaks is closed, which ends what is sent on it.
    socket.send(text, () => resolve());
  });
}

function keepAlive(socket: WebSocket): void {
  let isThere = true;
  socket.on('pong', () => {
    isThere = true;
  });
  const timer = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    return socket.ping();
  }, keepAliveMs);
  socket.once('close', () => clearInterval(timer));
}
