import { Random } from '../../sandbox/kit/random.ts';
import { Agenda } from './agenda.ts';
import { Kept } from './kept.ts';
import type { Life, Operation, Outcome, Setting } from './model.ts';
import { Slots } from './slots.ts';

/** A process with what it has of its own; where they share, it has the same as the others. */
interface Replica {
  readonly kept: Kept;
  readonly slots: Slots | null;
  /** Calls under way, by what they are for, with when they left or will: equal ones of a process are one. */
  readonly flights: Map<string, { readonly leavesAt: number; readonly landsAt: number }>;
}

/** How an operation fared so far. */
interface Progress {
  readonly operation: Operation;
  readonly counts: boolean;
  waited: boolean;
  delayed: boolean;
  refused: boolean;
}

export interface SimulationOptions {
  readonly seed: string;
  /** What was before is not counted: the caches fill then. */
  readonly fromMs?: number;
  /** What a cache holds when it begins; nothing by default. @param part of all operations that come to it */
  readonly fill?: (kept: Kept, part: number) => void;
}

/** In the caches that pages and rows share, they are told apart by the sign. */
export const keyOfRow = (row: number): number => row;
export const keyOfPage = (page: number): number => -1 - page;

/**
 * What becomes of operations at the gateway, and what its upstream is asked. Equal for equal arguments. Followed are the reads of `src/http/cache.ts`
 * (pages: what is past its freshness is served while it is loaded anew) and `src/http/read-many.ts` (rows: it is waited for, and served only where
 * loading fails), equal calls in flight, and the turns of `src/http/throttle.ts`.
 */
export function simulate(operations: Iterable<Operation>, setting: Setting, { seed, fromMs = 0, fill = () => undefined }: SimulationOptions): Outcome {
  const random = new Random(`${seed} jitter`);
  const agenda = new Agenda();
  const replicas = replicasOf(setting, fill);
  const outcome = { operations: 0, kept: 0, delayed: 0, refused: 0, reads: 0, hits: 0, pageCalls: new Array<number>(), rowCalls: new Array<number>() };

  const freshUntil = (now: number, { freshMs }: Life) => now + freshMs * (1 - setting.jitter + 2 * setting.jitter * random.next());

  /** When the answer is there, and when its call leaves; null where there is no slot in time. */
  function call(replica: Replica, what: string, now: number, calls: number[], keep: (landsAt: number) => void) {
    const joined = replica.flights.get(what);
    if (joined !== undefined) return joined;
    const leavesAt = replica.slots === null ? now : replica.slots.take(now);
    if (leavesAt === null) return null;
    if (leavesAt >= fromMs) calls.push(leavesAt);
    const flight = { leavesAt, landsAt: leavesAt + setting.latencyMs };
    replica.flights.set(what, flight);
    agenda.add(flight.landsAt, () => {
      replica.flights.delete(what);
      keep(flight.landsAt);
    });
    return flight;
  }

  function count(progress: Progress, reads: number, hits: number): void {
    if (!progress.counts) return;
    outcome.reads += reads;
    outcome.hits += hits;
  }

  function readPages(progress: Progress, index: number, now: number): void {
    const { operation } = progress;
    const replica = replicas[operation.replica];
    const page = operation.pages[index];
    if (replica === undefined) throw new RangeError(`there is no replica ${operation.replica}`);
    if (page === undefined) return readRows(progress, replica, now);
    const key = keyOfPage(page);
    const condition = replica.kept.look(key, now);
    const isJoining = replica.flights.has(`page ${page}`);
    count(progress, 1, condition === 'fresh' || isJoining ? 1 : 0);
    const flight = condition === 'fresh' ? null : call(replica, `page ${page}`, now, outcome.pageCalls, (at) => replica.kept.keep(key, freshUntil(at, setting.pageLife), setting.pageLife));
    if (condition !== 'gone') return readPages(progress, index + 1, now);
    if (flight === null) return end({ ...progress, refused: true, waited: true });
    const further = { ...progress, waited: true, delayed: progress.delayed || flight.leavesAt > now };
    agenda.add(flight.landsAt, () => readPages(further, index + 1, flight.landsAt));
  }

  function readRows(progress: Progress, replica: Replica, now: number): void {
    const { rows } = progress.operation;
    const missing = rows.filter((row) => replica.kept.look(keyOfRow(row), now) !== 'fresh').toSorted((a, b) => a - b);
    count(progress, rows.length, rows.length - missing.length);
    const further = { ...progress, waited: progress.waited || missing.length > 0 };
    for (let start = 0; start < missing.length; start += setting.rowsACall) {
      const chunk = missing.slice(start, start + setting.rowsACall);
      const flight = call(replica, `rows ${chunk.join()}`, now, outcome.rowCalls, (at) => {
        for (const row of chunk) replica.kept.keep(keyOfRow(row), freshUntil(at, setting.rowLife), setting.rowLife);
      });
      if (flight === null) further.refused ||= chunk.some((row) => replica.kept.look(keyOfRow(row), now) === 'gone');
      else further.delayed ||= flight.leavesAt > now;
    }
    end(further);
  }

  function end({ counts, waited, delayed, refused }: Progress): void {
    if (!counts) return;
    outcome.operations += 1;
    if (!waited) outcome.kept += 1;
    if (delayed) outcome.delayed += 1;
    if (refused) outcome.refused += 1;
  }

  for (const operation of operations) {
    agenda.workUntil(operation.atMs);
    readPages({ operation, counts: operation.atMs >= fromMs, waited: false, delayed: false, refused: false }, 0, operation.atMs);
  }
  agenda.workUntil(Number.POSITIVE_INFINITY);
  return { ...outcome, pageCalls: outcome.pageCalls.toSorted((a, b) => a - b), rowCalls: outcome.rowCalls.toSorted((a, b) => a - b) };
}

/** Redis bounds what is shared by itself, by its own memory; and each process counts its own calls in flight. */
function replicasOf({ replicas, shared, maxEntries, quota }: Setting, fill: (kept: Kept, part: number) => void): readonly Replica[] {
  const make = (max: number, part: number) => {
    const kept = new Kept(max);
    fill(kept, part);
    return { kept, slots: quota === null ? null : new Slots(quota) };
  };
  const common = shared ? make(Number.POSITIVE_INFINITY, 1) : null;
  return Array.from({ length: replicas }, () => ({ ...(common ?? make(maxEntries, 1 / replicas)), flights: new Map() }));
}
