import type { Change, ChangeKind } from '../../domain/change.ts';
import type { Json } from '../../http/parse.ts';
import type { Candidate } from '../../domain/candidate.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { Span } from './changes.ts';
import { candidateFromApplicant } from './map-candidate.ts';

/** What an export says of a vacancy's change. That one is gone it never says: it is simply not there. */
export function changeFromVacancy(vacancy: Vacancy, span: Span): Change {
  const { sourceId, nativeStatus, status } = vacancy;
  const hidden = status === 'UNPUBLISHED' || status === 'CLOSED';
  return { source: 'CEGID', sourceId, kind: hidden ? 'UNPUBLISHED' : createdOrUpdated(vacancy, span), nativeStatus, changedAt: vacancy.updatedAt };
}

export function changeFromApplicant(applicant: Json, span: Span): Change {
  const candidate = candidateFromApplicant(applicant);
  return { source: 'CEGID', sourceId: candidate.sourceId, kind: createdOrUpdated(candidate, span), nativeStatus: null, changedAt: candidate.updatedAt };
}

function createdOrUpdated({ createdAt }: Pick<Vacancy | Candidate, 'createdAt'>, { since, until }: Span): ChangeKind {
  return createdAt !== null && createdAt >= since && createdAt < until ? 'CREATED' : 'UPDATED';
}
