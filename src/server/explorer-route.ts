import type { FastifyInstance } from 'fastify';
import type { Explorer } from './explorer.ts';

/** `GET /graphql` from a browser's address bar, and `/`: the explorer. Everything else on that path is GraphQL. */
export function registerExplorer(app: FastifyInstance, explorer: () => Promise<Explorer>): void {
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.url !== '/graphql' || request.headers.accept?.includes('text/html') !== true) return;
    const { contentSecurityPolicy, etag, page } = await explorer();
    void reply.headers({ 'content-security-policy': contentSecurityPolicy, etag, vary: 'accept, accept-encoding', 'cache-control': 'private, max-age=3600' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const { body, encoding } = await page(String(request.headers['accept-encoding'] ?? ''));
    if (encoding !== null) void reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(body);
  });
}
