import type { Wrap } from './call.ts';
import { AbortedError, TimeoutError } from './errors.ts';

/** An upstream that had a request for this long, or for half an attempt's time, is slow; what had less says nothing of it. */
const fairMs = 1500;

/**
 * Ends an attempt `ms` after a connection took it, or at the request's deadline where that is earlier, by breaking it off; one that no
 * connection takes waits as long at most. A streamed answer has to begin in that time; its body is watched by the transport.
 * @throws TimeoutError, not sent when the deadline had passed already or no connection was free
 */
export function timeout({ ms, now = Date.now }: { readonly ms: number; readonly now?: () => number }): Wrap {
  return (next) => async (request) => {
    const leftMs = (): number => (request.deadline === undefined ? ms : Math.min(ms, request.deadline - now()));
    let afterMs = leftMs();
    if (afterMs <= 0) throw new TimeoutError(request, { afterMs: 0, sent: false });
    let [sent, fair, isOver] = [false, false, false];
    let timer: NodeJS.Timeout | undefined;
    let breakOff: (() => void) | undefined;
    const end = (): void => {
      isOver = true;
      breakOff?.();
    };
    const onBegun = (begun: () => void): void => {
      breakOff = begun;
      if (isOver) begun();
    };
    const onSent = (): void => {
      sent = true;
      clearTimeout(timer);
      afterMs = leftMs();
      fair = afterMs >= Math.min(fairMs, ms / 2);
      if (afterMs > 0) timer = setTimeout(end, afterMs);
      else end();
    };
    try {
      const answer = next({ ...request, onBegun, onSent });
      // Mostly a connection is free and has the request by now.
      if (!sent) timer = setTimeout(end, afterMs);
      return await answer;
    } catch (error) {
      if (!(error instanceof AbortedError) || !isOver) throw error;
      throw new TimeoutError(request, { afterMs, sent: error.sent, fair: error.sent && fair, cause: error });
    } finally {
      clearTimeout(timer);
    }
  };
}
