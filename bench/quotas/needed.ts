import { busiest } from './figures.ts';
import type { Demand } from './load.ts';
import type { Quota } from './model.ts';
import { steady, type World } from './steady.ts';

/** Freshness that one may choose among, milliseconds. */
export const steps: readonly number[] = [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400].map((seconds) => seconds * 1000);

/** The least freshness of pages and rows with which a load stays within a quota in its busiest stretch; null where a day is not enough. */
export function neededFreshness(demand: Demand, world: Omit<World, 'freshMs' | 'quota'>, { points, windowMs }: Pick<Quota, 'points' | 'windowMs'>): number | null {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const freshMs = steps[middle] ?? Number.NaN;
    if (busiest(steady(demand, { ...world, freshMs, quota: null }).outcome, windowMs) <= points) high = middle;
    else low = middle + 1;
  }
  return steps[low] ?? null;
}
