import type { FastifyInstance } from 'fastify';
import { refuse } from '../refusals.ts';

/** How long the connection of a refused upgrade may outlive its answer, milliseconds. */
const lingerMs = 5000;

/**
 * Ends connections whose upgrade to a WebSocket was not made: nobody reads a further request on them, and they would hold a draining
 * gateway open. To be registered before every route and hook, since any may refuse.
 */
export function endRefusedUpgrades(app: FastifyInstance): void {
  // A WebSocket that is opened takes the timeout away.
  app.server.prependListener('upgrade', (_request, socket) => {
    if ('setTimeout' in socket && typeof socket.setTimeout === 'function') socket.setTimeout(lingerMs, () => socket.destroy());
  });
  app.addHook('onRequest', async ({ raw, url }, reply) => {
    if (raw.headers.upgrade?.toLowerCase() !== 'websocket' || url.split('?')[0] !== '/graphql') return;
    return refuse(reply, 400, 'Subscriptions are at /graphql/stream: open the WebSocket there.');
  });
  app.addHook('onResponse', async ({ raw }) => {
    if (raw.headers.upgrade !== undefined) raw.socket.end();
  });
}
