import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isLoopback } from '../config/values.ts';
import type { Config } from '../config.ts';
import { refuse } from './refusals.ts';

/**
 * Answers only who means this gateway. A name that is made to point at loopback would let any page read the graph as if it were its
 * own (DNS rebinding): the `Host` has to be a loopback name with the port that is listened on, or that of PUBLIC_URL (else 421). A
 * request that a page of another origin makes is refused (403) unless CORS_ORIGINS names the origin; a page that is merely opened
 * from there is not.
 */
export function registerOwnHost(app: FastifyInstance, { publicUrl, corsOrigins }: Pick<Config, 'publicUrl' | 'corsOrigins'>): void {
  const world = publicUrl === null ? null : new URL(publicUrl);

  function isOwn(stated: URL, port: number): boolean {
    if (world !== null && stated.hostname === world.hostname && portOf(stated) === portOf(world)) return true;
    return isLoopback(stated.hostname) && portOf(stated) === port;
  }

  /** Names by which requests came in that are our own, with the port: of a few, asked with every request. */
  const own = new LRUCache<string, true>({ max: 100 });

  function isOwnHost(host: string, port: number): boolean {
    const name = `${port} ${host}`;
    if (own.has(name)) return true;
    // A host without a port is that of its scheme, which only PUBLIC_URL can say.
    const stated = [world?.protocol ?? 'http:', 'http:'].map((scheme) => urlOf(`${scheme}//${host}`));
    const isOurs = stated.some((url) => url !== null && isOwn(url, port));
    if (isOurs) own.set(name, true);
    return isOurs;
  }

  function isOwnPage(origin: string, port: number): boolean {
    const page = urlOf(origin);
    return page !== null && isOwn(page, port);
  }

  app.addHook('onRequest', (request, reply, done) => {
    const port = request.socket.localPort ?? 0;
    const { host = '', origin } = request.headers;
    if (!isOwnHost(host, port)) {
      void refuse(reply, 421, 'This gateway is not known by the name in the Host header. If it is to be, set PUBLIC_URL to how it is reached.');
    } else if (origin === undefined || isPageLoad(request) || corsOrigins.includes(origin) || corsOrigins.includes('*') || isOwnPage(origin, port)) {
      done();
    } else {
      void refuse(reply, 403, 'Pages of this origin may not ask the gateway. If they are to, name the origin in CORS_ORIGINS.', 'FORBIDDEN');
    }
  });
}

/** A browser that opens an address, for its person to look at: no script of another origin gets to read it. */
function isPageLoad({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
}

/** Null for what is no address, or more than a scheme, a host and a port. */
function urlOf(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '' ? url : null;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
