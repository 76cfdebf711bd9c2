import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes to a server as they are, which no HTTP client would send, and all that it answers until it closes or is silent. */
export async function sendRaw(url: string, bytes: string | readonly string[], { quietMs = 3000, betweenMs = 0 }: { readonly quietMs?: number; readonly betweenMs?: number } = {}): Promise<string> {
  const socket = open(url);
  const answered = received(socket, quietMs);
  for (const piece of typeof bytes === 'string' ? [bytes] : bytes) {
    if (socket.destroyed) break;
    socket.write(piece, 'latin1');
    if (betweenMs > 0) await sleep(betweenMs);
  }
  return answered;
}

/** The statuses of the answers in what was received. */
export function statusesOf(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
}

function open(url: string): Socket {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  // What a server that refuses does to who still writes.
  socket.on('error', () => {});
  return socket;
}

async function received(socket: Socket, quietMs: number): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    const done = (): void => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(quietMs, done);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', done);
  });
}
