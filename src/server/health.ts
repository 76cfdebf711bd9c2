import type { FastifyInstance } from 'fastify';

/**
 * `/health/live`: the process runs. `/health/ready`: it takes requests; a draining one answers 503, so that a balancer looks
 * elsewhere. A failing upstream costs its own part of an answer and makes nothing unready.
 */
export function registerHealth(app: FastifyInstance): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (draining) return reply.code(503).send({ status: 'draining' });
    return { status: 'ready' };
  });
}
