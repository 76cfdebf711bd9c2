import type { SourceName } from '../../../src/domain/source-name.ts';
import type { Call, Ledger } from './ledger.ts';
import type { Yardstick } from './yardstick.ts';

/** A stretch of time, milliseconds of `performance.now()`. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Something that was done to the surroundings for a while. */
export interface Trouble extends Span {
  readonly names: readonly string[];
  readonly sources: readonly SourceName[];
}

/** What is to be said of a stretch behind a trouble. */
export interface Verdict {
  /** What is not as it was before. */
  readonly wrong: readonly string[];
  /** Too few calls ended to say how long they take. */
  readonly tooFew: boolean;
  /** Whether every source that was in trouble was asked. */
  readonly allAsked: boolean;
}

/** Behind a trouble calls may take this many times what they took at the beginning, and on a fast machine as long as this, milliseconds. */
const median = { factor: 5, floorMs: 250 };
const late = { factor: 5, floorMs: 1500 };
/** Fewer calls say nothing of a time. */
const fewest = 10;

/**
 * Holds how a trouble's sources answer in a stretch behind it, and how long calls take that end in it or go on, against the beginning.
 * @param baseline without any trouble, at the beginning
 */
export function verdictOf(trouble: Trouble, span: Span, { calls, open }: Pick<Ledger, 'calls' | 'open'>, baseline: Span, machine: Pick<Yardstick, 'median' | 'stalled'>): Verdict {
  const name = trouble.names.join(', ');
  const steady = (one: Span): boolean => !machine.stalled(one.from, one.until);
  const ended = endedIn(calls, span);
  const asked = trouble.sources.map((source) => {
    const those = ended.filter((call) => call.from >= span.from && call.sources.includes(source) && steady(call));
    return { source, count: those.length, lost: those.filter((call) => call.lost.some((loss) => loss.source === source)).length };
  });
  const wrong = asked.filter(({ lost }) => lost > 0).map(({ source, count, lost }) => `after ${name}: ${source} is missing in ${lost} of ${count} answers`);
  const allAsked = asked.every(({ count }) => count > 0);
  // A call that never ends is the slowest of all.
  const [before, behind] = [endedIn(calls, baseline).filter(steady), [...ended, ...[...open].map(({ from }) => ({ from, until: span.until }))].filter(steady)];
  if (before.length < fewest || behind.length < fewest) return { wrong, tooFew: true, allAsked };
  // Where the machine itself became slower, so may everything on it.
  const slower = Math.max(1, (machine.median(span.from, span.until) ?? 1) / Math.max(1, machine.median(baseline.from, baseline.until) ?? 1));
  for (const [part, { factor, floorMs }] of [[0.5, median], [0.95, late]] as const) {
    const [was, is] = [quantile(before, part), quantile(behind, part)];
    const most = Math.max(floorMs, was * factor) * slower;
    if (is > most) wrong.push(`after ${name}: ${part * 100} % of calls take ${Math.round(is)} ms, and took ${Math.round(was)} ms; ${Math.round(most)} ms were allowed`);
  }
  return { wrong, tooFew: false, allAsked };
}

/** Those that were answered within a stretch. A posting looks for what it sent and so takes its time. */
function endedIn(calls: readonly Call[], { from, until }: Span): Call[] {
  return calls.filter((call) => call.until >= from && call.until <= until && call.cut === undefined && call.kind !== 'posting');
}

/** Of how long calls took, milliseconds. */
export function quantile(calls: readonly Span[], part: number): number {
  const times = calls.map(({ from, until }) => until - from).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
}
