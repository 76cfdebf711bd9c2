// Sends what it is told, as fast as it is answered, and tells how long each answer took.
import { type Dispatcher, errors, Pool } from 'undici';
import type { LoadOrder, LoadRequest, LoadResult } from './load.ts';
import { percentile } from './statistics.ts';

type Outcome = 'answered' | 'left' | { readonly failure: string };

/** What an answer begins with; errors come before data. */
const dataFirst = '{"data":{';
const errorsFirst = '{"errors":[';
/** How much of an answer is looked at, bytes. */
const keptOfAnswer = 500;

class Asking implements Dispatcher.DispatchHandler {
  readonly #done: (outcome: Outcome) => void;
  readonly #leavesAfterMs: number | undefined;
  readonly #beginning: string;
  #status = 0;
  /** The first piece of the body. */
  #start = '';
  #leaving: NodeJS.Timeout | undefined;

  constructor(request: LoadRequest, done: (outcome: Outcome) => void) {
    this.#done = done;
    this.#leavesAfterMs = request.leavesAfterMs;
    this.#beginning = request.refused === true ? errorsFirst : dataFirst;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#leavesAfterMs === undefined) return;
    this.#leaving = setTimeout(() => controller.abort(new errors.RequestAbortedError()), this.#leavesAfterMs);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#start === '') this.#start = chunk.toString('latin1', 0, keptOfAnswer);
  }

  onResponseEnd(): void {
    clearTimeout(this.#leaving);
    const good = this.#start.startsWith(this.#beginning) && (this.#status === 200 || this.#beginning === errorsFirst);
    this.#done(good ? 'answered' : { failure: `${this.#status} ${this.#start}` });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#leaving);
    this.#done(error instanceof errors.RequestAbortedError ? 'left' : { failure: error.message });
  }
}

async function run({ origin, requests, connections, until }: LoadOrder): Promise<LoadResult> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const started = performance.now();
  const end = 'seconds' in until ? started + until.seconds * 1000 : Number.POSITIVE_INFINITY;
  const count = 'count' in until ? until.count : Number.POSITIVE_INFINITY;
  let next = 0;
  let failures = 0;
  let firstFailure: string | null = null;

  function ask(request: LoadRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      const headers = request.body === undefined ? {} : { 'content-type': 'application/json' };
      pool.dispatch({ method: request.method, path: request.path, headers, body: request.body ?? null }, new Asking(request, resolve));
    });
  }

  async function caller(): Promise<void> {
    while (next < count && performance.now() < end) {
      const request = requests[next % requests.length];
      next += 1;
      if (request === undefined) return;
      const asked = performance.now();
      const outcome = await ask(request);
      if (outcome !== 'left') latencies.push(performance.now() - asked);
      if (typeof outcome === 'string') continue;
      failures += 1;
      firstFailure ??= `${request.path} ${request.body ?? ''}\n${outcome.failure}`;
    }
  }

  await Promise.all(Array.from({ length: connections }, caller));
  const seconds = (performance.now() - started) / 1000;
  await pool.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  return { requests: next, failures, firstFailure, seconds, p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}

// The only sender is `startLoad`, in the same version.
process.on('message', (order: LoadOrder) => void run(order).then((result) => process.send?.(result)));
