import type { SourceName } from './source-name.ts';
import type { VacancyStatus } from './vacancy.ts';

export const changeKinds = ['CREATED', 'UPDATED', 'PUBLISHED', 'UNPUBLISHED', 'DELETED', 'UNKNOWN'] as const;
/** `DELETED` and `CREATED` only where the source itself says so. */
export type ChangeKind = (typeof changeKinds)[number];

/** That something of a source changed; what it is now has to be read. */
export interface Change {
  readonly source: SourceName;
  readonly sourceId: string;
  readonly kind: ChangeKind;
  readonly nativeStatus: string | null;
  readonly changedAt: Date | null;
  /** Where the source does not say when: the beginning of the stretch of time in which it tells the change once. */
  readonly changedAfter?: Date;
}

/** What happened to a vacancy of which only its present status is known. */
export function changeTo(status: VacancyStatus): ChangeKind {
  switch (status) {
    case 'PUBLISHED':
      return 'PUBLISHED';
    case 'UNPUBLISHED':
    case 'CLOSED':
      return 'UNPUBLISHED';
    case 'DRAFT':
    case 'UNKNOWN':
      return 'UPDATED';
  }
}
