import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from './pace.ts';
import type { Trouble, Verdict } from './verdict.ts';

/** How a trouble ended. */
export interface Recovery {
  /** What was not as before when its time was over. */
  readonly wrong: readonly string[];
  /** From when on all was as before, milliseconds behind the trouble; null where it was not. */
  readonly wellAfterMs: number | null;
}

const lookEveryMs = 250;

/**
 * Waits until all is as before for so long as calm is, and says when that began; where it does not become so in the time that there is for
 * it, says what is wrong from then on. Where too little is asked to tell, it looks back further, and at the end a little longer.
 */
export async function recoveryFrom(trouble: Pick<Trouble, 'until'>, pace: Pick<Pace, 'recoveryMs' | 'calmMs' | 'operationMs'>, look: (from: number, until: number) => Verdict, isStalled: (from: number, until: number) => boolean): Promise<Recovery> {
  const due = trouble.until + pace.recoveryMs;
  for (;;) {
    await sleep(lookEveryMs);
    const now = performance.now();
    for (const backMs of [pace.calmMs, 2 * pace.calmMs, 3 * pace.calmMs]) {
      const from = Math.max(trouble.until, now - backMs);
      const { wrong, tooFew, allAsked } = look(from, now);
      if (wrong.length === 0 && !tooFew && allAsked && from <= due && now - from >= pace.calmMs) return { wrong, wellAfterMs: from - trouble.until };
    }
    if (now < due + pace.calmMs) continue;
    const { wrong, tooFew } = look(due, now);
    if (!tooFew || now >= due + pace.calmMs + 2 * pace.operationMs) {
      const silent = tooFew && !isStalled(due, now) ? ['hardly anything is answered any more'] : [];
      return { wrong: [...wrong, ...silent], wellAfterMs: wrong.length + silent.length === 0 ? pace.recoveryMs : null };
    }
  }
}
