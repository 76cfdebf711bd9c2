import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Answers } from './answers.ts';


/** Holds the next answer back until the one before has been sent: nothing piles up for a client that reads slowly. */
export class Flow {
  #unsent = 0;
  #waiting: (() => void) | null = null;

  /** One more was sent. */
  sent(): void {
    this.#unsent -= 1;
    if (this.#unsent <= 0) this.release();
  }

  /** Holds nothing back just now, such as when the client has left. */
  release(): void {
    this.#unsent = 0;
    this.#waiting?.();
    this.#waiting = null;
  }

  through(answers: Answers): Answers {
    return {
      next: async () => {
        if (this.#unsent > 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
        const answer = await answers.next();
        if (answer.done !== true) this.#unsent += 1;
        return answer;
      },
      return: (value) => {
        this.release();
        return answers.return(value);
      },
      throw: (error) => {
        this.release();
        return answers.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        await this.return();
      },
    };
  }
}

/** Writes a part of an answer, and waits while the client does not take it; one that takes nothing for too long is cut off. */
export async function write(response: ServerResponse, part: string, patienceMs: number): Promise<void> {
  if (response.destroyed || response.write(part)) return;
  const patience = new AbortController();
  const timer = setTimeout(() => response.destroy(), patienceMs);
  try {
    await Promise.race([once(response, 'drain', { signal: patience.signal }), once(response, 'close', { signal: patience.signal })]);
  } catch {
    // It was destroyed.
  } finally {
    clearTimeout(timer);
    patience.abort();
  }
}
