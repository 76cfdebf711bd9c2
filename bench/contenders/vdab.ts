import { type Dispatcher, Pool } from 'undici';

/** VDAB as a hand-written program asks it: kept-alive connections, one small handler an answer, no retry, cache or limit. */
export class Vdab {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(baseUrl: string, clientId: string) {
    const { origin, pathname } = new URL(baseUrl);
    this.#pool = new Pool(origin, { connections: 32, pipelining: 1 });
    this.#path = `${pathname}v2/vacatures`;
    this.#headers = { accept: 'application/json', 'x-ibm-client-id': clientId };
  }

  get(path: string): Promise<unknown> {
    return this.#ask({ method: 'GET', path: this.#path + path, headers: this.#headers });
  }

  post(body: unknown): Promise<unknown> {
    return this.#ask({ method: 'POST', path: this.#path, headers: { ...this.#headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  #ask(options: Dispatcher.DispatchOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let status = 0;
      this.#pool.dispatch(options, {
        onRequestStart() {},
        onResponseStart(_controller, code) {
          status = code;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          if (status === 200) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
          else reject(new Error(`VDAB answered ${status}`));
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      });
    });
  }
}
