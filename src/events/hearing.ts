import { CutOff, TooSlow } from '../domain/happening.ts';

/** What one listener has yet to take, in order and bounded. It is told until it ends, by itself or by its signal. */
export class Hearing<T> implements AsyncIterableIterator<T> {
  readonly #most: number;
  #onEnd: () => void = () => undefined;
  #waiting: T[] = [];
  #taker: { resolve(result: IteratorResult<T>): void; reject(error: Error): void } | null = null;
  #end: 'open' | 'over' | TooSlow | CutOff = 'open';

  /** @param most that may wait, beyond which the listener is cut off */
  constructor(signal: AbortSignal, most: number) {
    this.#most = most;
    if (signal.aborted) this.#close('over');
    else signal.addEventListener('abort', () => this.#close('over'), { once: true });
  }

  /** Calls back once it takes no more; at once where it has ended already. */
  whenOver(forget: () => void): void {
    if (this.#end === 'open') this.#onEnd = forget;
    else forget();
  }

  tell(thing: T): void {
    if (this.#end !== 'open') return;
    const taker = this.#taker;
    if (taker !== null) {
      this.#taker = null;
      taker.resolve({ done: false, value: thing });
    } else if (this.#waiting.length < this.#most) {
      this.#waiting.push(thing);
    } else {
      this.#close(new TooSlow());
    }
  }

  /** Ends it: it may have missed something, so it has to begin anew. */
  cutOff(): void {
    this.#close(new CutOff());
  }

  /** @throws TooSlow, or CutOff, once, in the place of everything that it did not take */
  async next(): Promise<IteratorResult<T>> {
    const [thing] = this.#waiting.splice(0, 1);
    if (thing !== undefined) return { done: false, value: thing };
    if (this.#end === 'over') return { done: true, value: undefined };
    if (this.#end !== 'open') {
      const error = this.#end;
      this.#end = 'over';
      throw error;
    }
    return new Promise((resolve, reject) => {
      this.#taker = { resolve, reject };
    });
  }

  async return(): Promise<IteratorResult<T>> {
    this.#close('over');
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(end: 'over' | TooSlow | CutOff): void {
    if (this.#end !== 'open') return;
    const taker = this.#taker;
    this.#taker = null;
    this.#waiting = [];
    // Who waits is told at once, and everybody else as it asks for more.
    this.#end = taker === null ? end : 'over';
    if (end === 'over') taker?.resolve({ done: true, value: undefined });
    else taker?.reject(end);
    this.#onEnd();
  }
}
