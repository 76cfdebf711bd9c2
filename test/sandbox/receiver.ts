import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One call that a receiver got. */
export interface ReceivedCall {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A loopback server that keeps what it is sent and answers 200 `ok`: where a webhook goes in a test. */
export class Receiver {
  readonly calls: ReceivedCall[] = [];
  readonly #server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      this.calls.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers, body: body.toString('utf8') });
      response.end('ok');
    })();
  });

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
