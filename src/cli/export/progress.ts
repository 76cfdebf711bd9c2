import { SingleBar } from 'cli-progress';
import type { Progress } from '../../exports/progress.ts';
import type { FileOfRows } from './to-file.ts';

/** How often a line is written where no bar can be drawn, milliseconds. */
const lineEveryMs = 5000;

export interface ShownProgress {
  readonly told: FileOfRows['told'];
  end(): void;
}

/** Shows how far a file is: a bar where a person looks on, else a line now and then. */
export function showProgress(to: NodeJS.WriteStream): ShownProgress {
  return to.isTTY ? bar(to) : lines(to);
}

/** A bar of time: what has gone by of what it takes in all, where that can be told. */
function bar(to: NodeJS.WriteStream): ShownProgress {
  const began = Date.now();
  const shown = new SingleBar({ stream: to, format: '{bar} {rows} rows, {pages} pages, {waited} s waited for the rate limit, {left}', hideCursor: true });
  shown.start(1, 0, payloadOf({ rows: 0, pages: 0, waitSeconds: 0, secondsLeft: null }));
  return {
    told({ progress }) {
      const goneBy = (Date.now() - began) / 1000;
      shown.setTotal(progress.secondsLeft === null ? 1 : Math.max(0.001, goneBy + progress.secondsLeft));
      shown.update(progress.secondsLeft === null ? 0 : goneBy, payloadOf(progress));
    },
    end: () => shown.stop(),
  };
}

function lines(to: NodeJS.WriteStream): ShownProgress {
  let lastAt = 0;
  return {
    told({ kind, progress }) {
      const now = Date.now();
      if (kind === 'page' && now - lastAt < lineEveryMs) return;
      lastAt = now;
      const { rows, pages, waited, left } = payloadOf(progress);
      to.write(kind === 'resumed' ? `Going on behind ${rows} rows of an earlier run.\n` : `${rows} rows, ${pages} pages, ${waited} s waited for the rate limit, ${left}\n`);
    },
    end: () => undefined,
  };
}

function payloadOf({ rows, pages, waitSeconds, secondsLeft }: Progress) {
  return { rows, pages, waited: waitSeconds, left: secondsLeft === null ? 'time left unknown' : `${secondsLeft} s left` };
}
