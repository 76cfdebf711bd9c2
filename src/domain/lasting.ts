/**
 * How long an answer stays as it is: until the first of what was read for it is no longer fresh. Whoever reads what is kept says until when that is
 * fresh; whatever else an answer is made of says 0, since nobody can tell.
 */
export class Lasting {
  #end = Number.POSITIVE_INFINITY;

  /** Milliseconds since the epoch; infinite while nothing was read. */
  get end(): number {
    return this.#end;
  }

  /** @param end milliseconds since the epoch */
  until(end: number): void {
    if (end < this.#end) this.#end = end;
  }
}
