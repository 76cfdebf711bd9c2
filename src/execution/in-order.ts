import { responsePathAsArray } from 'graphql';
import type { Failure } from './run.ts';

/**
 * Failures as graphql-js tells them: those of the first step as they stand in the answer, which it goes through from its first field to
 * its last, and the others as they came. graphql-jit goes through what is read of an object before it calls the object's resolvers.
 *
 * @param atOnce how many failed in the first step
 */
export function inOrder(failures: readonly Failure[], atOnce: number, data: unknown): readonly Failure[] {
  if (atOnce < 2) return failures;
  const placed = failures.slice(0, atOnce).map((failure) => ({ failure, place: placeOf(data, failure) }));
  placed.sort((one, other) => comparePlaces(one.place, other.place));
  return [...placed.map(({ failure }) => failure), ...failures.slice(atOnce)];
}

/** Of each key of its path, the how manieth it is of its object or list. */
function placeOf(data: unknown, { info }: Failure): readonly number[] {
  let value = data;
  return responsePathAsArray(info.path).map((key) => {
    if (typeof value !== 'object' || value === null) return 0;
    const place = typeof key === 'number' ? key : Object.keys(value).indexOf(key);
    value = Reflect.get(value, key);
    return place;
  });
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
