import { Connection } from './connection.ts';
import type { LoadRequest } from './load.ts';

/** How a request ended. A caller that left got no answer, as it wanted. */
export type Outcome = 'answered' | 'left' | { readonly failure: string };

/** What an answer begins with. Some put errors before the data, some behind: an answer without any also ends with its data. */
const dataFirst = '{"data":{';
const errorsFirst = '{"errors":[';
const dataLast = '}}';

/** Connections to one server, each with a request under way at most; further ones wait for the first that is free. */
export class Asking {
  readonly #host: string;
  readonly #all: readonly Connection[];
  readonly #free: Connection[];
  readonly #queue: ((connection: Connection) => void)[] = [];
  /** Requests as they are sent: each is asked many times. */
  readonly #texts = new Map<LoadRequest, string>();

  constructor(origin: string, connections: number) {
    this.#host = new URL(origin).host;
    this.#all = Array.from({ length: connections }, () => new Connection(origin));
    this.#free = [...this.#all];
  }

  /** Sends a request, and looks at how its answer begins and ends. */
  async ask(request: LoadRequest): Promise<Outcome> {
    const connection = this.#free.pop() ?? (await new Promise<Connection>((resolve) => void this.#queue.push(resolve)));
    try {
      return await this.#askOn(connection, request);
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#free.push(connection);
      else next(connection);
    }
  }

  close(): void {
    for (const connection of this.#all) connection.leave();
  }

  async #askOn(connection: Connection, request: LoadRequest): Promise<Outcome> {
    let left = false;
    const leave = (): void => {
      left = true;
      connection.leave();
    };
    const leaving = request.leavesAfterMs === undefined ? undefined : setTimeout(leave, request.leavesAfterMs);
    try {
      const { status, start, end } = await connection.ask(this.#textOf(request));
      const isGood = request.refused === true ? start.startsWith(errorsFirst) : status === 200 && start.startsWith(dataFirst) && end.trimEnd().endsWith(dataLast);
      return isGood ? 'answered' : { failure: `${status} ${start}…${end.slice(-4)}` };
    } catch (error) {
      return left ? 'left' : { failure: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(leaving);
    }
  }

  #textOf(request: LoadRequest): string {
    const known = this.#texts.get(request);
    if (known !== undefined) return known;
    const { method, path, body } = request;
    const ofBody = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    const text = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nconnection: keep-alive\r\n${ofBody}\r\n${body ?? ''}`;
    this.#texts.set(request, text);
    return text;
  }
}
