import { troubleNames } from './acts.ts';
import type { Call } from './ledger.ts';
import type { Disturbance } from './timeline.ts';
import type { Recovery } from './recovery.ts';
import { quantile } from './verdict.ts';

/** A run in one line for whoever reads the log of CI: how much was asked, what was lost and by which codes, and under what. */
export function summaryOf(calls: readonly Call[], disturbances: readonly Disturbance[], recoveries: readonly Recovery[], postings: number, seconds: number): string {
  const codes = Map.groupBy(calls.flatMap(({ lost }) => lost), ({ code }) => code);
  const told = [...codes].map(([code, all]) => `${code} ${all.length}`).toSorted();
  const cut = calls.filter((call) => call.cut !== undefined).length;
  const stale = calls.filter((call) => call.stale.length > 0).length;
  const touched = calls.filter((call) => call.lost.length > 0).length;
  const kinds = [...Map.groupBy(calls, ({ kind }) => kind)].map(([kind, all]) => `${kind} ${all.length}`).toSorted();
  return [
    `${calls.length} operations in ${Math.round(seconds)} s (${kinds.join(', ')}; ${postings} vacancies posted)`,
    `${touched} told of a source that was missing (${told.join(', ') || 'none'})`,
    `${stale} told older rows, ${cut} were cut off with their replica`,
    `median ${Math.round(quantile(calls, 0.5))} ms, p99 ${Math.round(quantile(calls, 0.99))} ms`,
    `${disturbances.length} disturbances in ${recoveries.length} windows, ${kindsOf(disturbances)} of ${troubleNames.length} ways in which an upstream fails`,
    `all well again ${(Math.max(...recoveries.map(({ wellAfterMs }) => wellAfterMs ?? Number.POSITIVE_INFINITY)) / 1000).toFixed(1)} s behind them at the latest`,
  ].join('; ');
}

function kindsOf(disturbances: readonly Disturbance[]): number {
  return troubleNames.filter((trouble) => disturbances.some(({ name, sources }) => sources.some((source) => name === `${source} ${trouble}`))).length;
}
