import type { SourceName } from '../../../src/domain/source-name.ts';
import type { Call } from './ledger.ts';
import type { Yardstick } from './yardstick.ts';

/** A window of trouble and the calm behind it. Times are milliseconds of `performance.now()`. */
export interface Window {
  readonly names: readonly string[];
  readonly sources: readonly SourceName[];
  readonly from: number;
  /** From when all was to be as before. */
  readonly calmFrom: number;
  readonly until: number;
}

/** Without any trouble, at the beginning. */
export type Baseline = Pick<Window, 'from' | 'until'>;

/** A run's calm may take this many times what its beginning took, and on a fast machine as long as this, milliseconds. */
const median = { factor: 5, floorMs: 250 };
const late = { factor: 5, floorMs: 1500 };
/** Fewer calls say nothing of a time. */
const fewest = 10;

/** What is wrong with how a window ended: sources that did not answer again, and calls that took longer than before. */
export function afterWindow(window: Window, calls: readonly Call[], baseline: Baseline, machine: Pick<Yardstick, 'median' | 'stalled'>): string[] {
  const name = window.names.join(', ');
  const calm = answered(calls, window.calmFrom, window.until);
  const wrong = window.sources.filter((source) => isSilent(source, calm)).map((source) => `after ${name}: ${source} never answered again`);
  const steady = (call: Call): boolean => !machine.stalled(call.from, call.until);
  const [before, behind] = [answered(calls, baseline.from, baseline.until).filter(steady), calm.filter(steady)];
  if (before.length < fewest || behind.length < fewest) return wrong;
  // Where the machine itself became slower, so may everything on it.
  const slower = Math.max(1, (machine.median(window.calmFrom, window.until) ?? 1) / Math.max(1, machine.median(baseline.from, baseline.until) ?? 1));
  for (const [part, { factor, floorMs }] of [[0.5, median], [0.95, late]] as const) {
    const [was, is] = [quantile(before, part), quantile(behind, part)];
    const most = Math.max(floorMs, was * factor) * slower;
    if (is > most) wrong.push(`after ${name}: ${part * 100} % of calls take ${Math.round(is)} ms, and took ${Math.round(was)} ms; ${Math.round(most)} ms were allowed`);
  }
  return wrong;
}

/** Whether a source was asked and not once heard. */
function isSilent(source: SourceName, calls: readonly Call[]): boolean {
  const asked = calls.filter(({ sources }) => sources.includes(source));
  return asked.length > 0 && asked.every(({ lost }) => lost.some((loss) => loss.source === source));
}

function answered(calls: readonly Call[], from: number, until: number): Call[] {
  return calls.filter((call) => call.from >= from && call.until <= until && call.cut === undefined && call.kind !== 'posting');
}

/** Of how long calls took, milliseconds. */
export function quantile(calls: readonly Pick<Call, 'from' | 'until'>[], part: number): number {
  const times = calls.map(({ from, until }) => until - from).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
}
