import type { IncomingMessage } from 'node:http';

const graph = '/graphql';
/** Of an answer that is one: who takes that too asks for an operation, as clients do that take whatever comes. */
const single = /application\/|multipart\/|\*\/\*/;

/**
 * The path that a request is for. Explorers and many clients ask for subscriptions where the graph is, `GET /graphql` for nothing but
 * events: that is a request for the stream, in every respect.
 */
export function streamPathOf({ method, url = '/', headers: { accept = '' } }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string {
  const isGraph = url === graph || url.startsWith(`${graph}?`);
  return method === 'GET' && isGraph && accept.includes('text/event-stream') && !single.test(accept) ? `${graph}/stream${url.slice(graph.length)}` : url;
}
