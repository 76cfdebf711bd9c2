import type { Candidate } from '../../domain/candidate.ts';
import { SourceFailure } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { CachePolicy } from '../../http/call.ts';
import type { Json } from '../../http/parse.ts';
import { type Loaded, readMany } from '../../http/read-many.ts';
import { sourceFailure } from '../shared/failure.ts';
import { type RequestScope, toBeKept } from '../shared/upstream.ts';
import { canBeAsked, fetchByIds } from './by-ids.ts';
import { isAnyOf } from './conditions.ts';
import { candidateFromApplicant } from './map-candidate.ts';
import type { CegidShared } from './shared.ts';
import { nativeIdOf } from './source-id.ts';

const minuteMs = 60_000;
const vacancyLife: Omit<CachePolicy, 'key'> = { freshMs: 2 * minuteMs, staleMs: 60 * minuteMs };

/** Vacancies in the order of their ids: null where there is none, a failure where its call failed. What is not kept is one call for a hundred. */
export async function vacanciesByIds(sourceIds: readonly string[], shared: CegidShared, scope: RequestScope): Promise<(Fetched<Vacancy | null> | SourceFailure)[]> {
  const { client, config, cache, vacancy } = shared;
  const references = sourceIds.map(nativeIdOf);
  const found = await readMany<Json | null>(cache, {
    ids: references.filter(canBeAsked),
    keyOf: client.kept.vacancy,
    life: vacancyLife,
    load: (missing) =>
      fetchByIds(missing, (ids) => client.currentVacancies({ conditions: [isAnyOf('reference', ids)], paging: { offset: 0, limit: config.pageSize } }, toBeKept(scope))),
    lasting: scope.lasting,
  });
  return references.map((reference) => resultOf(found.get(reference), vacancy));
}

/** Candidates in the order of their ids, as vacancies are; nothing of them is kept. */
export async function candidatesByIds(sourceIds: readonly string[], shared: CegidShared, scope: RequestScope): Promise<(Fetched<Candidate | null> | SourceFailure)[]> {
  const { client, config } = shared;
  const ids = sourceIds.map(nativeIdOf);
  const found = await fetchByIds(ids.filter(canBeAsked), (some) => client.candidates({ conditions: [isAnyOf('id', some)], paging: { offset: 0, limit: config.pageSize } }, scope));
  return ids.map((id) => resultOf(found.get(id), candidateFromApplicant));
}

function resultOf<T>(found: (Loaded<Json | null> & { readonly stale?: boolean }) | undefined, map: (json: Json) => T): Fetched<T | null> | SourceFailure {
  if (found === undefined) return new SourceFailure('CEGID', 'UNSUPPORTED_BY_SOURCE', 'Cegid cannot be asked for an id that holds a comma or a bar: it separates ids by them.');
  if (found instanceof Error) return sourceFailure('CEGID', found);
  const { value, fetchedAt, stale = false } = found;
  return { value: value === null ? null : map(value), fetchedAt, stale };
}
