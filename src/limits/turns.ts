/** Lets through one piece of work in each round of the event loop, by turns of those whose it is. */
export interface Turns {
  /** Resolves when it is the turn of one more piece of work of theirs; at once where nobody else's goes on. */
  take(whose: string): Promise<void>;
}

/**
 * Work that holds the process for milliseconds, such as reading a document that was never seen, is not done for sixteen requests in a row
 * because they came together: between two pieces the event loop looks at everything else, and the next is of somebody else where
 * somebody else waits. Who sends much waits for itself.
 */
export function createTurns(nextRound: (run: () => void) => void = setImmediate): Turns {
  /** Those who wait, each with what waits; who was served goes behind the others. */
  const waiting = new Map<string, (() => void)[]>();
  let busy = false;

  function serve(): void {
    const [next] = waiting;
    if (next === undefined) {
      busy = false;
      return;
    }
    const [whose, [go, ...rest]] = next;
    waiting.delete(whose);
    if (rest.length > 0) waiting.set(whose, rest);
    nextRound(serve);
    go?.();
  }

  return {
    take(whose) {
      if (!busy) {
        busy = true;
        nextRound(serve);
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const others = waiting.get(whose);
        if (others === undefined) waiting.set(whose, [resolve]);
        else others.push(resolve);
      });
    },
  };
}
