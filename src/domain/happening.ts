import type { Change, ChangeKind } from './change.ts';
import type { SourceName } from './source-name.ts';

/** That an object of a source changed. It names the thing and holds nothing of it: whoever listens reads it with its own rights. */
interface Changed {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly change: ChangeKind;
  readonly nativeStatus: string | null;
  /** Milliseconds since the epoch, null where the source does not say. */
  readonly changedAt: number | null;
  /** Where the source does not say when: the beginning of the stretch of time in which it tells the change, milliseconds since the epoch. */
  readonly changedAfter?: number;
  /** The client whose own credential it was learnt by; null is the server's. */
  readonly owner: string | null;
}

/** What happened to a vacancy upstream. */
export interface VacancyChanged extends Changed {
  readonly kind: 'vacancyChanged';
}

/** What happened to a candidate upstream. */
export interface CandidateChanged extends Changed {
  readonly kind: 'candidateChanged';
}

/** An application was stored. */
export interface ApplicationReceived {
  readonly kind: 'applicationReceived';
  readonly id: number;
  /** The client whose it is; null is the server's account. */
  readonly owner: string | null;
}

export type Happening = VacancyChanged | CandidateChanged | ApplicationReceived;
export type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

/** The change that a happening tells of, as it stands in lists of changes. */
export function changeOf({ source, sourceId, change, nativeStatus, changedAt, changedAfter }: VacancyChanged | CandidateChanged): Change {
  return { source, sourceId, kind: change, nativeStatus, changedAt: changedAt === null ? null : new Date(changedAt), ...(changedAfter !== undefined && { changedAfter: new Date(changedAfter) }) };
}

/** Only the listeners of this process heard what happened: it is to be told again. */
export class NotToldToAll extends Error {
  override readonly name = 'NotToldToAll';
  constructor(cause: unknown) {
    super('Redis does not answer: the listeners of other replicas have not been told.', { cause });
  }
}

/** A listener that did not keep up: what it missed is gone, so it has to begin anew. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
  constructor() {
    super('You did not keep up with what happened, and have missed some of it. Subscribe again, and read what changed since.');
  }
}

/** A listener of a replica that was cut off from the others: what they told meanwhile nobody here knows. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
  constructor() {
    super('This gateway was cut off for a while from what happened, and you may have missed some of it. Subscribe again, and read what changed since.');
  }
}
