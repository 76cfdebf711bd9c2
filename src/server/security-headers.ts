import type { FastifyInstance } from 'fastify';

const yearSeconds = 365 * 24 * 60 * 60;

/** What every answer carries, whatever route it is of. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Where a route does not say otherwise: nothing loads in what is no page, and nobody keeps what may be somebody's. */
const unlessStated = Object.entries({ 'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", 'cache-control': 'no-store' });

export function registerSecurityHeaders(app: FastifyInstance, { publicUrl }: { readonly publicUrl: string | null }): void {
  const isReachedByTls = publicUrl !== null && new URL(publicUrl).protocol === 'https:';
  app.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers(always);
    for (const [name, value] of unlessStated) if (!reply.hasHeader(name)) void reply.header(name, value);
    if (isReachedByTls) void reply.header('strict-transport-security', `max-age=${yearSeconds}`);
    done();
  });
}
