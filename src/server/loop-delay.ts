/** How late the event loop runs. */
export interface LoopDelay {
  /** Milliseconds that a turn of the loop is late, as of the last few; 0 in a process that keeps up. */
  ms(): number;
  stop(): void;
}

const everyMs = 100;

/** A loop that nobody watches is never late. */
export const unwatchedLoop: LoopDelay = { ms: () => 0, stop: () => undefined };

/**
 * Watches the delay of this process's event loop: the middle one of three turns, so that one long pause (a large document, a collection of
 * garbage) is not taken for a process that has more to do than it can. Node's own histogram drops the first turn behind each reset, which is
 * the only one where turns are long.
 */
export function watchLoopDelay(): LoopDelay {
  let late: readonly [number, number, number] = [0, 0, 0];
  let turnedAt = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    late = [late[1], late[2], Math.max(0, at - turnedAt - everyMs)];
    turnedAt = at;
  }, everyMs);
  timer.unref();
  return {
    ms: () => middleOf(late),
    stop: () => clearInterval(timer),
  };
}

function middleOf([a, b, c]: readonly [number, number, number]): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
