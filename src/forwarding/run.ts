import type { Happenings } from '../context.ts';
import { CutOff, TooSlow } from '../domain/happening.ts';
import { Forwarder, type ForwarderParts } from './forwarder.ts';

/** How often is looked for what has become due, milliseconds. */
const lookEveryMs = 1000;

export interface RunParts extends Omit<ForwarderParts, 'ended'> {
  readonly happenings: Pick<Happenings, 'hear'>;
  readonly lookEveryMs?: number;
}

/** Something that works until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** Forwards until it is closed: at once where an application is received, and by looking for what is due. */
export function runForwarder({ happenings, lookEveryMs: everyMs = lookEveryMs, ...parts }: RunParts): Running {
  const { unexpected } = parts;
  const forwarder = new Forwarder({ ...parts, ended: wake });
  const closing = new AbortController();
  let looking: Promise<void> | undefined;
  let again = false;

  async function look(): Promise<void> {
    do {
      again = false;
      await forwarder.begin();
    } while (again);
  }
  function wake(): void {
    if (closing.signal.aborted) return;
    again = true;
    looking ??= look()
      .catch(unexpected)
      .finally(() => {
        looking = undefined;
        if (again) wake();
      });
  }
  /** One that is cut off listens anew, and looks for what it missed. */
  async function hear(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        for await (const _application of happenings.hear('applicationReceived', closing.signal)) wake();
      } catch (error) {
        if (!(error instanceof CutOff) && !(error instanceof TooSlow)) throw error;
      }
      wake();
    }
  }

  const timer = setInterval(wake, everyMs);
  timer.unref();
  void hear().catch(unexpected);
  wake();
  return {
    async close() {
      clearInterval(timer);
      closing.abort();
      await looking;
      await forwarder.close();
    },
  };
}
