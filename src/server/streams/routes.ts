import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import type { Engine } from '../../authorisation/index.ts';
import { callerGate } from '../caller-of.ts';
import type { FrontDoor } from '../front-door.ts';
import type { Plant } from '../plant.ts';
import { eventStreamHandler } from './event-stream.ts';
import { openSubscriptions } from './subscriptions.ts';
import { webSocketHandler } from './web-socket.ts';

/** Largest message of a client, bytes. */
const maxMessageBytes = 256 * 1024;
/** Close code of an endpoint that goes away (RFC 6455, 7.4.1). */
const goingAway = 1001;

/** `/graphql/stream`: subscriptions, over Server-Sent Events and WebSocket. They end as complete, and sockets as going away, when the gateway drains. */
export async function registerStreams(app: FastifyInstance, plant: Plant, { trusted, limits }: Pick<FrontDoor, 'trusted' | 'limits'>, engine: Engine, stallMs: number): Promise<void> {
  const gate = callerGate(plant);
  const subscriptions = openSubscriptions({ ...plant, trusted, limits, engine });
  await app.register(websocket, {
    options: { maxPayload: maxMessageBytes, handleProtocols },
    // A connection that breaks is one that has left.
    errorHandler: (_error, socket) => socket.terminate(),
    preClose(done) {
      subscriptions.drain();
      for (const client of this.websocketServer.clients) client.close(goingAway, 'The gateway goes away');
      this.websocketServer.close(() => undefined);
      done();
    },
  });
  const url = '/graphql/stream';
  const handler = eventStreamHandler({ plant, gate, subscriptions, stallMs });
  app.route({ url, method: 'GET', onRequest: gate.onRequest, handler, wsHandler: webSocketHandler({ plant, gate, subscriptions, schema: engine.schema }) });
  app.route({ url, method: 'POST', onRequest: gate.onRequest, handler });
}
