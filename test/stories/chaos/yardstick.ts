import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How fast the machine itself is, without a gateway: one exchange with a server of this process, over and over. */
export interface Yardstick extends AsyncDisposable {
  /** Median time of those that began within a span, milliseconds; null where none did. Times are of `performance.now()`. */
  median(from: number, until: number): number | null;
  /** Whether the machine stood still at some time within the span: the upstreams are of this process, and stood still too. */
  stalled(from: number, until: number): boolean;
}

const everyMs = 200;
/** Longer than any time that a call to an upstream is given here is made shorter by. */
const stallMs = 500;

/** Measures until it is disposed of. */
export async function yardstick(): Promise<Yardstick> {
  const measured: { readonly at: number; readonly ms: number }[] = [];
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let due = performance.now();
  const stopping = new AbortController();
  async function measure(): Promise<void> {
    while (!stopping.signal.aborted) {
      // From when it was due: a process that does not run measures nothing meanwhile.
      const at = due;
      await exchange(port);
      measured.push({ at, ms: performance.now() - at });
      due = performance.now() + everyMs;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, everyMs);
      });
    }
  }
  const measuring = measure();
  return {
    median(from, until) {
      const times = measured.filter(({ at }) => at >= from && at <= until).map(({ ms }) => ms).toSorted((a, b) => a - b);
      return times[Math.floor(times.length / 2)] ?? null;
    },
    stalled: (from, until) => measured.some(({ at, ms }) => ms > stallMs && at <= until && at + ms >= from),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await measuring;
      server.closeAllConnections();
      server.close();
    },
  };
}

function exchange(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', agent: false }, (response) => response.resume().once('end', resolve));
    asking.once('error', reject).end();
  });
}
