import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type Coding, coded } from './coding.ts';

export interface Transfer {
  readonly request: Pick<IncomingMessage, 'httpVersion'>;
  readonly response: ServerResponse;
  readonly coding: Coding;
  /** Told what the file broke off on. */
  readonly broken: (error: unknown) => void;
}

/**
 * A file's bytes as the body of an answer, asked for as fast as the client takes them. Where they break off, what there is of them still
 * goes out, and then the connection ends without the end of the body: a client cannot take it for a whole file.
 */
export function bodyOf(bytes: AsyncIterable<Uint8Array>, transfer: Transfer): Readable {
  return Readable.from(chunks(bytes, transfer), { objectMode: true, highWaterMark: 1 });
}

async function* chunks(bytes: AsyncIterable<Uint8Array>, { request, response, coding, broken }: Transfer): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of coded(bytes, coding)) if (chunk.length > 0) yield chunk;
  } catch (error) {
    broken(error);
    await cutOff(request, response);
  }
}

/**
 * Ends the connection in the middle. What was written goes out first; before HTTP/1.1 the end of the connection is the end of the body, so
 * that only a reset tells.
 */
async function cutOff({ httpVersion }: Pick<IncomingMessage, 'httpVersion'>, response: ServerResponse): Promise<void> {
  const { socket } = response;
  if (socket === null || response.destroyed) return;
  const closed = once(response, 'close');
  if (httpVersion === '1.0') socket.resetAndDestroy();
  else socket.destroySoon();
  await closed;
}
