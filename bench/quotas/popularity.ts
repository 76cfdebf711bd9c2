import type { Random } from '../../sandbox/kit/random.ts';

/** Which of so many things is asked for: the first most of all. */
export interface Popularity {
  /** A thing, from 0. */
  draw(random: Random): number;
  /** The part of all askings that are for this thing. */
  partOf(thing: number): number;
}

/**
 * Zipf's law: the n-th of `count` things is asked for in proportion to 1 / n^exponent. 0 is all alike; catalogues on the web are between 0.6 and 1.
 * @throws RangeError where there is nothing to ask for
 */
export function zipf(count: number, exponent: number): Popularity {
  if (!(Number.isSafeInteger(count) && count > 0)) throw new RangeError(`there have to be things to ask for, not ${count}`);
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    sum += (index + 1) ** -exponent;
    upTo[index] = sum;
  }
  const at = (index: number): number => (upTo[index] ?? sum) / sum;
  return {
    draw: (random) => firstAbove(upTo, random.next() * sum),
    partOf: (thing) => at(thing) - (thing === 0 ? 0 : at(thing - 1)),
  };
}

/** The index of the first of ascending values that is above this one; the last where none is. */
function firstAbove(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
