import type { Context } from '../context.ts';
import type { Insight } from '../domain/insight.ts';
import { accountOf, type DayReading } from './read-days.ts';
import { type InsightSource, scanInsights } from './scan.ts';
import { agree, type Sums, sumsOf, without } from './sums.ts';

/** Readings that looking for days that do not fit may cost, and days that it may find. */
const maxReadings = 12;
const maxDays = 5;
/** A day that was asked for anew so often and still does not fit will not. */
const maxDoubts = 3;

/** Whether days make what the source tells of their whole period. */
export function fits(days: readonly DayReading[], period: readonly Insight[]): boolean {
  return agree(sumsOfDays(days), sumsOf(period));
}

function sumsOfDays(days: readonly DayReading[]): Sums {
  return sumsOf(days.flatMap(({ rows }) => rows));
}

/**
 * Looks for the days that do not fit their period, by halves, and has those that are kept asked for anew the next time. Of a part the
 * source is asked for the first half: what is left is the other's.
 * @returns the days that were found
 */
export async function doubtDays(context: Context, source: InsightSource, days: readonly DayReading[], period: readonly Insight[]): Promise<ReadonlySet<string>> {
  const found: DayReading[] = [];
  let readings = 0;

  async function search(part: readonly DayReading[], told: Sums): Promise<void> {
    const [first] = part;
    if (first === undefined || found.length >= maxDays || agree(sumsOfDays(part), told)) return;
    if (part.length === 1) {
      found.push(first);
      return;
    }
    if (readings >= maxReadings) return;
    readings += 1;
    const half = part.slice(0, Math.ceil(part.length / 2));
    const { rows, complete } = await scanInsights(context, source, { from: first.day, to: half.at(-1)?.day ?? first.day }, false);
    if (!complete) return;
    const toldOfHalf = sumsOf(rows);
    await search(half, toldOfHalf);
    await search(part.slice(half.length), without(told, toldOfHalf));
  }
  await search(days, sumsOf(period));
  const again = found.filter(({ doubts }) => doubts !== null && doubts < maxDoubts).map(({ day }) => day);
  await context.store.insightDays.doubt(accountOf(source), again);
  return new Set(found.map(({ day }) => day));
}
