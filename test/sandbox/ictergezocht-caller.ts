import { createIctergezocht } from '../../sandbox/ictergezocht/index.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { RunningUpstream } from '../../sandbox/kit/upstream.ts';
import { clockAtStart, setToStart } from './fixed-clock.ts';

export interface BoardPage {
  readonly count: unknown;
  readonly offset: unknown;
  readonly limit: unknown;
  readonly rel: unknown;
  readonly items: readonly Record<string, unknown>[];
}

/** An ICTerGezocht sandbox of its own, and calls to it that bring the key of account A. */
export class BoardCaller {
  readonly clock = clockAtStart();
  readonly board = createIctergezocht({ clock: this.clock, seed: 1, scale: 1 });
  readonly upstream = new RunningUpstream(this.board, this.clock);

  /** Back to defaults between tests, with no request counted. */
  reset(): void {
    this.upstream.reset();
    setToStart(this.clock);
    this.board.clearLimits();
  }

  async call(path: string, method = 'GET', body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const all = { authorization: 'Bearer sandbox-ictergezocht-key', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
    const init: RequestInit = body === undefined ? { method, headers: all } : { method, headers: all, body: typeof body === 'string' ? body : JSON.stringify(body) };
    return await fetch(this.upstream.baseUrl + path, init);
  }

  async status(path: string, method = 'GET', body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<number> {
    return (await this.call(path, method, body, headers)).status;
  }

  /** A page of a list; throws where the answer is none. */
  async page(path: string, headers: Readonly<Record<string, string>> = {}): Promise<BoardPage> {
    const response = await this.call(path, 'GET', undefined, headers);
    const body: unknown = await response.json();
    if (response.status !== 200 || !isRecord(body)) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
    const { count, offset, limit, rel, items } = body;
    if (!Array.isArray(items)) throw new TypeError(`${path}: no items`);
    return { count, offset, limit, rel, items: items.filter(isRecord) };
  }

  /** The items of every page, following `rel.next` and forgetting the rate limits on the way. */
  async walk(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      this.board.clearLimits();
      const page: BoardPage = await this.page(next);
      items.push(...page.items);
      const url: unknown = isRecord(page.rel) ? page.rel['next'] : undefined;
      next = typeof url === 'string' ? url.slice(this.upstream.baseUrl.length) : undefined;
    }
    return items;
  }
}
