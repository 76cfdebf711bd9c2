/** How many calls may be repeated, seen over the last moments. */
export interface RetryBudget {
  /** Notes a call, however often it is repeated. */
  note(): void;
  /** Takes a repetition; false where none is left. */
  take(): boolean;
}

export interface RetryBudgetOptions {
  /** Repetitions a call. */
  readonly share?: number;
  /** Repetitions that there are in a window however few calls there were, so that a quiet gateway may repeat at all. */
  readonly least?: number;
  readonly windowMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** The window moves on by so many parts of itself. */
const slices = 10;

/**
 * A tenth more calls than there are, and ten in ten seconds at least: an upstream that fails because it has too much to do must not be given
 * three times as much by everyone who asks again. To be shared by all calls with one credential of an upstream.
 */
export function retryBudget({ share = 0.1, least = 10, windowMs = 10_000, now = Date.now }: RetryBudgetOptions = {}): RetryBudget {
  const sliceMs = windowMs / slices;
  const [calls, taken] = [tally(), tally()];
  let last = Math.floor(now() / sliceMs);

  function turn(): number {
    const at = Math.floor(now() / sliceMs);
    // A clock that was set back leaves nothing that could be told the age of.
    const passed = at < last ? slices : Math.min(slices, at - last);
    for (let back = 0; back < passed; back += 1) {
      calls.clear(slotOf(at - back));
      taken.clear(slotOf(at - back));
    }
    last = at;
    return slotOf(at);
  }

  return {
    note() {
      calls.add(turn());
    },
    take() {
      const slot = turn();
      if (taken.sum() >= Math.max(least, Math.floor(calls.sum() * share))) return false;
      taken.add(slot);
      return true;
    },
  };
}

function slotOf(slice: number): number {
  return ((slice % slices) + slices) % slices;
}

/** Counts by slice, and their sum. */
function tally() {
  const counts = new Uint32Array(slices);
  let sum = 0;
  return {
    sum: () => sum,
    add(slot: number) {
      counts[slot] = (counts[slot] ?? 0) + 1;
      sum += 1;
    },
    clear(slot: number) {
      sum -= counts[slot] ?? 0;
      counts[slot] = 0;
    },
  };
}
