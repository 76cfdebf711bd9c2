/** Turns of the event loop in which what is under way has come to its end. */
const turnsBehind = 30;

/**
 * Does something, and tells which promises failed meanwhile that nobody waited for. graphql-js leaves some: of a list whose rows cannot be
 * null, what is under way of the rows before one that fails at once. To Node, and to the tests, any of them is an end.
 */
export async function withUnheard<T>(work: () => Promise<T>): Promise<readonly [T, readonly unknown[]]> {
  const others = process.listeners('unhandledRejection');
  const unheard: unknown[] = [];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (error) => void unheard.push(error));
  try {
    const done = await work();
    // What nobody waits for goes on behind the answer.
    for (let turn = 0; turn < turnsBehind; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return [done, unheard];
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
  }
}
