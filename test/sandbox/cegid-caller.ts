import { createCegid } from '../../sandbox/cegid/index.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { RunningUpstream } from '../../sandbox/kit/upstream.ts';
import { clockAtStart, setToStart } from './fixed-clock.ts';

/** The documented token call of the sandbox's client. */
export const tokenForm = { client_id: 'sandbox-cegid', client_secret: 'sandbox+cegid/secret=&1', grant_type: 'client_credentials', scope: 'MatchingIndexation' };

/** A Cegid sandbox of its own, and calls to it that bring a token. */
export class CegidCaller {
  readonly clock = clockAtStart();
  readonly cegid = createCegid({ clock: this.clock, seed: 1, scale: 1 });
  readonly upstream = new RunningUpstream(this.cegid, this.clock);
  #token: string | undefined;

  /** Back to defaults between tests; the next call asks a new token. */
  reset(): void {
    this.upstream.reset();
    setToStart(this.clock);
    this.cegid.expireTokens();
    this.#token = undefined;
  }

  async askToken(form: Record<string, string> | string, contentType = 'application/x-www-form-urlencoded'): Promise<Response> {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    return await fetch(`${this.upstream.baseUrl}api/token`, { method: 'POST', headers: { 'content-type': contentType }, body });
  }

  async freshToken(): Promise<string> {
    const body: unknown = await (await this.askToken(tokenForm)).json();
    if (!isRecord(body) || typeof body['access_token'] !== 'string') throw new Error('no token');
    return body['access_token'];
  }

  async call(path: string, method = 'GET', body?: unknown): Promise<Response> {
    this.#token ??= await this.freshToken();
    const authorization = `bearer ${this.#token}`;
    const headers = { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const init: RequestInit = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    return await fetch(this.upstream.baseUrl + path, init);
  }

  /** The status of a call. */
  async status(path: string, method = 'GET', body?: unknown): Promise<number> {
    return (await this.call(path, method, body)).status;
  }

  /** The bytes of an answer; throws where it is not 200. */
  async bytes(path: string): Promise<Buffer> {
    const response = await this.call(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The JSON of an answer; throws where it is not 200. */
  async get(path: string): Promise<unknown> {
    const value: unknown = JSON.parse((await this.bytes(path)).toString('utf8'));
    return value;
  }

  /** The JSON list of an answer. */
  async list(path: string): Promise<unknown[]> {
    const value = await this.get(path);
    if (!Array.isArray(value)) throw new TypeError(`${path}: no list`);
    return value;
  }
}
