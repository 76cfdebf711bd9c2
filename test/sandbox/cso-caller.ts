import { type CsoUpstream, createCso } from '../../sandbox/cso/index.ts';
import { MovableClock } from '../../sandbox/kit/clock.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { RunningUpstream } from '../../sandbox/kit/upstream.ts';

export interface Answer {
  readonly status: number;
  readonly result: unknown;
  readonly message: string;
}

export const firstAccount = { username: 'sandbox-cso', password: 'sandbox-cso-password' };
export const secondAccount = { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' };

/** The CSO sandbox on a port, and calls to it as a client would send them. */
export class CsoCaller {
  readonly clock = new MovableClock();
  readonly cso: CsoUpstream = createCso({ clock: this.clock, seed: 1, scale: 1 });
  readonly upstream = new RunningUpstream(this.cso, this.clock);
  #key = '';

  /** Calls a function with the first account's key. */
  async call(name: string, args: object = {}): Promise<Answer> {
    if (this.cso.liveKey() !== this.#key) this.#key = await this.newKey();
    return this.send(name, { apiKey: this.#key, ...args });
  }

  async newKey(account: object = firstAccount): Promise<string> {
    const { result } = await this.send('getApiKey', account);
    if (typeof result !== 'string') throw new Error('no key');
    return result;
  }

  /** Posts a body as it is. */
  async send(name: string, body: object): Promise<Answer> {
    return answerOf(await this.post(`${name}.json`, JSON.stringify(body), 'application/json'));
  }

  post(path: string, body: string, contentType: string): Promise<Response> {
    return fetch(this.upstream.baseUrl + path, { method: 'POST', headers: { 'content-type': contentType }, body: Buffer.from(body) });
  }

  /** The codes of the jobs that a filter takes. */
  async codes(filter: object = {}): Promise<string[]> {
    const args = { filter: object('RemoteJobFilter', filter), fieldSelection: object('RemoteJobFieldSelection') };
    const { status, message, result } = await this.call('getJobs', args);
    if (status !== 200) throw new Error(`${status} ${message}`);
    return records(result).map((job) => String(job['code']));
  }

  async getJob(code: string, selection: object = {}): Promise<Answer> {
    return this.call('getJob', { jobCode: code, remoteJobFieldSelection: object('RemoteJobFieldSelection', selection) });
  }
}

/** An object with its class. */
export function object(className: string, attributes: object = {}): Record<string, unknown> {
  return { __type__: className, ...attributes };
}

export async function answerOf(response: Response): Promise<Answer> {
  const body: unknown = await response.json();
  if (!isRecord(body)) throw new Error('not an object');
  return { status: response.status, result: body['result'], message: String(body['message'] ?? '') };
}

export function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value;
}

export function records(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value.map(record);
}

/** The value at a path such as `features.location.city`. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) found = record(found)[key];
  return found;
}
