/** A listener that did not keep up: what it missed is gone, so it has to begin anew. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
  constructor() {
    super('You did not keep up with what happened, and have missed some of it. Subscribe again, and read what changed since.');
  }
}

/** What one listener has yet to take, in order and bounded. It is told until it ends, by itself or by its signal. */
export class Hearing<T> implements AsyncIterableIterator<T> {
  readonly #most: number;
  #onEnd: () => void = () => undefined;
  #waiting: T[] = [];
  #taker: { resolve(result: IteratorResult<T>): void; reject(error: Error): void } | null = null;
  #end: 'open' | 'over' | TooSlow = 'open';

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

  /** @throws TooSlow once, in the place of everything that it did not take */
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

  #close(end: 'over' | TooSlow): void {
    if (this.#end !== 'open') return;
    this.#end = end;
    this.#waiting = [];
    this.#taker?.resolve({ done: true, value: undefined });
    this.#taker = null;
    this.#onEnd();
  }
}
