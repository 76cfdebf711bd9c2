/** What bodies may take of the memory at once. Who comes when it is spent waits, in order; nothing is read from it meanwhile. */
export interface ByteBudget {
  /**
   * Waits until there is room. More than all counts as all.
   * @returns gives the room back; again is no harm
   * @throws the signal's reason, where it comes first
   */
  take(bytes: number, signal: AbortSignal): Promise<() => void>;
}

interface Waiting {
  readonly bytes: number;
  readonly go: () => void;
}

export function byteBudget(totalBytes: number): ByteBudget {
  let free = totalBytes;
  const queue: Waiting[] = [];

  function next(): void {
    for (let [first] = queue; first !== undefined && first.bytes <= free; [first] = queue) {
      queue.shift();
      free -= first.bytes;
      first.go();
    }
  }
  return {
    take(wanted, signal) {
      const bytes = Math.min(wanted, totalBytes);
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      let taken = false;
      function giveBack(): void {
        if (!taken) return;
        taken = false;
        free += bytes;
        next();
      }
      function leave(): void {
        const place = queue.indexOf(waiting);
        if (place >= 0) queue.splice(place, 1);
        reject(signal.reason);
        // Who stood behind it may fit.
        next();
      }
      const waiting: Waiting = {
        bytes,
        go() {
          signal.removeEventListener('abort', leave);
          taken = true;
          resolve(giveBack);
        },
      };
      if (signal.aborted) {
        reject(signal.reason);
        return promise;
      }
      signal.addEventListener('abort', leave, { once: true });
      queue.push(waiting);
      next();
      return promise;
    },
  };
}

/** A budget for each name, for as long as somebody uses it. */
export interface Queues {
  /** As `ByteBudget.take`. */
  take(name: string, bytes: number, signal: AbortSignal): Promise<() => void>;
}

export function queuesByName(bytesEach: number): Queues {
  const known = new Map<string, { readonly budget: ByteBudget; users: number }>();
  return {
    async take(name, bytes, signal) {
      const queue = known.get(name) ?? { budget: byteBudget(bytesEach), users: 0 };
      known.set(name, queue);
      queue.users += 1;
      let isOver = false;
      function leave(): void {
        if (isOver) return;
        isOver = true;
        queue.users -= 1;
        if (queue.users === 0) known.delete(name);
      }
      try {
        const giveBack = await queue.budget.take(bytes, signal);
        return () => {
          giveBack();
          leave();
        };
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}
