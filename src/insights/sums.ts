import type { Big } from 'big.js';
import type { Insight } from '../domain/insight.ts';
import { tallyOf } from './tally.ts';

/** Sums that are compared. */
export interface Sums {
  readonly clicks: number;
  readonly applications: number;
  readonly cost: Big;
  /** How many amounts made the cost, each of which the source may have rounded. */
  readonly amounts: number;
}

/** What rounding of an amount to the cent makes at most. */
const halfCent = 0.005;

export function sumsOf(rows: Iterable<Insight>): Sums {
  const { clicks, applications, cost, amounts } = tallyOf(rows);
  return { clicks, applications, cost, amounts };
}

/** What is left of a whole without a part. */
export function without(whole: Sums, part: Sums): Sums {
  return { clicks: whole.clicks - part.clicks, applications: whole.applications - part.applications, cost: whole.cost.minus(part.cost), amounts: whole.amounts + part.amounts };
}

/** Whether two sums are the same: clicks and applications to the one, costs up to what rounding each amount to the cent explains. */
export function agree(a: Sums, b: Sums): boolean {
  return a.clicks === b.clicks && a.applications === b.applications && a.cost.minus(b.cost).abs().lte((a.amounts + b.amounts) * halfCent);
}
