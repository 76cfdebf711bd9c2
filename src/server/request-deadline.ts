import type { FastifyInstance } from 'fastify';

/** What a route says of itself whose bodies wait their turn unread, and have a deadline of their own once it has come. */
export const waitsItsTurn = { waitsItsTurn: true } as const;

/**
 * Ends a request whose body has not come in time, but for routes where it waits its turn: Node's own deadline is one for the whole
 * server, so it has to allow for the longest.
 */
export function registerRequestDeadline(app: FastifyInstance, { requestMs, longestMs }: { readonly requestMs: number; readonly longestMs: number }): void {
  app.server.requestTimeout = Math.max(requestMs, longestMs);
  app.addHook('onRequest', ({ raw, headers, routeOptions }, _reply, done) => {
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (hasBody && !('waitsItsTurn' in routeOptions.config)) {
      const timer = setTimeout(() => {
        // As Node itself says it, so that the answer is the same.
        if (!raw.complete) app.server.emit('clientError', Object.assign(new Error('the body did not come in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), raw.socket);
      }, requestMs);
      raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done();
  });
}
