import type { ChangeKind } from './change.ts';
import type { SourceName } from './source-name.ts';

/** What happened to a vacancy upstream. It names the thing and holds nothing of it: whoever listens reads it with its own rights. */
export interface VacancyChanged {
  readonly kind: 'vacancyChanged';
  readonly source: SourceName;
  readonly sourceId: string;
  readonly change: ChangeKind;
  readonly nativeStatus: string | null;
  /** Milliseconds since the epoch, null where the source does not say. */
  readonly changedAt: number | null;
  /** The client whose own credential it was learnt by; null is the server's. */
  readonly owner: string | null;
}

/** An application was stored. */
export interface ApplicationReceived {
  readonly kind: 'applicationReceived';
  readonly id: number;
  /** The client whose it is; null is the server's account. */
  readonly owner: string | null;
}

export type Happening = VacancyChanged | ApplicationReceived;
export type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;
