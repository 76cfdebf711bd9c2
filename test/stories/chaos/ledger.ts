import type { Loss } from './judge.ts';
import type { SourceName } from '../../../src/domain/source-name.ts';
import type { Timeline } from './timeline.ts';

/** One operation that was asked. Times are milliseconds of `performance.now()`. */
export interface Call {
  readonly kind: string;
  readonly sources: readonly SourceName[];
  readonly replica: number;
  readonly from: number;
  readonly until: number;
  readonly lost: readonly Loss[];
  readonly stale: readonly SourceName[];
  /** Why there was no answer at all; absent where there was one. */
  readonly cut?: string;
}

type Begun = Pick<Call, 'from'>;

/** What there is to say against a run, so far. */
export interface Ledger {
  readonly calls: readonly Call[];
  /** Those that are under way. */
  readonly open: ReadonlySet<Begun>;
  readonly wrong: readonly string[];
  /** @returns what takes it for ended */
  begin(call: Begun): () => void;
  complain(what: string): void;
  note(call: Call): void;
}

/** What is said at most: a fault of the gateway says the same many times. */
const mostComplaints = 40;
/** Trouble that a machine standing still makes of itself. */
const ofTime: ReadonlySet<string> = new Set(['UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE']);

/**
 * Keeps what was asked. What a call lost has to be explained by what was done to that source at the time, and a call without an answer by
 * what was done to its replica.
 * @param stalled whether the machine stood still within a span: then upstreams of this process did not answer in time either
 */
export function ledger(times: Timeline, stalled: (from: number, until: number) => boolean): Ledger {
  const calls: Call[] = [];
  const open = new Set<Begun>();
  const wrong: string[] = [];
  const complain = (what: string): void => {
    if (wrong.length < mostComplaints) wrong.push(what);
  };
  return {
    calls,
    open,
    wrong,
    begin(call) {
      open.add(call);
      return () => open.delete(call);
    },
    complain,
    note(call) {
      calls.push(call);
      const { kind, replica, from, until, lost, stale, cut } = call;
      const blame = (what: string): void => complain(`${kind} from ${Math.round(from)} to ${Math.round(until)} ms at replica ${replica}: ${what} (${times.around(from, until) || 'nothing else went on'})`);
      if (cut !== undefined && !times.ended(replica, from, until)) blame(`no answer: ${cut}`);
      for (const { source, code } of lost) {
        if (times.troubled(source, from, until) || (ofTime.has(code) && stalled(from, until))) continue;
        blame(`${source} was well and is told as ${code}`);
      }
      for (const source of stale) if (!times.everTroubled(source, until)) blame(`${source} never failed and is told as stale`);
    },
  };
}
