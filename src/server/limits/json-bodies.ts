import type { FastifyInstance } from 'fastify';
import { isOvergrown } from '../../limits/body.ts';

/** What the server answers where a body is more than it takes. */
class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly statusCode = 413;
}

/** Parses JSON as the server does by itself, but for what no operation could be: that is refused unparsed. */
export function registerJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (isOvergrown(text)) done(new TooLarge());
    else void parse(request, text, done);
  });
}
