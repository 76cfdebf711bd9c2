/** A clock that runs with the system's but can be moved by a test: keys expire, windows close, without waiting. */
export class MovableClock {
  #offsetMs = 0;

  /** Milliseconds since the epoch, as this sandbox sees it. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Moves the clock; negative values move it back. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }

  /** Sets the clock to an instant, from which it runs on. */
  set(epochMs: number): void {
    this.#offsetMs = epochMs - Date.now();
  }

  reset(): void {
    this.#offsetMs = 0;
  }
}
