import type { ChangeKind } from '../../domain/change.ts';

interface Form {
  readonly about: 'vacancy' | 'candidate';
  readonly change: ChangeKind;
}

/** The events of the vendor's list; the document names three of them and points to it for the others. */
export const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['vacancy_new', { about: 'vacancy', change: 'CREATED' }],
  ['vacancy_update', { about: 'vacancy', change: 'UPDATED' }],
  ['vacancy_status', { about: 'vacancy', change: 'UNKNOWN' }],
  ['vacancy_deleted', { about: 'vacancy', change: 'DELETED' }],
  ['applicant_new', { about: 'candidate', change: 'CREATED' }],
  ['applicant_update', { about: 'candidate', change: 'UPDATED' }],
  ['applicant_resume_update', { about: 'candidate', change: 'UPDATED' }],
  ['application_event_new', { about: 'candidate', change: 'UPDATED' }],
]);

/** Every event that is known. */
export const eventNames: readonly string[] = [...forms.keys()];
