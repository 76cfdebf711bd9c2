import type { Context } from '../context.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { EnumerationValue } from '../domain/enumeration.ts';
import { asError } from '../domain/errors.ts';
import type { Fetched } from '../domain/fetched.ts';
import type { CandidateFields, VacancyFields } from '../domain/fields.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { requireSource } from './choose.ts';

/** A vacancy of a source by its upstream id, batched with the operation's others, and how current it is; null where there is none. */
export async function fetchVacancy({ sources }: Context, source: SourceName, sourceId: string, fields: VacancyFields): Promise<Fetched<Vacancy | null>> {
  return requireSource(sources, source, 'vacancyById').vacancyById(sourceId, fields);
}

/**
 * The vacancies of a page in the order of their ids, each with how current it is, or why it could not be read. At once where its source can,
 * which costs less than one by one.
 */
export async function fetchVacancies({ sources }: Context, source: SourceName, sourceIds: readonly string[], fields: VacancyFields): Promise<readonly (Fetched<Vacancy | null> | Error)[]> {
  const reader = requireSource(sources, source, 'vacancyById');
  return reader.vacanciesByIds?.(sourceIds, fields) ?? eachOf(sourceIds, (sourceId) => reader.vacancyById(sourceId, fields));
}

export async function loadVacancy(context: Context, source: SourceName, sourceId: string, fields: VacancyFields): Promise<Vacancy | null> {
  return (await fetchVacancy(context, source, sourceId, fields)).value;
}

async function fetchCandidate({ sources }: Context, source: SourceName, sourceId: string, fields: CandidateFields): Promise<Fetched<Candidate | null>> {
  return requireSource(sources, source, 'candidateById').candidateById(sourceId, fields);
}

/** As `fetchVacancies`, one by one: batched with the operation's others. */
export function fetchCandidates(context: Context, source: SourceName, sourceIds: readonly string[], fields: CandidateFields): Promise<readonly (Fetched<Candidate | null> | Error)[]> {
  return eachOf(sourceIds, (sourceId) => fetchCandidate(context, source, sourceId, fields));
}

export async function loadCandidate(context: Context, source: SourceName, sourceId: string, fields: CandidateFields): Promise<Candidate | null> {
  return (await fetchCandidate(context, source, sourceId, fields)).value;
}

export function loadOrganisation({ sources }: Context, source: SourceName, code: string): Promise<Organisation | null> {
  return requireSource(sources, source, 'organisationByCode').organisationByCode(code);
}

/** @param sourceId `<list>/<code>` */
export async function loadEnumerationValue({ sources }: Context, source: SourceName, sourceId: string): Promise<EnumerationValue | null> {
  const [, list, code] = /^([^/]+)\/(.+)$/s.exec(sourceId) ?? [];
  if (list === undefined || code === undefined) return null;
  return requireSource(sources, source, 'enumerationValue').enumerationValue(list, code);
}

/** Things that are loaded one by one; each failure is its own. */
async function eachOf<T>(sourceIds: readonly string[], load: (sourceId: string) => Promise<T>): Promise<readonly (T | Error)[]> {
  const settled = await Promise.allSettled(sourceIds.map(load));
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : asError(one.reason)));
}
