import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** The caller leaves after so many milliseconds. */
  readonly leavesAfterMs?: number;
  /** It is wrong, and an answer that says so is right. */
  readonly refused?: true;
}

/**
 * When a request is sent: as soon as its connection's last is answered; the same on all connections at once, and the next when all are
 * answered; or so many a second, whatever is still under way, its wait counted from when it was due.
 */
export type Pace = 'as answered' | 'together' | { readonly perSecond: number };

/** What a load process is told to do: so many seconds, or so many requests. */
export interface LoadOrder {
  readonly origin: string;
  /** Sent in turn, from the first again after the last. Their connections are kept while the same origin is asked. */
  readonly requests: readonly LoadRequest[];
  /** Requests under way at once, each on a connection of its own. */
  readonly connections: number;
  /** As answered where none is stated. */
  readonly pace?: Pace;
  readonly until: { readonly seconds: number } | { readonly count: number };
}

export interface LoadResult {
  readonly requests: number;
  /** Answers that were not what their requests deserved; a caller that left got none. */
  readonly failures: number;
  /** The first of them: what was asked and how the answer began. */
  readonly firstFailure: string | null;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A process that asks, so that asking costs no contender its processor. */
export interface Load {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): void;
}

/** @throws where an answer was wrong */
export function refuseFailures({ requests, failures, firstFailure }: LoadResult, who: string): void {
  if (failures > 0) throw new Error(`${who}: ${failures} of ${requests} answers were wrong. The first:\n${firstFailure}`);
}

export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), { stdio: 'inherit' });
  return {
    async run(order) {
      const settled = new AbortController();
      const answer = Promise.race([once(child, 'message', settled), once(child, 'exit', settled)]);
      child.send(order);
      const [result] = await answer.finally(() => settled.abort());
      if (!isLoadResult(result)) throw new Error('the load process ended');
      return result;
    },
    stop: () => void child.kill(),
  };
}

function isLoadResult(value: unknown): value is LoadResult {
  return typeof value === 'object' && value !== null && 'requests' in value && 'p99Ms' in value;
}
