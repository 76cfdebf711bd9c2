import { Refusal } from './refusal.ts';
import type { Parameters } from './parameters.ts';
import type { VdabSwitches } from './switches.ts';

const dayMs = 86_400_000;

/** Something that bulk synchronisation reports. */
export interface Changing {
  readonly id: string;
  /** When it was created, changed or deleted: milliseconds since the epoch, ascending. */
  readonly changes: readonly number[];
}

/** A span of time in milliseconds since the epoch; `tot` itself belongs to it or not. */
export interface Window {
  readonly van: number;
  readonly tot: number;
  readonly inclusive: boolean;
}

/** The span that `van` and `tot` give; 400 where it runs backwards or is longer than the switch allows. */
export function readWindow(parameters: Parameters, switches: VdabSwitches): Window {
  const van = parameters.instant('van');
  const tot = parameters.instant('tot');
  if (tot <= van) throw new Refusal(400, 'Parameter tot moet na van liggen');
  if (switches.maxBulkDays > 0 && tot - van > switches.maxBulkDays * dayMs) {
    throw new Refusal(400, `Het tijdvak van van tot tot is langer dan ${switches.maxBulkDays} dagen`);
  }
  return { van, tot, inclusive: switches.bulkUntil === 'inclusive' };
}

/** Whatever changed in the span, each once, by its last change within it and then by id. */
export function changedWithin<T extends Changing>(all: readonly T[], window: Window): T[] {
  const found: { item: T; at: number }[] = [];
  for (const item of all) {
    const at = item.changes.findLast((at) => at < window.tot || (window.inclusive && at === window.tot));
    if (at !== undefined && at >= window.van) found.push({ item, at });
  }
  return found.toSorted((a, b) => a.at - b.at || (a.item.id < b.item.id ? -1 : 1)).map(({ item }) => item);
}
