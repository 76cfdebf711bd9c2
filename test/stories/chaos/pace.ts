/** A machine that starts a gateway in this many milliseconds keeps the times as they are; a slower one is given more, as far as so many times. */
const usualStartMs = 2000;
const slowest = 4;

/** The times of a run, milliseconds. */
export interface Pace {
  /** How many times as long as on a fast machine. */
  readonly times: number;
  /** Before anything is measured, and while it is measured how long things take without trouble. */
  readonly warmMs: number;
  readonly baselineMs: number;
  /** How long each trouble lasts at the least, how long everything may take to be well again behind it, and how long it has to be so. */
  readonly troubleMs: number;
  readonly recoveryMs: number;
  readonly calmMs: number;
  /** Budgets of the gateway. */
  readonly sourceMs: number;
  readonly operationMs: number;
  /** How slow a slow upstream is. */
  readonly latencyMs: number;
  /** Longest pause of a caller. */
  readonly pauseMs: number;
  /** In which postings are settled at the end: the lease of one that a killed replica ran has to run out, and what it sent is looked for again. */
  readonly settlingMs: number;
}

/**
 * Five seconds until all is well again are those that an upstream is left alone, which no machine makes longer, and the time of a call that
 * began before, which a slow one does.
 * @param startMs how long a gateway takes to start here; absent, as on a fast machine
 */
export function paceOf(startMs = 0): Pace {
  const times = Math.min(slowest, Math.max(1, startMs / usualStartMs));
  const ms = (usual: number): number => Math.round(usual * times);
  return { times, warmMs: 3000, baselineMs: 3000, troubleMs: 3000, recoveryMs: 3000 + ms(2000), calmMs: 1500, sourceMs: ms(2000), operationMs: ms(4000), latencyMs: ms(700), pauseMs: 150, settlingMs: ms(60_000) };
}
