import type { Random } from '../../sandbox/kit/random.ts';
import type { Kept } from './kept.ts';
import type { Demand } from './load.ts';
import type { Life, Setting } from './model.ts';
import { keyOfPage, keyOfRow } from './simulate.ts';

/**
 * Fills a cache as it is found when the load has been there for long, so that a freshness of hours needs no hours to be simulated. What is asked for
 * at random, λ times in a second, is fresh for T and then waits 1/λ on average to be asked for: at any time it is fresh with λT / (1 + λT).
 */
export function settled({ load, lists, rows, shown }: Demand, { pageLife, rowLife }: Setting, random: Random): (kept: Kept, part: number) => void {
  const ofRow = new Float64Array(load.rows);
  for (let row = 0; row < load.rows; row += 1) ofRow[row] = (1 - load.listShare) * rows.partOf(row);
  for (const [list, { rows: its }] of shown.entries()) for (const row of its) ofRow[row] = (ofRow[row] ?? 0) + load.listShare * lists.partOf(list);

  function fillOne(kept: Kept, key: number, aSecond: number, life: Life): void {
    const perMs = aSecond / 1000;
    if (!(perMs > 0 && life.freshMs > 0)) return;
    const isFresh = random.chance((perMs * life.freshMs) / (1 + perMs * life.freshMs));
    const freshUntil = isFresh ? random.next() * life.freshMs : Math.log(1 - random.next()) / perMs;
    if (freshUntil + life.staleMs > 0) kept.keep(key, freshUntil, life);
  }

  // The least asked for first: it is the first to go.
  return (kept, part) => {
    const perSecond = load.perSecond * part;
    for (let row = load.rows - 1; row >= 0; row -= 1) fillOne(kept, keyOfRow(row), perSecond * (ofRow[row] ?? 0), rowLife);
    for (let list = load.lists - 1; list >= 0; list -= 1) {
      for (const page of shown[list]?.pages ?? []) fillOne(kept, keyOfPage(page), perSecond * load.listShare * lists.partOf(list), pageLife);
    }
  };
}
