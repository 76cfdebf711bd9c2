import type { Parameters } from './parameters.ts';
import type { VdabSwitches } from './switches.ts';

/** The page sizes of one endpoint: what `aantal` may be, and what it is when it is not given. */
export interface PageRule {
  readonly max: number;
  readonly standard: number;
}

export const searchPages: PageRule = { max: 200, standard: 50 };
export const bulkPages: PageRule = { max: 2000, standard: 100 };

export interface Page {
  /** How many rows are skipped. */
  readonly vanaf: number;
  readonly aantal: number;
}

/** The page that `vanaf` (an offset from 0) and `aantal` (a size) ask for. */
export function readPage(parameters: Parameters, rule: PageRule): Page {
  return {
    vanaf: parameters.integer('vanaf', 0, 100_000_000) ?? 0,
    aantal: parameters.integer('aantal', 1, rule.max) ?? rule.standard,
  };
}

export interface Listing {
  readonly aantal: number;
  readonly resultaten: readonly object[];
}

/** The listing that search, bulk and `initial` answer: one page of the matches, each as its row. */
export function listing<T>(matches: readonly T[], page: Page | null, row: (match: T) => object, switches: VdabSwitches): Listing {
  const shown = page === null ? matches : matches.slice(page.vanaf, page.vanaf + page.aantal);
  return { aantal: switches.aantalMeaning === 'total' ? matches.length : shown.length, resultaten: shown.map(row) };
}
