import type { FastifyInstance } from 'fastify';
import { refuse } from './refusals.ts';

const goesAway = 'This gateway goes away, and what is asked for would be broken off: ask again, and another one answers.';

/**
 * While the server drains, what comes on a connection that was open before is answered, but for files and streams, which it could not see
 * through; and every answer ends its connection: one that is kept alive would hold the server open until its client gives it up.
 */
export function endConnectionsWhenDraining(app: FastifyInstance): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (draining && lasts(request.url)) void refuse(reply.header('retry-after', '1'), 503, goesAway, 'RATE_LIMITED', { retryAfterSeconds: 1 });
    else done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) void reply.header('connection', 'close');
    done();
  });
}

/** @param url a request's own, with its query */
function lasts(url: string): boolean {
  return /^\/(?:export\/|graphql\/stream(?:\?|$))/.test(url);
}
