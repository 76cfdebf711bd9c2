import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Explorer } from './explorer.ts';

/** `GET /graphql` from a browser's address bar, and `/`: the explorer, with the query of the address where it has one. Everything else on that path is GraphQL. */
export function registerExplorer(app: FastifyInstance, explorer: () => Promise<Explorer>): void {
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
  app.addHook('onRequest', async (request, reply) => {
    if (!isForExplorer(request)) return;
    const { contentSecurityPolicy, etag, page } = await explorer();
    void reply.headers({ 'content-security-policy': contentSecurityPolicy, etag, vary: 'accept, accept-encoding, sec-fetch-mode', 'cache-control': 'private, max-age=3600' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const { body, encoding } = await page(String(request.headers['accept-encoding'] ?? ''));
    if (encoding !== null) void reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(body);
  });
}

/** An address with a query is an operation to all but a browser that goes there itself, which says so; a page's own requests never do. */
function isForExplorer({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' || headers.accept?.includes('text/html') !== true) return false;
  return url === '/graphql' || (url.startsWith('/graphql?') && headers['sec-fetch-mode'] === 'navigate');
}
