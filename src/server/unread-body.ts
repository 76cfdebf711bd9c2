import type { FastifyReply } from 'fastify';

/** Longest body that is read although its request was refused, bytes. */
const unreadBytes = 16 * 1024;

/** Has a refusal end its connection where the request's body is long: nobody wants it, and it would have to be read to its end for the connection's next request. */
export function endUnreadBody(reply: FastifyReply): void {
  const { headers } = reply.request;
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > unreadBytes) void reply.header('connection', 'close');
}
