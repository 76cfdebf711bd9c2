import type { Wrap } from './call.ts';
import { AbortedError, TimeoutError } from './errors.ts';

/**
 * Ends an attempt after `ms`, or at the request's deadline where that is earlier, by aborting it. A streamed answer has to
 * begin in that time; its body is watched by the transport.
 * @throws TimeoutError, not sent when the deadline had passed already
 */
export function timeout({ ms, now = Date.now }: { readonly ms: number; readonly now?: () => number }): Wrap {
  return (next) => async (request) => {
    const leftMs = request.deadline === undefined ? ms : Math.min(ms, request.deadline - now());
    if (leftMs <= 0) throw new TimeoutError(request, { afterMs: 0, sent: false });
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), leftMs);
    const signal = request.signal === undefined ? controller.signal : AbortSignal.any([request.signal, controller.signal]);
    try {
      return await next({ ...request, signal });
    } catch (error) {
      if (!(error instanceof AbortedError) || !controller.signal.aborted) throw error;
      throw new TimeoutError(request, { afterMs: leftMs, sent: error.sent, cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}
