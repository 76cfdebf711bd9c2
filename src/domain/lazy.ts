/** Where each part of a thing is read from; a part that is not named stays as it is while nothing is known. */
export type Parts<Thing, Row> = { readonly [Part in keyof Thing]?: (row: Row) => Thing[Part] };

/**
 * A mapping from rows to things whose parts are made when they are first asked for: a page shows a few of a vacancy's forty, and to make them
 * all costs more than reading the row did. A part that was made is kept; one that came to null is looked for again, which is cheap. The parts
 * are inherited, so that `for in` finds them and a spread, `Object.keys` and JSON do not: such a thing is read, not copied.
 * @param unknown the thing of which nothing is known
 * @param parts pure, and throw nothing: who reads a part expects no failure
 */
export function lazily<Thing extends object, Row>(unknown: Thing, parts: Parts<Thing, Row>): (row: Row) => Thing {
  // The keys of an object of this type are what its type says.
  const names = Object.keys(parts) as (keyof Thing)[];

  class Lazy {
    readonly #row: Row;
    readonly #made: unknown[] = [];

    constructor(row: Row) {
      this.#row = row;
    }

    static {
      Object.assign(this.prototype, unknown);
      for (const [index, name] of names.entries()) {
        const make = parts[name];
        if (make === undefined) continue;
        Object.defineProperty(this.prototype, name, {
          enumerable: true,
          get(this: Lazy): unknown {
            return (this.#made[index] ??= make(this.#row));
          },
        });
      }
    }
  }
  // Every part of a thing is on the class's prototype, which TypeScript does not see.
  return (row) => new Lazy(row) as unknown as Thing;
}
