import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The page's own files, served as they are: there is no build. They lie beside `src/` and beside what the build makes of it. */
const folder = fileURLToPath(new URL('../../dashboard/', import.meta.url));
const chartLibrary = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.min.js');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Everything is the gateway's own: the page works without any other network. Scripts set styles through their own objects only. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface PageFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
}

/**
 * `GET /dashboard`: figures for people. The page holds no figures: it asks the graph for them with the key of whoever looks, so that
 * it shows to each what is theirs, and anyone may have the page itself.
 */
export function registerDashboard(app: FastifyInstance): void {
  let files: Promise<ReadonlyMap<string, PageFile>> | undefined;
  async function send(name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    files ??= readFiles();
    const file = (await files).get(name);
    if (file === undefined) {
      reply.callNotFound();
      return reply;
    }
    // Asked for each time, answered with nothing new mostly: an old script beside a new page would not fit.
    void reply.headers({ 'content-security-policy': contentSecurityPolicy, etag: file.etag, vary: 'accept-encoding', 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    const isBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isBrotli) void reply.header('content-encoding', 'br');
    return reply.type(file.type).send(isBrotli ? file.brotli : file.plain);
  }
  app.get('/dashboard', (request, reply) => send('index.html', request, reply));
  app.get<{ Params: { readonly name: string } }>('/dashboard/:name', (request, reply) => send(request.params.name, request, reply));
}

/** Read when the page is first asked for, and kept. */
async function readFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(folder)).filter((name) => extname(name) in types);
  const paths = [...names.map((name) => [name, join(folder, name)] as const), ['chart.js', chartLibrary] as const];
  return new Map(await Promise.all(paths.map(async ([name, path]) => [name, await readOne(name, path)] as const)));
}

async function readOne(name: string, path: string): Promise<PageFile> {
  const plain = await readFile(path);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { type: types[extname(name)] ?? 'application/octet-stream', etag, plain, brotli: await promisify(brotliCompress)(plain) };
}
