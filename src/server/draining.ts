import type { FastifyInstance } from 'fastify';

/**
 * While the server drains, every answer ends its connection: one that is kept alive would hold the server open until its client
 * gives it up.
 */
export function endConnectionsWhenDraining(app: FastifyInstance): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) void reply.header('connection', 'close');
    done();
  });
}
