import type { Batch } from './batch.ts';
import type { Summary } from './encoder.ts';
import type { Progress } from './progress.ts';

/** Pages that a source gives at once; only beyond them the rate limit says how long it takes. */
const pagesAtOnce = 8;

/** Counts what an export has come to. */
export interface Meter {
  /** A page takes so long at least while many are read, seconds. */
  paceBy(secondsAPage: number): void;
  /** Calls waited so long for their turn. */
  waited(ms: number): void;
  /** A source is not in the file. */
  skipped(source: string): void;
  /** Goes on from what an earlier run had. */
  resume(summary: Summary): void;
  add(batch: Batch): void;
  progress(): Progress;
  summary(): Summary;
}

/** @param now milliseconds */
export function meterOf(now: () => number): Meter {
  const began = now();
  let [rows, unreadable, pages, read, before, waitedMs, secondsAPage] = [0, 0, 0, 0, 0, 0, 0];
  let total: number | null = null;
  const skipped = new Set<string>();

  function secondsLeft(): number | null {
    if (total === null || read === 0) return null;
    const pagesLeft = Math.max(0, total - before - read) / (read / pages);
    const measured = (now() - began) / 1000 / pages;
    return Math.ceil(pagesLeft * Math.max(measured, pagesLeft > pagesAtOnce ? secondsAPage : 0));
  }

  return {
    paceBy(seconds) {
      secondsAPage = seconds;
    },
    waited(ms) {
      waitedMs += ms;
    },
    skipped(source) {
      skipped.add(source);
    },
    resume(summary) {
      for (const source of summary.skipped) skipped.add(source);
      rows = summary.rows;
      unreadable = summary.unreadable;
      before = summary.rows + summary.unreadable;
    },
    add(batch) {
      rows += batch.rows.length;
      unreadable += batch.unreadable;
      read += batch.read;
      pages += 1;
      total = batch.total;
    },
    progress: () => ({ rows, pages, waitSeconds: Math.round(waitedMs / 1000), secondsLeft: secondsLeft() }),
    summary: () => ({ rows, unreadable, skipped: [...skipped] }),
  };
}
