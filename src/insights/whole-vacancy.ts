import { Big } from 'big.js';
import type { Insight } from '../domain/insight.ts';

/**
 * A vacancy's rows as one: a board may tell it once for each of its campaigns. Figures are summed, null where no row tells them; what the
 * rows differ in is null, since neither is the vacancy's.
 */
export function wholeOf(first: Insight, ...others: readonly Insight[]): Insight {
  if (others.length === 0) return first;
  const rows = [first, ...others];
  const common = <Key extends keyof Insight>(key: Key): Insight[Key] | null => (rows.every((row) => row[key] === first[key]) ? first[key] : null);
  const sum = (key: 'clicks' | 'cost' | 'applications'): number | null => {
    const told = rows.map((row) => row[key]).filter((figure) => figure !== null);
    return told.length === 0 ? null : told.reduce((total, figure) => total.plus(figure), new Big(0)).toNumber();
  };
  return {
    ...first,
    status: common('status'),
    runtime: common('runtime'),
    campaign: common('campaign'),
    functionGroup: common('functionGroup'),
    contactName: common('contactName'),
    contactEmail: common('contactEmail'),
    costPerClick: common('costPerClick'),
    clicks: sum('clicks'),
    cost: sum('cost'),
    applications: sum('applications'),
  };
}
