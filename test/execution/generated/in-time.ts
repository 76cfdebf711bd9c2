/** Turns of the event loop in which everything that is made up has come. */
const enoughTurns = 500;

/** @throws where work does not come to an end, in turns and not in time, so that a machine may be slow */
export async function inTime<T>(work: T | Promise<T>): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([work, lateUnless(over.signal)]);
  } finally {
    over.abort();
  }
}

async function lateUnless(over: AbortSignal): Promise<never> {
  for (let turns = 0; turns < enoughTurns && !over.aborted; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  throw new Error('never answered');
}
