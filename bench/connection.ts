import { connect, type Socket } from 'node:net';

/** How much of an answer's body is looked at, bytes. */
const keptOfBody = 500;
const headEnd = Buffer.from('\r\n\r\n');
/** And of its end, with what chunks have round it. */
const keptOfEnd = 16;
const lastChunk = /\r\n0\r\n\r\n$/;

/** An answer, as far as it is looked at. */
export interface Answered {
  readonly status: number;
  /** How its body begins and its last few characters, a character a byte. */
  readonly start: string;
  readonly end: string;
}

/** What waits for an answer. */
interface Waiting {
  done(answered: Answered): void;
  fail(error: Error): void;
}

/**
 * A kept-alive connection that asks one request after the other. It reads of HTTP what it needs, where an answer ends: asking is to cost the
 * machine as little as it can, which the contenders share with it.
 */
export class Connection {
  readonly #port: number;
  readonly #host: string;
  #socket: Socket | undefined;
  #waiting: Waiting | undefined;
  #head: { readonly status: number; readonly length: number | 'chunked'; readonly closes: boolean } | undefined;
  #pieces: Buffer[] = [];
  #received = 0;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    [this.#host, this.#port] = [hostname, Number(port)];
  }

  /** Sends a request as it stands and resolves with its answer. @throws where the connection ends before the answer does */
  ask(request: string): Promise<Answered> {
    return new Promise((done, fail) => {
      this.#waiting = { done, fail };
      this.#socket ??= this.#open();
      this.#socket.write(request);
    });
  }

  /** Leaves whatever is under way, as a caller does that goes away. */
  leave(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#settle()?.fail(new Error('left'));
  }

  #open(): Socket {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    const lost = (error?: Error): void => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#settle()?.fail(error ?? new Error('the connection was closed'));
    };
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', lost);
    socket.on('close', () => lost());
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#received += chunk.length;
    if (this.#head === undefined) this.#readHead();
    if (this.#head === undefined || !this.#isWhole(this.#head.length)) return;
    const { status, length, closes } = this.#head;
    const [start, end] = [this.#start(), this.#end()];
    if (closes) {
      this.#socket?.destroy();
      this.#socket = undefined;
    }
    this.#settle()?.done(length === 'chunked' ? { status, start: joined(start.slice(start.indexOf('\r\n') + 2)), end: joined(end.replace(lastChunk, '')) } : { status, start, end });
  }

  // What came may have come in small pieces.

  #start(): string {
    let start = '';
    for (const piece of this.#pieces) {
      if (start.length >= keptOfBody) break;
      start += piece.toString('latin1', 0, keptOfBody);
    }
    return start.slice(0, keptOfBody);
  }

  #end(): string {
    let end = '';
    for (const piece of this.#pieces.toReversed()) {
      if (end.length >= keptOfEnd) break;
      end = piece.toString('latin1', Math.max(0, piece.length - keptOfEnd)) + end;
    }
    return end.slice(-keptOfEnd);
  }

  /** Leaves of what came the body. */
  #readHead(): void {
    const bytes = this.#pieces.length === 1 ? (this.#pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#pieces);
    const end = bytes.indexOf(headEnd);
    if (end === -1) return;
    const head = bytes.toString('latin1', 0, end);
    const length = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
    this.#head = { status: Number(head.slice(9, 12)), length: length === undefined ? 'chunked' : Number(length), closes: /\nconnection: *close/i.test(head) };
    this.#pieces = [bytes.subarray(end + headEnd.length)];
    this.#received = bytes.length - end - headEnd.length;
  }

  #isWhole(length: number | 'chunked'): boolean {
    return length === 'chunked' ? lastChunk.test(this.#end()) : this.#received >= length;
  }

  /** What waited, which waits no more. */
  #settle(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#head = undefined;
    this.#pieces = [];
    this.#received = 0;
    return waiting;
  }
}

/** Chunks without the sizes that stand between them. */
function joined(chunks: string): string {
  return chunks.replaceAll(/\r\n[\da-f]+\r\n/gi, '');
}
