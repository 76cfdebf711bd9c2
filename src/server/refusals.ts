import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { ErrorCode } from '../domain/errors.ts';
import { logUnexpected } from './graphql/errors.ts';

/** What is wrong with a request that never becomes an operation, by its HTTP status. Nothing of the request is quoted. */
const reasons: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address: the graph is at /graphql.',
  413: 'The request is larger than the gateway takes.',
  414: 'The address is longer than the gateway takes.',
  415: 'The body is to be JSON, sent as application/json.',
};
export const malformedMessage = 'The request is malformed: the body is to be a JSON object, and the address percent-encoded.';

/** Answers before GraphQL does, in the form of its errors: one error with a code of the published list. */
export function refuse(reply: FastifyReply, status: number, message: string, code: ErrorCode = 'BAD_USER_INPUT', details: Readonly<Record<string, unknown>> = {}): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }));
}

/** What the server itself refuses or fails at, outside of any operation. An address with other methods answers 405 and names them. */
export function registerRefusals(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 400 && status < 500) return refuse(reply, status, reasons[status] ?? malformedMessage);
    logUnexpected(log, error, { path: request.routeOptions.url });
    return refuse(reply, 500, 'The gateway failed at this; it has been logged.', 'INTERNAL_SERVER_ERROR');
  });
  app.setNotFoundHandler((request, reply) => {
    const [url = '/'] = request.url.split('?');
    const allowed = app.supportedMethods.filter((method) => app.hasRoute({ method, url }));
    if (allowed.length === 0) return refuse(reply, 404, reasons[404] ?? malformedMessage);
    return refuse(reply.header('allow', allowed.join(', ')), 405, `This address takes ${allowed.join(', ')}.`);
  });
}

/** For an address that cannot be read at all, which no hook and no handler gets to see. */
export function refuseMalformed(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void refuse(reply, 400, malformedMessage);
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
}
