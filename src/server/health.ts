import { setTimeout as sleepFor } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/index.ts';

/** How long the store may take to answer, milliseconds. */
const pingMs = 1000;

/**
 * `/health/live`: the process runs. `/health/ready`: it takes requests; a draining one, and one whose store does not answer, says 503,
 * so that a balancer looks elsewhere. A failing upstream costs its own part of an answer and makes nothing unready.
 */
export function registerHealth(app: FastifyInstance, store: Pick<Store, 'ping'>): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    if (draining) return reply.code(503).send({ status: 'draining' });
    if (!(await answers(store))) return reply.code(503).send({ status: 'store unavailable' });
    return { status: 'ready' };
  });
}

async function answers(store: Pick<Store, 'ping'>): Promise<boolean> {
  const inTime = new AbortController();
  const late = sleepFor(pingMs, false, { signal: inTime.signal }).catch(() => false);
  const answered = store.ping().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    inTime.abort();
  }
}
