import { type Dispatcher, errors, type Pool } from 'undici';
import type { LoadRequest } from './load.ts';

/** How a request ended. A caller that left got no answer, as it wanted. */
export type Outcome = 'answered' | 'left' | { readonly failure: string };

/** What an answer begins with; errors come before data. */
const dataFirst = '{"data":{';
const errorsFirst = '{"errors":[';
/** How much of an answer is looked at, bytes. */
const keptOfAnswer = 500;

/** Sends a request, and looks at how its answer begins. */
export function ask(pool: Pool, request: LoadRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = request.body === undefined ? {} : { 'content-type': 'application/json' };
    pool.dispatch({ method: request.method, path: request.path, headers, body: request.body ?? null }, new Asking(request, resolve));
  });
}

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
