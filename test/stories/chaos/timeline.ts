import type { SourceName } from '../../../src/domain/source-name.ts';

/** Something that was done to the surroundings, and whom it may cost what. Times are milliseconds of `performance.now()`. */
export interface Disturbance {
  readonly name: string;
  /** Whose answers may be missing. */
  readonly sources: readonly SourceName[];
  /** Replicas whose calls may be cut off. */
  readonly replicas: readonly number[];
  readonly from: number;
  /** Absent while it lasts. */
  until?: number;
}

/** What was done when, so that each loss is explained or is not. */
export interface Timeline {
  readonly disturbances: readonly Disturbance[];
  begin(what: Omit<Disturbance, 'from' | 'until'>): Disturbance;
  end(disturbance: Disturbance): void;
  /** Whether a source was in trouble, or had been a recovery's time ago, while a call ran. */
  troubled(source: SourceName, from: number, until: number): boolean;
  /** Whether a source ever was in trouble before. */
  everTroubled(source: SourceName, until: number): boolean;
  /** Whether a replica was being ended while a call ran. */
  ended(replica: number, from: number, until: number): boolean;
  /** What went on while a call ran or shortly before, in words. */
  around(from: number, until: number): string;
}

/** @param recoveryMs how long a source may take to be told as well again once its trouble is over */
export function timeline(recoveryMs: number, now: () => number): Timeline {
  const disturbances: Disturbance[] = [];
  return {
    disturbances,
    begin(what) {
      const disturbance = { ...what, from: now() };
      disturbances.push(disturbance);
      return disturbance;
    },
    end(disturbance) {
      disturbance.until = now();
    },
    troubled: (source, from, until) => disturbances.some((one) => one.sources.includes(source) && overlaps(one, from, until, recoveryMs)),
    everTroubled: (source, until) => disturbances.some((one) => one.sources.includes(source) && one.from <= until),
    ended: (replica, from, until) => disturbances.some((one) => one.replicas.includes(replica) && overlaps(one, from, until, 0)),
    around: (from, until) =>
      disturbances
        .filter((one) => overlaps(one, from, until, 2 * recoveryMs))
        .map(({ name, from: began, until: over }) => `${name} from ${Math.round(began)}${over === undefined ? '' : ` to ${Math.round(over)}`}`)
        .join(', '),
  };
}

/** Whether it lasted, or had ended no longer ago than `after`, at some time between the two. */
function overlaps({ from, until = Number.POSITIVE_INFINITY }: Disturbance, begun: number, ended: number, after: number): boolean {
  return from <= ended && until + after >= begun;
}
