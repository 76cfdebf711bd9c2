import { type Dispatcher, Pool } from 'undici';

/** VDAB as a hand-written program asks it: kept-alive connections, one small handler an answer, no retry, cache or limit. */
export class Vdab {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #getHeaders: Readonly<Record<string, string>>;
  readonly #postHeaders: Readonly<Record<string, string>>;

  constructor(baseUrl: string, clientId: string) {
    const { origin, pathname } = new URL(baseUrl);
    this.#pool = new Pool(origin, { connections: 32, pipelining: 1 });
    this.#path = `${pathname}v2/vacatures`;
    this.#getHeaders = { accept: 'application/json', 'x-ibm-client-id': clientId };
    this.#postHeaders = { ...this.#getHeaders, 'content-type': 'application/json' };
  }

  get(path: string): Promise<unknown> {
    return this.#ask({ method: 'GET', path: this.#path + path, headers: this.#getHeaders });
  }

  post(body: unknown): Promise<unknown> {
    return this.#ask({ method: 'POST', path: this.#path, headers: this.#postHeaders, body: JSON.stringify(body) });
  }

  #ask(options: Dispatcher.DispatchOptions): Promise<unknown> {
    return new Promise((resolve, reject) => this.#pool.dispatch(options, new Reading(resolve, reject)));
  }
}

/** One answer, read whole: most come in one piece, which is not copied. */
class Reading implements Dispatcher.DispatchHandler {
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (error: unknown) => void;
  #status = 0;
  #first: Buffer | undefined;
  #others: Buffer[] | undefined;

  constructor(resolve: (value: unknown) => void, reject: (error: unknown) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#first === undefined) this.#first = chunk;
    else (this.#others ??= []).push(chunk);
  }

  onResponseEnd(): void {
    try {
      if (this.#status !== 200 || this.#first === undefined) throw new Error(`VDAB answered ${this.#status}`);
      const body = this.#others === undefined ? this.#first : Buffer.concat([this.#first, ...this.#others]);
      this.#resolve(JSON.parse(body.toString('utf8')));
    } catch (error) {
      this.#reject(error);
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
