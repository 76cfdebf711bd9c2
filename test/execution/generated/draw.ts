import * as fc from 'fast-check';

/** Choices that a property draws one after the other, each depending on those before. */
export interface Draw {
  /** From 0 up to, and not including, this. */
  below(count: number): number;
  /** True about so often out of a hundred times. */
  often(percent: number): boolean;
  /** @throws of an empty list */
  from<T>(choices: readonly T[]): T;
}

export const draws: fc.Arbitrary<Draw> = fc.gen().map((generate) => {
  const below = (count: number) => generate(fc.nat, count - 1);
  return {
    below,
    // Smaller numbers are what shrinking leads to: there nothing unusual is done.
    often: (percent) => below(100) >= 100 - percent,
    from(choices) {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
});
