/**
 * What is under way, by key: it comes and goes thousands of times a second. A Map of the things themselves would cost the garbage collector as
 * much as the work: V8 makes a Map a new table every few deletions, and chains the old ones to it. Those that are old themselves keep the chain,
 * and all that stood in it, alive until the next full collection. Here tables hold places only, and a place that is left is used again.
 */
export class Keyed<T> {
  readonly #places = new Map<string, number>();
  readonly #things: (T | undefined)[] = [];
  readonly #free: number[] = [];

  get(key: string): T | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#things[place];
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Puts a thing in the place of what its key named before. */
  set(key: string, thing: T): void {
    const place = this.#places.get(key) ?? this.#free.pop() ?? this.#things.length;
    this.#places.set(key, place);
    this.#things[place] = thing;
  }

  /** Lets a thing go; what its key names by now, if that is another, stays. */
  delete(key: string, thing: T): void {
    const place = this.#places.get(key);
    if (place === undefined || this.#things[place] !== thing) return;
    this.#places.delete(key);
    this.#things[place] = undefined;
    this.#free.push(place);
  }
}
