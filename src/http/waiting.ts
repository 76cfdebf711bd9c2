import { setTimeout as delay } from 'node:timers/promises';
import type { HttpRequest } from './call.ts';
import { AbortedError, TimeoutError } from './errors.ts';

/** Resolves after `ms`; rejects when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal });

/** A timer set for longer would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** One that waits for work it may share: it leaves when its signal or its deadline says so. */
export type Member = Pick<HttpRequest, 'method' | 'path' | 'signal' | 'deadline' | 'priority' | 'spend'>;

/**
 * Waits for work that does not watch this member's signal and deadline itself. The work goes on when the member leaves.
 * @throws AbortedError, TimeoutError (sent: the work may have reached the upstream)
 */
export async function waitFor<T>(work: Promise<T>, member: Member, now: () => number): Promise<T> {
  const { signal, deadline } = member;
  if (signal === undefined && deadline === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const left = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new AbortedError(member, { sent: true, cause: signal?.reason }));
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort);
    if (deadline !== undefined && deadline - now() <= longestTimerMs) {
      const afterMs = Math.max(0, deadline - now());
      timer = setTimeout(() => reject(new TimeoutError(member, { afterMs, sent: true })), afterMs);
    }
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
  }
}
