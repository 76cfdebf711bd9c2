import { setTimeout as delay } from 'node:timers/promises';
import type { HttpRequest } from './call.ts';
import { AbortedError, TimeoutError } from './errors.ts';

/** Resolves after `ms`; rejects when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal });

/** A timer set for longer would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** One that waits for work it may share: it leaves when its signal or its deadline says so. */
export type Member = Pick<HttpRequest, 'method' | 'path' | 'signal' | 'deadline' | 'priority' | 'spend' | 'lasting'>;

/**
 * Waits for work that does not watch this member's signal and deadline itself. The work goes on when the member leaves.
 * @throws AbortedError, TimeoutError (sent: the work may have reached the upstream)
 */
export function waitFor<T>(work: Promise<T>, member: Member, now: () => number): Promise<T> {
  const { signal, deadline } = member;
  if (signal === undefined && deadline === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    function leave(reason: Error): void {
      stopWatching();
      reject(reason);
    }
    function onAbort(): void {
      leave(new AbortedError(member, { sent: true, cause: signal?.reason }));
    }
    function stopWatching(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
    function onDone(value: T): void {
      stopWatching();
      resolve(value);
    }
    function onFailed(error: unknown): void {
      stopWatching();
      reject(error);
    }
    work.then(onDone, onFailed);
    // Work that is over already comes before a member that has left already.
    if (signal?.aborted === true) queueMicrotask(onAbort);
    else signal?.addEventListener('abort', onAbort);
    if (deadline !== undefined && deadline - now() <= longestTimerMs) {
      const afterMs = Math.max(0, deadline - now());
      timer = setTimeout(() => leave(new TimeoutError(member, { afterMs, sent: true })), afterMs);
    }
  });
}
