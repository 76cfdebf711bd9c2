import { Big } from 'big.js';
import type { Insight } from '../domain/insight.ts';
import type { InsightDimension, InsightGroup, InsightKey } from '../domain/insight-figures.ts';
import { keysOf } from './dimensions.ts';

/** The board's amounts are euros; where there is no row to tell, they would have been. */
const usualCurrency = 'EUR';

/**
 * A sum of figures. Amounts are added as the decimals that they are written as, so that no number of rows makes a cent of drift, whatever
 * their number of digits. A figure that the source does not tell adds nothing.
 */
export class Tally {
  readonly keys: readonly InsightKey[];
  clicks = 0;
  cost = new Big(0);
  applications = 0;
  /** Rows with an amount, each of which the source may have rounded. */
  amounts = 0;
  readonly #vacancies = new Set<string>();
  #currency: string | null = null;

  constructor(keys: readonly InsightKey[] = []) {
    this.keys = keys;
  }

  add({ source, sourceId, clicks, cost, applications, currency }: Insight): void {
    this.clicks += clicks ?? 0;
    this.applications += applications ?? 0;
    if (cost !== null && cost !== 0) {
      this.cost = this.cost.plus(cost);
      this.amounts += 1;
    }
    this.#vacancies.add(`${source} ${sourceId}`);
    this.#currency ??= currency;
  }

  get currency(): string {
    return this.#currency ?? usualCurrency;
  }

  /** With rates of the sums, never averages of rates; null where they would divide by nothing. */
  group(): InsightGroup {
    const { keys, clicks, applications, currency } = this;
    const cost = this.cost.toNumber();
    return {
      keys,
      currency,
      vacancies: this.#vacancies.size,
      clicks,
      cost,
      applications,
      costPerClick: clicks === 0 ? null : cost / clicks,
      applicationRate: clicks === 0 ? null : applications / clicks,
      costPerApplication: applications === 0 ? null : cost / applications,
    };
  }
}

/** One sum for all rows. */
export function tallyOf(rows: Iterable<Insight>): Tally {
  const tally = new Tally();
  for (const row of rows) tally.add(row);
  return tally;
}

/** A sum for each group of rows, those with the most clicks first, then by their keys. */
export function talliesBy(rows: Iterable<Insight>, dimensions: readonly InsightDimension[]): readonly Tally[] {
  const groups = new Map<string, Tally>();
  for (const row of rows) {
    const keys = keysOf(row, dimensions);
    const name = nameOf(keys);
    const tally = groups.get(name) ?? new Tally(keys);
    tally.add(row);
    groups.set(name, tally);
  }
  return [...groups].toSorted(([nameA, a], [nameB, b]) => b.clicks - a.clicks || (nameA < nameB ? -1 : 1)).map(([, tally]) => tally);
}

/** A name that groups of equal keys share. */
export function nameOf(keys: readonly InsightKey[]): string {
  return JSON.stringify(keys.map(({ value }) => value));
}
